"""What changes from one version of a standard to another, matter by matter and provision by provision, in words?

A line is one thing a reader can see: what it was and what it becomes; None where it is not said. Not here: whether the
change is lawful (`check`), and what it means for a case that has begun (a case keeps its version).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from types import MappingProxyType

from ophold.law import wording
from ophold.standard.labels import REMARKS, STATES
from ophold.standard.matters import MATTERS
from ophold.standard.shape import Citation, Header, Promise, Provision, Remark, Standard, Text
from ophold.standard.spoken import lines


class Part(Enum):
    """Which part of a standard a change is in."""

    HEADER = "header"
    MATTER = "matter"
    PROVISION = "provision"


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """One line: what it is about, what was said, and what is said now."""

    label: Text
    was: Text | None
    becomes: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Everything that changes in one part: the header, one matter or one provision."""

    part: Part
    name: str  # "header", the matter's name or the provision's number
    title: Text
    lines: tuple[Changed, ...]


_HEADER: Mapping[str, Text] = MappingProxyType(
    {
        "name": Text(da="Kommune", en="Municipality"),
        "name_evidence": Text(da="Hvorfra kommunen kendes", en="How the municipality is known"),
        "title": Text(da="Titel", en="Title"),
        "version": Text(da="Udgave", en="Version"),
        "adopted_by": Text(da="Vedtaget af", en="Adopted by"),
        "adopted_on": Text(da="Vedtaget", en="Adopted on"),
        "valid_from": Text(da="Gælder fra", en="Valid from"),
        "committee": Text(da="Udvalg", en="Committee"),
        "department": Text(da="Afdeling", en="Department"),
        "cites": Text(da="Henviser til", en="Cites"),
    }
)
_TITLE = Text(da="Om standarden", en="About the standard")
_STATE = Text(da="Hvad teksten gør", en="What the text does")
_PROVISIONS = Text(da="Står i", en="Stands in")
_DOCUMENT = Text(da="Andet dokument", en="Other document")
_NOTE = Text(da="Forklaring", en="Explanation")
_REMARKS = Text(da="Bemærkninger", en="Remarks")
_PLACE = Text(da="Sted i teksten", en="Place in the text")
_TEXT = Text(da="Tekst", en="Text")
_OTHER = Text(da="Øvrigt", en="Other")
_CHANGED = Text(da="ændret", en="changed")


def differences(old: Standard, new: Standard) -> tuple[Difference, ...]:
    """Every part that changes, in the order of a standard; empty where the two say the same."""
    return tuple(found for found in _parts(old, new) if found.lines)


def _parts(old: Standard, new: Standard) -> Iterator[Difference]:
    header = _lines(_of_header(old.header), _of_header(new.header), differ=old.header != new.header)
    yield Difference(part=Part.HEADER, name="header", title=_TITLE, lines=header)
    for name, matter in MATTERS.items():
        before, after = old.promises[name], new.promises[name]
        changed = _lines(_of_promise(before), _of_promise(after), differ=before != after)
        yield Difference(part=Part.MATTER, name=name, title=matter.title, lines=changed)
    for name in (*old.provisions, *(each for each in new.provisions if each not in old.provisions)):
        text, now = old.provisions.get(name), new.provisions.get(name)
        changed = _lines(_of_provision(text), _of_provision(now), differ=text != now)
        yield Difference(part=Part.PROVISION, name=name, title=Text(da=name, en=name), lines=changed)


def _lines(old: Iterable[tuple[Text, Text]], new: Iterable[tuple[Text, Text]], *, differ: bool) -> tuple[Changed, ...]:
    was, becomes = dict(old), dict(new)
    found = tuple(
        Changed(label=label, was=was.get(label), becomes=becomes.get(label))
        for label in (*was, *(each for each in becomes if each not in was))
        if was.get(label) != becomes.get(label)
    )
    if differ and not found:  # something no line shows: never pass a change by in silence
        return (Changed(label=_OTHER, was=None, becomes=_CHANGED),)
    return found


def _of_header(header: Header) -> Iterator[tuple[Text, Text]]:
    for name, label in _HEADER.items():
        held: object = getattr(header, name)
        if held not in (None, (), ""):
            yield label, _header_text(held)
    yield from _remarks(header.remarks)


def _header_text(held: object) -> Text:
    if isinstance(held, Text):
        return held
    if isinstance(held, tuple):
        said = "; ".join(_citation(each) if isinstance(each, Citation) else str(each) for each in held)
        return Text(da=said, en=said)
    if isinstance(held, date):
        return Text(da=wording.day(held), en=wording.day_en(held))
    return Text(da=str(held), en=str(held))


def _citation(each: Citation) -> str:
    number = f"{each.number}, " if each.number else ""
    return f"{number}{each.title}" + (f" ({wording.day(each.of)})" if each.of else "")


def _of_promise(promise: Promise[object]) -> Iterator[tuple[Text, Text]]:
    yield _STATE, STATES[promise.state]
    for line in lines(promise):
        yield line.label, line.value
    if promise.document is not None:
        said = f"{promise.document.name} {promise.document.address}".strip()
        yield _DOCUMENT, Text(da=said, en=said)
    if promise.provisions:
        said = ", ".join(promise.provisions)
        yield _PROVISIONS, Text(da=said, en=said)
    if promise.note is not None:
        yield _NOTE, promise.note


def _of_provision(provision: Provision | None) -> Iterator[tuple[Text, Text]]:
    if provision is None:
        return
    yield _PLACE, Text(da=provision.place, en=provision.place)
    yield _TEXT, Text(da=provision.da, en=provision.en)
    yield from _remarks(provision.remarks)


def _remarks(remarks: tuple[Remark, ...]) -> Iterator[tuple[Text, Text]]:
    if remarks:
        da = "\n".join(f"{REMARKS[each.kind].da}: {each.da}" for each in remarks)
        yield _REMARKS, Text(da=da, en="\n".join(f"{REMARKS[each.kind].en}: {each.en}" for each in remarks))


def as_text(found: tuple[Difference, ...]) -> str:
    """The differences for a terminal, in Danish."""
    said = []
    for each in found:
        said.append(each.title.da)
        for line in each.lines:
            said.append(f"  {line.label.da}")
            said.append(f"    - {line.was.da if line.was else 'siges ikke'}")
            said.append(f"    + {line.becomes.da if line.becomes else 'siges ikke'}")
    return "\n".join(said) if said else "De to udgaver siger det samme."


def as_dicts(found: tuple[Difference, ...]) -> list[dict[str, object]]:
    """The same as plain values for JSON."""
    return [
        {
            "part": each.part.value,
            "name": each.name,
            "title": each.title.da,
            "lines": [
                {
                    "label": line.label.da,
                    "was": line.was.da if line.was else None,
                    "becomes": line.becomes.da if line.becomes else None,
                }
                for line in each.lines
            ],
        }
        for each in found
    ]
