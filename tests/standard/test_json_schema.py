"""The JSON Schema and the reader agree: what the one takes the other takes, but for what no schema can say."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ophold.standard.assemble import standard_from_plain
from ophold.standard.canonical import as_plain
from ophold.standard.json_schema import json_schema
from ophold.standard.load import catalogue, load_file
from ophold.standard.shape import Standard, StandardRefused
from tests.standard.generated import standards

jsonschema = pytest.importorskip("jsonschema", reason="a development package: make setup-dev")

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
SEVENTH = load_file(HERE / "seventh/standards/alttest/2026-02-01.yaml")
SIXTH = load_file(HERE / "sixth/standards/nytest/2025-03-01.yaml")
EVERY = [SEVENTH, SIXTH, *(each for versions in catalogue(ROOT / "standards").standards.values() for each in versions)]
SCHEMA = json_schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())

# what no schema can say: these sentences are the reader's alone
ONLY_THE_READER = re.compile(
    r"ikke findes i filen|versionens dag hverken|versionen er udateret|står to gange|dagen \d{4}-\d\d-\d\d ikke findes"
)


def _takes(plain: object) -> str:
    """Why the reader refuses the values; empty where it takes them."""
    try:
        standard_from_plain(plain, "x")  # type: ignore[arg-type]  # whatever it is, it must answer
    except StandardRefused as refused:
        return str(refused)
    return ""


def test_it_is_a_schema_of_the_draft_it_names() -> None:
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("standard", EVERY, ids=lambda standard: standard.key)
def test_every_standard_there_is_fits(standard: Standard) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(as_plain(standard))] == []


def _resolved(node: dict[str, Any]) -> dict[str, Any]:
    while "title" not in node and "$ref" in node:
        found: Any = SCHEMA
        for step in node["$ref"].removeprefix("#/").split("/"):
            found = found[step]
        node = found
    return node


def _properties(node: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(node, dict):
        if node.get("additionalProperties") is False:
            yield from ((f"{path}/{name}", each) for name, each in node["properties"].items())
        for name, each in node.items():
            yield from _properties(each, f"{path}/{name}")
    elif isinstance(node, list):
        for number, each in enumerate(node):
            yield from _properties(each, f"{path}/{number}")


def test_every_field_is_described_in_danish_and_english() -> None:
    found = dict(_properties(SCHEMA))
    assert len(found) > 100
    for path, node in found.items():
        said = _resolved(node)
        assert said["title"], path
        danish, english = said["description"].split("\n")
        assert danish != english, path


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(standard=standards())
def test_whatever_the_reader_can_hold_fits(standard: Standard) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(as_plain(standard))] == []


PLAIN_MISTAKES = {
    "misspelt field": lambda plain: plain["promises"]["hearing"].update(stat="fixed"),
    "unknown state": lambda plain: plain["promises"]["hearing"].update(state="silnt"),
    "silent with a value": lambda plain: plain["promises"]["hearing"].update(value={}),
    "fixed without a value": lambda plain: plain["promises"]["hearing"].update(state="fixed", provisions=["A1"]),
    "elsewhere without a document": lambda plain: plain["promises"]["goals"].update(state="elsewhere"),
    "no matter": lambda plain: plain["promises"].pop("ending"),
    "a share without a number": lambda plain: plain["promises"]["response_deadline"]["value"].pop("percent"),
    "a threshold in one language": lambda plain: plain["promises"]["assessment"]["value"].pop("threshold_da"),
    "a level there is not": lambda plain: plain["promises"]["assessment"]["value"].update(least_level=5),
    "a deadline in full days": lambda plain: plain["promises"]["notices"]["value"]["interim_within"].update(
        unit="full_days"
    ),
    "an address that is none": lambda plain: plain["promises"]["committee"]["value"].update(calendar="javascript:x"),
    "a group's key": lambda plain: plain["promises"]["response_deadline"]["value"]["for_groups"][0].update(key="Æ"),
    "a provision's number": lambda plain: plain["provisions"].update({"a1": plain["provisions"]["A1"]}),
    "a sign nobody sees": lambda plain: plain["header"].update(title="a\u202eb"),
    "only blanks": lambda plain: plain["header"].update(title="  "),
    "a newer form": lambda plain: plain.update(schema=2),
    "a version that is none": lambda plain: plain["header"].update(version="1"),
}


@pytest.mark.parametrize("name", PLAIN_MISTAKES)
def test_a_mistake_is_refused_by_both(name: str) -> None:
    plain: Any = copy.deepcopy(as_plain(SEVENTH))
    PLAIN_MISTAKES[name](plain)
    assert _takes(plain)
    assert not VALIDATOR.is_valid(plain)


def _places(node: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    if isinstance(node, dict):
        for name, each in node.items():
            yield from _places(each, (*path, name))
    elif isinstance(node, list):
        for number, each in enumerate(node):
            yield from _places(each, (*path, number))


PLACES = [place for place in _places(as_plain(SEVENTH)) if place]
DAYS = ["2026-02-30", "2026-02-01"]
TEXTS = ["", " ", "x", "no", "fixed", "days", "a\x07b", "https://example.invalid"]
NUMBERS = [0, 1, -1, 7, 1001, 2_000_000, 1.5]
GROUPS = [[], {}, ["A1"], [None], {"value": 1, "unit": "weeks"}, {"da": "a", "en": "b"}]
PUT: st.SearchStrategy[object] = st.sampled_from([None, True, False, *DAYS, *TEXTS, *NUMBERS, *GROUPS])


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(place=st.sampled_from(PLACES), put=PUT, how=st.sampled_from(["put", "drop", "rename", "add"]))
def test_however_the_values_are_changed_schema_and_reader_agree(place: tuple[Any, ...], put: object, how: str) -> None:
    plain: Any = copy.deepcopy(as_plain(SEVENTH))
    *steps, last = place
    inside: Any = plain
    for step in steps:
        inside = inside[step]
    if how == "put":
        inside[last] = put
    elif how == "drop":
        del inside[last]
    elif isinstance(inside, dict):
        inside[f"{last}x"] = inside.pop(last) if how == "rename" else put
    why, fits = _takes(plain), VALIDATOR.is_valid(plain)
    if not why:
        assert fits, [error.message for error in VALIDATOR.iter_errors(plain)]
    elif not ONLY_THE_READER.search(why):
        assert not fits, why
