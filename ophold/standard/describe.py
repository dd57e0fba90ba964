"""What is each field of a standard's file, and each word that may stand in it, to the person who writes one?

One description in both languages for every field, matter, choice and word: what it is called, what to write, and the
legal frame in our own words with the provision named. The editor's help, the JSON Schema and the guide all use these.
The texts lie in `descriptions/`; labels that pages share lie in `labels` and `words`. Not here: what a standard says.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path

from ophold.law import wording
from ophold.law.promises import Unit
from ophold.standard.decode import decode
from ophold.standard.labels import LABELS, REMARKS, STATES
from ophold.standard.matters import MATTERS
from ophold.standard.plain_yaml import Where, read_plain
from ophold.standard.shape import Text
from ophold.standard.words import WORDS

_FOLDER = Path(__file__).parent / "descriptions"


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What a thing is called, what to write there, and what statute fixes or leaves to the council."""

    label: Text
    help: Text
    legal: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """A description as `descriptions/` holds it; without a label where pages have one already."""

    da: str
    en: str
    label: Text | None = None
    legal: Text | None = None

    def under(self, label: Text | None) -> Description:
        found = self.label or label
        if found is None:
            raise ValueError(f"No label for {self.da!r}")
        return Description(label=found, help=Text(da=self.da, en=self.en), legal=self.legal)


def field(kind: type | str, name: str) -> Description:
    """What one field of a dataclass is; raises KeyError if nobody has described it."""
    return fields()[kind if isinstance(kind, str) else kind.__name__, name]


def matter(name: str) -> Description:
    """What one matter of `MATTERS` is about."""
    return _matters()[name]


def choice(member: Enum) -> Description:
    """What one choice means: a State, a RemarkKind, a Unit, a Bound, a Start or a Meaning."""
    return _choices()[type(member).__name__, str(member.value)]


def word(kind: type | str, name: str, code: str) -> Description:
    """What one word of a field's vocabulary means."""
    of = kind if isinstance(kind, str) else kind.__name__
    label = WORDS[of, name][code]
    entry = _choices().get((f"{of}.{name}", code))
    if entry is not None:
        return entry
    return Description(
        label=label, help=Text(da=f"Skriv det, når teksten siger: {label.da}.", en=f"When the text says: {label.en}.")
    )


@cache
def fields() -> Mapping[tuple[str, str], Description]:
    """Every field, by the name of its dataclass and its own."""
    labels = {(kind.__name__, name): text for (kind, name), text in LABELS.items()}
    entries = _read("file") | _read("promises")
    return {key: entry.under(labels.get(key)) for key, entry in entries.items()}


@cache
def _matters() -> Mapping[str, Description]:
    raw = _plain("matters")
    where = Where("matters.yaml")
    return {name: decode(_Entry, held, where.at(name)).under(MATTERS[name].title) for name, held in raw.items()}


@cache
def _choices() -> Mapping[tuple[str, str], Description]:
    labels = {("State", state.value): text for state, text in STATES.items()}
    labels |= {("RemarkKind", kind.value): text for kind, text in REMARKS.items()}
    labels |= {("Unit", unit.value): Text(da=wording.UNITS[unit][1], en=wording.UNITS_EN[unit][1]) for unit in Unit}
    labels |= {(f"{kind}.{name}", code): text for (kind, name), words in WORDS.items() for code, text in words.items()}
    return {key: entry.under(labels.get(key)) for key, entry in _read("choices").items()}


def _read(name: str) -> dict[tuple[str, str], _Entry]:
    """The entries of one file in two layers: of what, and which of its own."""
    found = {}
    for of, raw in _plain(name).items():
        where = Where(f"{name}.yaml").at(of)
        if not isinstance(raw, dict):
            raise where.refusal("der ikke står felter", "skriv dem")
        for own, held in raw.items():
            found[of, own] = decode(_Entry, held, where.at(own))
    return found


def _plain(name: str) -> dict[str, object]:
    path = _FOLDER / f"{name}.yaml"
    raw = read_plain(path.read_text(encoding="utf-8"), Where(path.name))
    assert isinstance(raw, dict)
    return raw
