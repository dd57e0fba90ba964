"""There is one way to write a standard down: writing what was read gives the same bytes again, whatever it holds."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest
import yaml
from hypothesis import HealthCheck, given, settings

from ophold.standard.assemble import standard_from_plain, standard_from_text
from ophold.standard.canonical import WIDTH, as_plain, canonical_text
from ophold.standard.load import catalogue
from ophold.standard.matters import MATTERS
from ophold.standard.plain_yaml import has_comments
from ophold.standard.shape import Promise, Standard, StandardRefused, State
from tests.standard.generated import standards, texts

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "standards").glob("*/*.yaml"))
SIXTH = Path(__file__).parent / "sixth/standards/nytest/2025-03-01.yaml"

_READ = standard_from_text(SIXTH.read_text(encoding="utf-8"), SIXTH.name)
_SILENT: dict[str, Promise[object]] = {name: Promise(state=State.SILENT) for name in MATTERS}
BARE = replace(_READ, promises=MappingProxyType(_SILENT))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parent.name)
def test_a_committed_file_is_already_as_export_writes_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert canonical_text(standard_from_text(text, path.name)) == text
    assert not has_comments(text)


def test_the_five_are_looked_at() -> None:
    assert len(FILES) >= 5


SLOW = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))


@SLOW
@given(standard=standards())
def test_whatever_a_standard_holds_it_is_read_back_the_same_and_written_the_same(standard: Standard) -> None:
    text = canonical_text(standard)
    again = standard_from_text(text, "x.yaml")
    assert again == standard
    assert canonical_text(again) == text
    assert not has_comments(text)
    assert not any(line != line.rstrip(" ") for line in text.split("\n"))
    # and the same through JSON, and to every other reader of YAML
    plain = as_plain(standard)
    assert standard_from_plain(json.loads(json.dumps(plain)), "x.json") == standard
    assert json.loads(json.dumps(yaml.load(text, Loader=yaml.CSafeLoader), default=str)) == plain


@settings(max_examples=400, deadline=None)
@given(said=texts)
def test_whatever_a_text_holds_it_comes_back(said: str) -> None:
    standard = replace(
        BARE,
        header=replace(BARE.header, title=said, adopted_by=(said, said)),
        provisions={"N1": replace(BARE.provisions["N1"], da=said, remarks=())},
    )
    text = canonical_text(standard)
    assert standard_from_text(text, "x.yaml") == standard


def test_lines_are_no_wider_than_they_need_to_be() -> None:
    for standards_of_one in catalogue(ROOT / "standards").standards.values():
        for standard in standards_of_one:
            assert max(map(len, canonical_text(standard).splitlines())) <= WIDTH


def test_what_says_nothing_is_left_out_and_what_says_something_is_written() -> None:
    text = canonical_text(standard_from_text(SIXTH.read_text(encoding="utf-8"), SIXTH.name))
    assert "counted_from: sent" in text
    assert "also_read_as" not in text
    assert "ending:\n    state: silent\n" in text


@pytest.mark.parametrize(
    ("text", "commented"),
    [
        ("a: b # c", True),
        ("# æøå\na: b", True),
        ("a: b#c", False),
        ('a: "b # c"', False),
        ("a: >-\n  b # c\n  # d\nb: c", False),
        ("a: >- # b\n  c\n", True),
        ("a: |\n  c\n# d\n", True),
        ("a: [b, #c\n d]", True),
        ("ø: 'æ # å'\nb: c\n", False),
    ],
)
def test_a_comment_is_seen_and_nothing_else_is_taken_for_one(text: str, commented: bool) -> None:
    assert has_comments(text) is commented


@pytest.mark.parametrize("sign", ["\\u202E", "\\u0000", "\\u0007", "\\uFEFF", "\\u2066", "\\u2028", "\\uFFFE", "\\x85"])
def test_a_sign_that_nobody_can_see_is_refused(sign: str) -> None:
    text = SIXTH.read_text(encoding="utf-8").replace("name: Ny Testkommune", f'name: "Ny {sign} Testkommune"', 1)
    with pytest.raises(StandardRefused, match=r"usynligt styretegn|tegn, som YAML"):
        standard_from_text(text, "x.yaml")
