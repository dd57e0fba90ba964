"""Which plain values does a YAML text hold? Mappings, lists, texts, whole numbers, true/false, days and null.

Stricter than YAML: no tags, no anchors or aliases, no duplicate keys, one document, text keys only, bounded size and
depth. `yes`, `no`, `on` and `off` are texts. Every refusal is one Danish sentence (`Where.refusal`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import yaml

from ophold.standard.shape import StandardRefused

MOST_CHARACTERS = 400_000
DEEPEST = 20

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C parser where the package has it: ten times as fast
_WHOLE = re.compile(r"-?(0|[1-9]\d{0,14})")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_PLAIN = {"": None, "~": None, "null": None, "true": True, "false": False}


@dataclass(frozen=True, slots=True)
class Where:
    """A place in a file, for a refusal to name."""

    file: str
    path: tuple[str, ...] = ()

    def at(self, step: str) -> Where:
        """One step further in."""
        return Where(self.file, (*self.path, step))

    def refusal(self, why: str, remedy: str) -> StandardRefused:
        """One sentence: what did not happen, why (and where), and what to do."""
        place = f" ({'.'.join(self.path)})" if self.path else ""
        return StandardRefused(f"»{self.file}«{place} blev ikke indlæst, fordi {why}; {remedy}.")


def read_plain(text: str, where: Where) -> object:
    """The plain values in a YAML text; raises StandardRefused."""
    if len(text) > MOST_CHARACTERS:
        raise where.refusal(
            f"filen er for stor (højst {MOST_CHARACTERS} tegn)", "del den op, eller fjern det, der ikke hører til"
        )
    events: Iterator[yaml.Event] = yaml.parse(text, Loader=_LOADER)
    try:
        return _document(events, where)
    except yaml.MarkedYAMLError as broken:
        line = broken.problem_mark.line + 1 if broken.problem_mark else 1
        raise where.refusal(
            f"linje {line} ikke er gyldig YAML", "ret indrykning, kolon og anførselstegn på linjen"
        ) from None
    except (yaml.YAMLError, UnicodeError):
        raise where.refusal(
            "den indeholder tegn, som YAML ikke tillader", "gem den igen som almindelig tekst (UTF-8)"
        ) from None


def _document(events: Iterator[yaml.Event], where: Where) -> object:
    value: object = None
    documents = 0
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise where.refusal("den rummer mere end ét dokument", "fjern linjen med »---« og det, der følger")
            value = _node(next(events), events, where)
    if documents == 0:
        raise where.refusal("den er tom", "skriv standarden i den, eller slet filen")
    return value


def _node(event: yaml.Event, events: Iterator[yaml.Event], where: Where) -> object:
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
        raise where.refusal("den bruger ankre (& eller *)", "skriv teksten helt ud hvert sted")
    if getattr(event, "tag", None) is not None:
        raise where.refusal("den bruger et mærke (!)", "fjern mærket, og skriv værdien almindeligt")
    if len(where.path) > DEEPEST:
        raise where.refusal(f"der er mere end {DEEPEST} lag", "skriv det fladere") from None
    if isinstance(event, yaml.MappingStartEvent):
        return _mapping(events, where)
    if isinstance(event, yaml.SequenceStartEvent):
        return _sequence(events, where)
    assert isinstance(event, yaml.ScalarEvent)
    return _scalar(event, where)


def _mapping(events: Iterator[yaml.Event], where: Where) -> dict[str, object]:
    found: dict[str, object] = {}
    for event in events:
        if isinstance(event, yaml.MappingEndEvent):
            break
        key = _node(event, events, where) if isinstance(event, (yaml.ScalarEvent, yaml.AliasEvent)) else None
        if not isinstance(key, str):
            raise where.refusal(
                f"et feltnavn ikke er en tekst ({shown(key)})", "skriv et navn af bogstaver foran kolon"
            )
        if key in found:
            raise where.refusal(f"feltet »{shown(key)}« står to gange", "behold det ene, og slet det andet")
        found[key] = _node(next(events), events, where.at(shown(key)))
    return found


def _sequence(events: Iterator[yaml.Event], where: Where) -> list[object]:
    found: list[object] = []
    for event in events:
        if isinstance(event, yaml.SequenceEndEvent):
            break
        found.append(_node(event, events, where.at(str(len(found) + 1))))
    return found


def _scalar(event: yaml.ScalarEvent, where: Where) -> object:
    text: str = event.value
    if event.style:  # quoted or block text
        return text
    if text in _PLAIN:
        return _PLAIN[text]
    if _WHOLE.fullmatch(text):
        return int(text)
    if _DAY.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise where.refusal(f"dagen {text} ikke findes", "skriv en rigtig dag som år-måned-dag") from None
    return text


def has_comments(text: str) -> bool:
    """Whether a YAML text that `read_plain` has read holds comments (# and what follows)."""
    rest, end = [], 0
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, yaml.ScalarEvent):
            assert event.start_mark is not None
            assert event.end_mark is not None
            rest.append(text[end : event.start_mark.index])
            end = event.end_mark.index
            if event.style in ("|", ">"):
                rest.append(text[event.start_mark.index : end].partition("\n")[0])
    return "#" in "".join([*rest, text[end:]])


def shown(value: object) -> str:
    """A value short enough for a sentence, and without signs that nobody can see."""
    text = "".join(sign if sign.isprintable() else " " for sign in str(value)[:41])
    return text if len(text) <= 40 else text[:39] + "…"
