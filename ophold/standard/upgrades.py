"""How does a file of an older form become one of today's? One named step for each form, in one table.

Not here: the rules of today's form (`assemble`). No released file was ever of form 0: it is the short form a text is
noted down in, where what the text does not say is simply not there (docs/decisions/0092-forms-of-a-file.md).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from ophold.standard.matters import MATTERS
from ophold.standard.plain_yaml import Where, read_plain, shown
from ophold.standard.shape import SCHEMA

Fields = dict[str, object]


def say_silence_aloud(raw: Fields) -> Fields:
    """From 0 to 1: what the header does not say is null, and a matter that is not there is silent."""
    header, promises = raw.get("header"), raw.get("promises")
    if isinstance(header, dict):
        header = {**_UNSAID, **header}
    if isinstance(promises, dict):
        silent = {name: {"state": "silent"} for name, matter in MATTERS.items() if not matter.may_be_left_out}
        promises = {**silent, **promises}
    given = {"header": header, "promises": promises}
    return {**raw, **{name: value for name, value in given.items() if name in raw}}


_UNSAID: Mapping[str, object] = MappingProxyType(
    {
        "name_evidence": None,
        "adopted_by": [],
        "adopted_on": None,
        "valid_from": None,
        "committee": None,
        "department": None,
        "cites": [],
    }
)

# each older form and the step to the next
UPGRADES: Mapping[int, Callable[[Fields], Fields]] = MappingProxyType({0: say_silence_aloud})


def written_as(text: str) -> object:
    """The form a file says it has, before any step."""
    raw = read_plain(text, Where("schema"))
    return raw.get("schema") if isinstance(raw, dict) else None


def upgraded(raw: Fields, where: Where) -> Fields:
    """The fields in today's form; raises StandardRefused for a newer one or none."""
    form = raw.get("schema")
    if type(form) is not int:
        said = "mangler" if "schema" not in raw else f"er {shown(form)}"
        raise where.refusal(f"schema {said}", f"skriv schema: {SCHEMA} øverst")
    if form > SCHEMA:
        raise where.refusal(
            f"schema er {shown(form)}, og dette program kender kun formerne til og med {SCHEMA}",
            f"brug et nyere program, eller få filen skrevet som schema: {SCHEMA}",
        )
    if form < min(UPGRADES):
        raise where.refusal(f"schema er {shown(form)}, og den form har aldrig været til", f"skriv schema: {SCHEMA}")
    for older in range(form, SCHEMA):
        raw = {**UPGRADES[older](raw), "schema": older + 1}
    return raw
