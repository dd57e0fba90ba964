"""Is this a whole standard? Every matter said once, every citation found, every state with what belongs to it.

A standard is either whole or refused (`StandardRefused`), never half loaded. Not here: whether it agrees with statute.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from difflib import get_close_matches
from types import MappingProxyType

from ophold.standard.agreeing import check
from ophold.standard.decode import decode
from ophold.standard.matters import MATTERS, Matter
from ophold.standard.plain_yaml import Where, read_plain, shown
from ophold.standard.shape import Promise, Standard, State
from ophold.standard.upgrades import upgraded

PROVISION = re.compile(r"[A-Z]{1,3}[1-9]\d{0,2}")
KEY = re.compile(r"[a-z][a-z_]{1,40}")
VERSION = re.compile(r"(\d{4}-\d{2}-\d{2})(-[2-9]|-[1-9]\d)?|undated-[1-9]\d?")


def standard_from_text(text: str, file: str) -> Standard:
    """The whole standard in a YAML text; `file` is the name that a refusal shows."""
    where = Where(file)
    return _standard(read_plain(text, where), where)


def standard_from_plain(plain: Mapping[str, object], name: str) -> Standard:
    """The whole standard in plain values as `canonical.as_plain` makes them; `name` is what a refusal shows."""
    return _standard(plain, Where(name))


def _standard(raw: object, where: Where) -> Standard:
    if not isinstance(raw, dict):
        raise where.refusal("den ikke er delt op i felter", "begynd med schema, header, provisions og promises")
    raw = upgraded(raw, where)
    rest = {name: value for name, value in raw.items() if name != "promises"}
    whole = decode(Standard, rest | {"promises": {}}, where)
    if "promises" not in raw:
        raise where.refusal("feltet »promises« mangler", "skriv det med et punkt for hvert emne")
    standard = replace(whole, promises=_promises(raw["promises"], where.at("promises")))
    _check_header(standard, where.at("header"))
    _check_provisions(standard, where)
    return standard


def _promises(raw: object, where: Where) -> Mapping[str, Promise[object]]:
    if not isinstance(raw, dict):
        raise where.refusal("der ikke står felter", "skriv et felt for hvert emne")
    for name in raw:
        if name not in MATTERS:
            close = get_close_matches(name, MATTERS, n=1, cutoff=0.5) or list(MATTERS)
            raise where.refusal(f"emnet »{shown(name)}« ikke kendes", f"brug {' eller '.join(close)}")
    found: dict[str, Promise[object]] = {}
    for name, matter in MATTERS.items():
        if name not in raw and matter.may_be_left_out:
            found[name] = Promise(state=State.SILENT)
            continue
        if name not in raw:
            raise where.refusal(
                f"emnet »{name}« mangler", "skriv det, og skriv state: silent, hvis teksten tier om det"
            )
        found[name] = _promise(matter, raw[name], where.at(name))
    return MappingProxyType(found)


def _promise(matter: Matter, raw: object, where: Where) -> Promise[object]:
    promise: Promise[object] = decode(Promise, raw, where, {"value": matter.kind | None})
    check(promise.value, where.at("value"))
    has = {"value": promise.value is not None, "document": promise.document is not None}
    has["provisions"] = bool(promise.provisions)
    needs, may_have = BELONGS[promise.state]
    for name, present in has.items():
        if name in needs and not present:
            raise where.refusal(f"»{name}« mangler, når state er {promise.state.value}", "skriv det, eller ret state")
        if present and name not in needs | may_have:
            raise where.refusal(
                f"»{name}« ikke hører til, når state er {promise.state.value}", "slet det, eller ret state"
            )
    return promise


# what belongs to each state: what it must have, and what it may have besides
BELONGS: Mapping[State, tuple[frozenset[str], frozenset[str]]] = MappingProxyType(
    {
        State.FIXED: (frozenset({"value", "provisions"}), frozenset()),
        State.SILENT: (frozenset(), frozenset({"provisions"})),
        State.INDIVIDUAL: (frozenset({"provisions"}), frozenset({"value"})),
        State.ELSEWHERE: (frozenset({"document", "provisions"}), frozenset()),
        State.INHERITS_STATUTE: (frozenset({"provisions"}), frozenset({"document"})),
    }
)


def _check_header(standard: Standard, where: Where) -> None:
    header = standard.header
    if not KEY.fullmatch(header.key):
        raise where.at("key").refusal(
            f"nøglen »{shown(header.key)}« ikke er små bogstaver a–z", "skriv den uden æ, ø, å og mellemrum"
        )
    version = VERSION.fullmatch(header.version)
    if version is None:
        raise where.at("version").refusal(
            f"»{shown(header.version)}« ikke er en version",
            "skriv dagen for vedtagelsen i anførselstegn, eller undated-1",
        )
    named = version[1]  # the day in it; a second version of one day is named 2026-03-02-2
    days = {str(day) for day in (header.adopted_on, header.valid_from) if day is not None}
    if named is None and days:
        raise where.at("version").refusal("teksten bærer en dag, men versionen er udateret", "brug dagen som version")
    if named is not None and named not in days:
        raise where.at("version").refusal(
            "versionens dag hverken er adopted_on eller valid_from",
            "brug en dag, som teksten selv bærer, eller undated-1",
        )


def _check_provisions(standard: Standard, where: Where) -> None:
    for name in standard.provisions:
        if not PROVISION.fullmatch(name):
            raise where.at("provisions").refusal(f"»{shown(name)}« ikke er et bestemmelsesnummer", "skriv et som B16")
    named = [(where.at("promises").at(matter), promise.provisions) for matter, promise in standard.promises.items()]
    named += [(where.at("header").at("cites"), citation.provisions) for citation in standard.header.cites]
    for place, names in named:
        for name in names:
            if name not in standard.provisions:
                raise place.refusal(
                    f"bestemmelsen »{shown(name)}« ikke findes i filen", "ret nummeret, eller skriv bestemmelsen"
                )
