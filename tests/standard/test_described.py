"""Every field of a standard's file, every matter, choice and word is described in both languages, and nothing else."""

from __future__ import annotations

import dataclasses
from enum import Enum
from typing import get_args, get_origin, get_type_hints

import pytest

from ophold.law.promises import Bound, Meaning, Start, Unit
from ophold.standard import describe
from ophold.standard.describe import Description
from ophold.standard.labels import LABELS
from ophold.standard.matters import MATTERS
from ophold.standard.shape import RemarkKind, Standard, State
from ophold.standard.words import WORDS


def _inside(hint: object, found: dict[str, type]) -> None:
    """Every dataclass and enumeration of the shape that a hint holds."""
    for part in get_args(hint):
        _inside(part, found)
    kind = get_origin(hint) or hint
    if not isinstance(kind, type) or kind.__name__ in found:
        return
    if issubclass(kind, Enum):
        found[kind.__name__] = kind
    elif dataclasses.is_dataclass(kind):
        found[kind.__name__] = kind
        for part in get_type_hints(kind).values():
            _inside(part, found)


def _kinds() -> dict[str, type]:
    found: dict[str, type] = {}
    _inside(Standard, found)
    for matter in MATTERS.values():
        _inside(matter.kind, found)
    return found


KINDS = _kinds()
FIELDS = [
    (name, field.name)
    for name, kind in KINDS.items()
    if dataclasses.is_dataclass(kind)
    for field in dataclasses.fields(kind)
]


def _whole(description: Description) -> None:
    for text in (description.label, description.help, description.legal):
        if text is not None:
            assert text.da
            assert text.en
    assert description.help.da != description.help.en
    assert description.help.da.endswith((".", ")")), description.help.da
    assert description.help.en.endswith((".", ")")), description.help.en
    if description.legal is not None:
        assert description.legal.da != description.legal.en


def test_the_shape_is_walked_to_its_leaves() -> None:
    assert {"Period", "ContactPoint", "Interval", "Citation", "Unit", "Bound", "RemarkKind"} <= set(KINDS)


@pytest.mark.parametrize(("kind", "name"), FIELDS)
def test_a_field_is_described_in_both_languages(kind: str, name: str) -> None:
    _whole(describe.field(kind, name))


def test_no_field_is_described_that_does_not_exist() -> None:
    assert set(describe.fields()) == set(FIELDS)


def test_a_page_and_the_editor_call_a_field_the_same() -> None:
    for (kind, name), label in LABELS.items():
        assert describe.field(kind, name).label == label


@pytest.mark.parametrize("name", MATTERS)
def test_a_matter_is_described_with_the_law_beside_it(name: str) -> None:
    found = describe.matter(name)
    _whole(found)
    assert found.legal is not None


@pytest.mark.parametrize("member", [*State, *RemarkKind, *Unit, *Bound, *Start, *Meaning], ids=str)
def test_a_choice_is_described(member: Enum) -> None:
    _whole(describe.choice(member))


@pytest.mark.parametrize(("kind", "name"), WORDS)
def test_a_word_is_described(kind: str, name: str) -> None:
    for code in WORDS[kind, name]:
        _whole(describe.word(kind, name, code))


def test_a_word_that_the_law_has_an_eye_on_says_so() -> None:
    legal = describe.word("CitizenConditions", "conditions", "motivated").legal
    assert legal is not None
    assert "107" in legal.en
