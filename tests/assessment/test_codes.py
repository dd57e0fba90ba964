"""Our table of FFB's codes against KL's own files, and what it must hold whoever publishes it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.utils.translation import override

from ophold.journey.assessment.themes import codes

KL = os.environ.get("OPHOLD_KL_DIR", "")
needs_kl = pytest.mark.skipif(not KL, reason="OPHOLD_KL_DIR names no folder with KL's own files")


def _walk(concepts: list[dict[str, Any]], under: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str, str]]:
    for each in concepts:
        yield under, each["code"], each["display"].strip()
        yield from _walk(each.get("concept", []), (*under, each["code"]))


@pytest.fixture(scope="module")
def kl() -> dict[str, Any]:
    """KL's code system."""
    found: dict[str, Any] = json.loads((Path(KL) / "CodeSystem-FFB.json").read_text())
    return found


@needs_kl
def test_every_code_and_danish_term_is_kls(kl: dict[str, Any]) -> None:
    theirs = {code: term for _under, code, term in _walk(kl["concept"])}
    assert {code: one.da for code, one in codes.BY_CODE.items()} == {code: theirs.get(code) for code in codes.BY_CODE}
    assert (kl["url"], kl["version"]) == (codes.SYSTEM, codes.VERSION)


@needs_kl
def test_every_sub_theme_of_kls_is_here_under_its_theme(kl: dict[str, Any]) -> None:
    ours = {(theme.code, sub.code) for theme in codes.THEMES for sub in theme.sub_themes}
    themes = {theme.code for theme in codes.THEMES}
    theirs = {(under[-1], code) for under, code, _term in _walk(kl["concept"]) if under and under[-1] in themes}
    assert ours == theirs
    assert len(theirs) == 67


@needs_kl
@pytest.mark.parametrize(
    ("name", "ours"),
    [
        ("KLSeveritiesFFB", {level.code for level in codes.LEVELS}),
        ("KLNeedsAssessmentCodesFFB", {level.code for level in codes.NEEDS}),
        ("KLConditionADCodesFFB", set(codes.RATED)),
        ("KLTargetGroupsFFB", {group.code for group in codes.TARGET_GROUPS}),
    ],
)
def test_each_choice_is_one_of_kls_value_sets(name: str, ours: set[str]) -> None:
    sets = json.loads((Path(KL) / "ffb-valuesets-expanded.json").read_text())["valueSets"]
    assert ours == {each["code"] for each in sets[f"http://fhir.kl.dk/term/ValueSet/{name}"]["codes"]}


def test_eleven_themes_in_order_and_levels_under_activity_and_participation_alone() -> None:
    assert len(codes.THEMES) == 11
    assert [theme.address for theme in codes.THEMES if theme.rated] == [
        "relationer", "kommunikation", "mobilitet", "egenomsorg", "samfundsliv", "praktiske-opgaver",
    ]  # fmt: skip
    assert len(codes.RATED) == 31
    assert len(codes.TARGET_GROUPS) == 45


def test_every_term_is_said_in_both_languages() -> None:
    for one in codes.BY_CODE.values():
        assert one.da
        assert one.en
        with override("en"):
            assert str(codes.term(one.code)) == one.en
        with override("da"):
            assert str(codes.term(one.code)) == one.da
