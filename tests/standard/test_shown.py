"""A standard reads the same in a terminal, as JSON, and line by line on a page, in both languages."""

from __future__ import annotations

import dataclasses
import json
import os
import re
from pathlib import Path

import pytest

from ophold.law.promises import Interval, Period
from ophold.standard.labels import LABELS, REMARKS, STATES
from ophold.standard.load import catalogue
from ophold.standard.matters import MATTERS
from ophold.standard.render import as_dict, as_text, listing, listing_as_dicts
from ophold.standard.shape import RemarkKind, Standard, State
from ophold.standard.spoken import in_short, lines
from ophold.standard.words import WORDS

ROOT = Path(__file__).resolve().parents[2]
INSTALLED = catalogue(ROOT / "standards")
EVERY = [standard for versions in INSTALLED.standards.values() for standard in versions]
SEEDS = os.environ.get("OPHOLD_SEEDS_DIR", "")


def _short(key: str, matter: str) -> tuple[str, str]:
    said = in_short(INSTALLED.versions(key)[-1].promises[matter])
    return said.da, said.en


def test_a_promise_reads_as_a_sentence_in_both_languages() -> None:
    assert _short("lejre", "follow_up") == (
        "Første opfølgning: inden for 3 måneder; Også efter behov: ja",
        "First follow-up: within 3 months; Also by need: yes",
    )
    assert _short("ballerup", "follow_up")[0] == "Første opfølgning: efter 3 måneder; Derefter: mindst hver 6. måned"
    assert _short("ishoej", "follow_up")[1].startswith("After that: at least every year")
    assert _short("frederikssund", "response_deadline") == ("standarden er tavs", "the standard is silent")
    assert "Aktuelle svarfrister" in _short("ishoej", "response_deadline")[0]


def test_an_ambiguous_word_shows_its_other_reading() -> None:
    assert (
        "60 hverdage (lørdag regnes med; kan også læses som mandag til fredag)"
        in _short("ballerup", "response_deadline")[0]
    )


def test_the_grounds_for_ending_keep_and_and_or_apart() -> None:
    assert "målene er nået og formålet er opfyldt; eller" in _short("ballerup", "ending")[0]


def test_every_field_of_every_promise_has_a_label() -> None:
    for matter in MATTERS.values():
        for field in dataclasses.fields(matter.kind):
            assert (matter.kind, field.name) in LABELS
    assert set(STATES) == set(State)
    assert set(REMARKS) == set(RemarkKind)


def test_every_vocabulary_belongs_to_a_field_there_is() -> None:
    kinds = {matter.kind.__name__: matter.kind for matter in MATTERS.values()}
    for kind, name in WORDS:
        if kind in kinds:
            assert name in {field.name for field in dataclasses.fields(kinds[kind])}
    assert {kind for kind, _ in WORDS} - set(kinds) == {"ContactPoint", "Header"}
    assert Period not in kinds.values()
    assert Interval not in kinds.values()


@pytest.mark.parametrize("standard", EVERY, ids=lambda standard: standard.version_key)
def test_a_whole_standard_is_shown_with_every_provision_and_every_silence(standard: Standard) -> None:
    text = as_text(standard)
    for number, provision in standard.provisions.items():
        assert f"{number} ({provision.place})" in text
    silent = sum(promise.state is State.SILENT for promise in standard.promises.values())
    assert text.count("standarden er tavs") == silent
    assert "læses af reglen" in text
    assert "bruges endnu ikke af en regel" in text
    assert max(len(line) for line in text.splitlines()) < 260
    for promise in standard.promises.values():
        assert all(line.value.da and line.value.en for line in lines(promise))


@pytest.mark.parametrize("standard", EVERY, ids=lambda standard: standard.version_key)
def test_a_whole_standard_goes_into_json(standard: Standard) -> None:
    held = json.loads(json.dumps(as_dict(standard), ensure_ascii=False))
    assert held["key"] == standard.key
    assert held["undated"] is standard.undated
    assert set(held["promises"]) == set(MATTERS)
    assert set(held["provisions"]) == set(standard.provisions)


def test_the_list_says_which_bear_no_date() -> None:
    rows = listing(INSTALLED).splitlines()
    assert len(rows) == len(EVERY)
    assert [row for row in rows if "bærer ingen dag" in row] == [row for row in rows if "undated-1" in row]
    assert [row["version"] for row in listing_as_dicts(INSTALLED)] == [standard.version for standard in EVERY]


@pytest.mark.skipif(not SEEDS, reason="OPHOLD_SEEDS_DIR names no folder with the municipalities' own texts")
@pytest.mark.parametrize("standard", EVERY, ids=lambda standard: standard.version_key)
def test_no_run_of_eight_words_is_copied_from_the_municipalities_own_texts(standard: Standard) -> None:
    theirs = " ".join(_words(path.read_text(encoding="utf-8")) for path in sorted(Path(SEEDS).glob("*.txt")))
    ours = [provision.da for provision in standard.provisions.values()]
    ours += [remark.da for provision in standard.provisions.values() for remark in provision.remarks]
    copied = []
    for text in ours:
        words = _words(text).split()
        runs = (" ".join(words[start : start + 8]) for start in range(len(words) - 7))
        copied += [run for run in runs if run in theirs]
    assert copied == []


def _words(text: str) -> str:
    joined = re.sub(r"-\s*\n\s*", "", text)
    return " ".join(re.findall(r"\w+", joined.casefold()))
