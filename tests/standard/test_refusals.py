"""A file with a mistake in it is refused whole, with one Danish sentence that says what to do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ophold.standard.assemble import standard_from_text
from ophold.standard.load import catalogue, load_file, municipality_settings
from ophold.standard.matters import MATTERS
from ophold.standard.settings import settings_from_text
from ophold.standard.shape import StandardRefused

GOOD = (Path(__file__).parent / "sixth/standards/nytest/2025-03-01.yaml").read_text(encoding="utf-8")
SETTINGS = (Path(__file__).parent / "sixth/municipalities/nytest.yaml").read_text(encoding="utf-8")

BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b]\n"

# what is changed in a good file, into what, and what the sentence must say
MISTAKES = {
    "misspelt field": ("      within: {value: 30", "      withinn: {value: 30", r"»withinn«.*ret det til »within«"),
    "misspelt inner field": (
        "{value: 30, unit:",
        "{valeu: 30, unit:",
        r"promises\.response_deadline\.value\.within\).*»valeu«.*»value«",
    ),
    "unknown field": ("  key: nytest", "  key: nytest\n  zebra: 1", r"»zebra«.*brug et af: key"),
    "unknown unit": (
        "unit: working_days_mon_fri",
        "unit: workingdays",
        r"»workingdays« ikke kendes.*»working_days_mon_fri«",
    ),
    "unit nobody knows": ("unit: days", "unit: xyz", r"»xyz« ikke kendes.*brug et af: days, weeks"),
    "unknown state": ("ending: {state: silent}", "ending: {state: silnt}", r"promises\.ending\.state.*»silent«"),
    "unknown word": ("counted_from: sent", "counted_from: sendt", r"»sendt« ikke kendes.*»sent«"),
    "duplicate field": ("  key: nytest", "  key: nytest\n  key: andet", r"»key« står to gange"),
    "duplicate matter": (
        "  ending: {state: silent}",
        "  ending: {state: silent}\n  ending: {state: silent}",
        r"»ending« står to gange",
    ),
    "a word for a number": ("value: 30", "value: tredive", r"»tredive«, hvor der skal stå et helt tal"),
    "a number for a word": ("name: Ny Testkommune", "name: 17", r"»17«, hvor der skal stå en tekst.*anførselstegn"),
    "a word for yes": ("always: false", "always: nej", r"»nej«, hvor der skal stå true eller false"),
    "zero days": ("value: 30", "value: 0", r"tallet 0 er for lille.*1 eller mere"),
    "minus days": ("value: 30", "value: -3", r"tallet -3 er for lille"),
    "a list for a field": (
        "  N2:\n    place: afsnit 2",
        "  N2:\n    place: [afsnit 2]",
        r"en liste, hvor der skal stå en tekst",
    ),
    "a word for a list": (
        "provisions: [N2]\n    value",
        "provisions: N2\n    value",
        r"»N2«, hvor der skal stå en liste",
    ),
    "a word for fields": (
        "respite: {state: inherits_statute, provisions: [N2]}",
        "respite: silent",
        r"promises\.respite.*state: silent|hvor der skal stå felter",
    ),
    "missing matter": ("  ending: {state: silent}\n", "", r"emnet »ending« mangler.*state: silent"),
    "unknown matter": ("  ending:", "  endings:", r"emnet »endings« ikke kendes.*ending"),
    "missing field": ("    place: afsnit 2\n", "", r"»place« mangler"),
    "empty text": ("    place: afsnit 2\n", "    place: ''\n", r"teksten er tom"),
    "no language": ("    en: Respite", "    da_: Respite", r"»da_« ikke kendes"),
    "cited but not there": ("provisions: [N2]\n    value", "provisions: [N7]\n    value", r"»N7« ikke findes i filen"),
    "a number that is none": ("  N2:\n", "  n2:\n", r"»n2« ikke er et bestemmelsesnummer"),
    "fixed without value": (
        "ending: {state: silent}",
        "ending: {state: fixed, provisions: [N1]}",
        r"»value« mangler, når state er fixed",
    ),
    "fixed without provision": (
        "  respite: {state: inherits_statute, provisions: [N2]}",
        "  respite: {state: fixed, value: {guideline: 5}}",
        r"»provisions« mangler",
    ),
    "silent with a value": (
        "goals: {state: silent}",
        "goals: {state: silent, value: {at_the_grant: true}}",
        r"»value« ikke hører til",
    ),
    "elsewhere without document": (
        "goals: {state: silent}",
        "goals: {state: elsewhere, provisions: [N1]}",
        r"»document« mangler",
    ),
    "a day that is none": ("adopted_on: 2025-02-20", "adopted_on: 2025-02-30", r"dagen 2025-02-30 ikke findes"),
    "a version of no day": (
        'version: "2025-03-01"',
        'version: "2025-04-01"',
        r"hverken er adopted_on eller valid_from",
    ),
    "undated with a day": ('version: "2025-03-01"', "version: undated-1", r"teksten bærer en dag"),
    "a version unquoted": ('version: "2025-03-01"', "version: 2025-03-01", r"»2025-03-01«, hvor der skal stå en tekst"),
    "a key in Danish": ("key: nytest", "key: nytøst", r"»nytøst« ikke er små bogstaver"),
    "a newer schema": ("schema: 1", "schema: 2", r"schema er 2"),
    "a tag": ("name: Ny Testkommune", "name: !!python/object:os.system x", r"mærke"),
    "an anchor": ("name: Ny Testkommune", "name: &a Ny Testkommune", r"ankre"),
    "two documents": ("schema: 1", "schema: 1\n---\nschema: 1", r"mere end ét dokument|ikke er gyldig"),
    "broken indent": ("  key: nytest", "   key: nytest", r"linje \d+ ikke er gyldig YAML"),
    "a control character": ("name: Ny Testkommune", "name: Ny\x07kommune", r"tegn, som YAML ikke tillader"),
    "a number as a field name": ("  N2:\n", "  2:\n", r"feltnavn ikke er en tekst"),
    "too deep": ("goals: {state: silent}", "goals: " + "[" * 500 + "]" * 500, r"mere end 20 lag"),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_refused_with_one_sentence(name: str) -> None:
    right, wrong, expected = MISTAKES[name]
    assert right in GOOD
    with pytest.raises(StandardRefused) as refused:
        standard_from_text(GOOD.replace(right, wrong, 1), "nytest.yaml")
    sentence = str(refused.value)
    assert re.search(expected, sentence), sentence
    assert re.match(r"»nytest\.yaml«( \([^)]+\))? blev ikke indlæst, fordi ", sentence)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert len(sentence) < 600


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "tom"),
        ("just words", "ikke er delt op i felter"),
        ("[1, 2]", "ikke er delt op i felter"),
        (BOMB, "ankre"),
        ("schema: 1\n", "mangler"),
        ("x" * 1_000_000, "for stor"),
        ("[" * 5000, "lag"),
        ("{" * 5000, "feltnavn"),
        ("? " * 5000, "feltnavn"),
        ("- " * 5000, "lag"),
    ],
)
def test_what_is_no_standard_at_all_is_refused_too(text: str, expected: str) -> None:
    with pytest.raises(StandardRefused, match=expected):
        standard_from_text(text, "fil.yaml")


def test_a_file_of_ten_megabytes_is_refused_before_it_is_read(tmp_path: Path) -> None:
    large = tmp_path / "stor.yaml"
    large.write_bytes(b"a" * 10_000_000)
    with pytest.raises(StandardRefused, match="for stor"):
        load_file(large)


def test_a_file_that_is_not_there_or_not_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StandardRefused, match="ikke findes"):
        load_file(tmp_path / "intet.yaml")
    with pytest.raises(StandardRefused, match="kan læses"):
        load_file(tmp_path)
    (tmp_path / "latin.yaml").write_bytes("schema: Ø".encode("latin-1"))
    with pytest.raises(StandardRefused, match="UTF-8"):
        load_file(tmp_path / "latin.yaml")
    with pytest.raises(StandardRefused, match="mappen"):
        catalogue(tmp_path / "intet")


def test_a_standard_in_the_wrong_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "andet").mkdir()
    (tmp_path / "andet" / "2025-03-01.yaml").write_text(GOOD, encoding="utf-8")
    with pytest.raises(StandardRefused, match=r"nytest/2025-03-01\.yaml"):
        catalogue(tmp_path)


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        ('code: "0999"', 'code: "999"', "kommunekode"),
        ("reference_letters: NYT", "reference_letters: nyt", "store bogstaver"),
        ("sender:", "sendr:", "»sender«"),
        ("schema: 1", "schema: 9", "schema er 9"),
    ],
)
def test_settings_are_refused_the_same_way(right: str, wrong: str, expected: str) -> None:
    with pytest.raises(StandardRefused, match=expected):
        settings_from_text(SETTINGS.replace(right, wrong, 1), "nytest.yaml")


def test_settings_under_another_name_are_refused(tmp_path: Path) -> None:
    (tmp_path / "andet.yaml").write_text(SETTINGS, encoding="utf-8")
    with pytest.raises(StandardRefused, match="nøglen er nytest"):
        municipality_settings(tmp_path)


@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_however_a_file_is_broken_it_is_whole_or_refused(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(GOOD)))
    length = data.draw(st.integers(0, 40))
    put = data.draw(st.text(alphabet=st.sampled_from("ab:{}[]-!&*|>'\"#,?@%\n\t 0123æ\x00\ud800\ufeff"), max_size=12))
    broken = GOOD[:start] + put + GOOD[start + length :]
    try:
        found = standard_from_text(broken, "fil.yaml")
    except StandardRefused:
        return
    assert set(found.promises) == set(MATTERS)
