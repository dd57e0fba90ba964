"""Whatever somebody hands in as a standard is read whole or refused with one sentence, and nobody waits for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ophold.standard.assemble import standard_from_plain, standard_from_text
from ophold.standard.load import load_file
from ophold.standard.plain_yaml import MOST_CHARACTERS
from ophold.standard.shape import Standard, StandardRefused

GOOD = (Path(__file__).parent / "seventh/standards/alttest/2026-02-01.yaml").read_text(encoding="utf-8")
NAME = "name: Alt Testkommune"
WITHIN = "within: {value: 60, unit: working_days_mon_fri}"

pytestmark = pytest.mark.timeout(20)  # the whole file takes two seconds; what hangs must not pass


def _put(wrong: str, right: str = NAME) -> str:
    assert GOOD.count(right) >= 1
    return GOOD.replace(right, wrong, 1)


HOSTILE = {
    "a bomb of anchors": "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]\n" + GOOD,
    "an alias of nothing": _put("name: *nobody"),
    "a merge of an anchor": _put("<<: &all {name: x}"),
    "a merge without one": _put("<<: {name: Alt Testkommune}"),
    "a python object": _put("name: !!python/object/apply:os.system [ls]"),
    "a binary": _put("name: !!binary aGVq"),
    "a set": _put("name: !!set {a, b}"),
    "an own mark": _put("name: !kommune Alt"),
    "a mark on a key": _put("!!str name: Alt"),
    "a changed directive": "%TAG ! tag:example.invalid,2026:\n---\n" + _put("name: !x Alt"),
    "two documents": GOOD + "---\n" + GOOD,
    "a field twice": _put(f"{NAME}\n  {NAME}"),
    "a field twice, quoted": _put(f'{NAME}\n  "name": Alt'),
    "a field twice, by escape": _put(f'{NAME}\n  "n\\u0061me": Alt'),
    "a provision twice": GOOD.replace("  A2:", "  A1:", 1),
    "layers of lists": _put("name: " + "[" * 100_000),
    "layers of fields": _put("name: " + "{a: " * 50_000),
    "layers of dashes": _put("name:\n" + "".join("  " * deep + "-\n" for deep in range(2, 300))),
    "a key that is a list": _put("? [a, b]\n  : c"),
    "a key that is nothing": _put("~: x"),
    "a key that is a number": _put("12: x"),
    "a key that is a truth": _put("true: x"),
    "a NUL": _put("name: A\x00lt"),
    "a written NUL": _put('name: "A\\0lt"'),
    "a bell": _put('name: "A\\alt"'),
    "an escape sequence": _put('name: "\\e[31mAlt"'),
    "a turned text": _put("name: A\u202elt"),
    "an isolated text": _put("name: A\u2066lt"),
    "a byte order mark inside": _put("name: A\ufefflt"),
    "a line separator": _put('name: "A\\Llt"'),
    "half a sign": _put("name: A\ud800lt"),
    "half a sign, written": _put('name: "A\\uD800lt"'),
    "a sign that is none": _put('name: "A\\U0010FFFFlt"'),
    "a field name that turns": _put("na\u202eme: Alt"),
    "a huge number": _put(
        f"within: {{value: {'9' * 300}, unit: weeks}}", "within: {value: 60, unit: working_days_mon_fri}"
    ),
    "a large number": _put(
        "within: {value: 999999999, unit: weeks}", "within: {value: 60, unit: working_days_mon_fri}"
    ),
    "a number in hex": _put("percent: 0x50", "percent: 80"),
    "a number with lines": _put("percent: 8_0", "percent: 80"),
    "a number by sixty": _put("percent: 1:20", "percent: 80"),
    "a fraction": _put("percent: 80.0", "percent: 80"),
    "an infinity": _put("percent: .inf", "percent: 80"),
    "no number": _put("percent: .nan", "percent: 80"),
    "a number of minus": _put("percent: -80", "percent: 80"),
    "yes for true": _put("oral_answer: yes", "oral_answer: true"),
    "on for true": _put("oral_answer: on", "oral_answer: true"),
    "True for true": _put("oral_answer: True", "oral_answer: true"),
    "one for true": _put("oral_answer: 1", "oral_answer: true"),
    "a text for true": _put('oral_answer: "true"', "oral_answer: true"),
    "a day with a time": _put("adopted_on: 2026-01-20T12:00:00Z", "adopted_on: 2026-01-20"),
    "a day there is not": _put("adopted_on: 2026-02-30", "adopted_on: 2026-01-20"),
    "a day of a far year": _put("adopted_on: 12026-02-01", "adopted_on: 2026-01-20"),
    "an Arabic day": _put('adopted_on: "٢٠٢٦-٠١-٢٠"', "adopted_on: 2026-01-20"),
    "a list for a name": _put("name: [Alt]"),
    "fields for a name": _put("name: {da: Alt}"),
    "a number for a name": _put("name: 17"),
    "nothing for a name": _put("name:"),
    "a very long unknown field": _put("x" * 300_000 + ": Alt"),
    "a very long unknown word": _put("method: " + "x" * 300_000, "method: vum"),
    "many unknown fields": _put("\n  ".join(f"field_{number}: x" for number in range(20_000))),
    "a very long list": _put("covers: [" + "sel_107, " * 40_000 + "sel_999]", "covers: [sel_85, sel_107, sel_108]"),
    "more than there is room for": GOOD + "#" * MOST_CHARACTERS,
    "an address that acts": _put("calendar: javascript:alert(1)", "calendar: https://example.invalid/moeder"),
    "an address with a quote": _put("calendar: 'https://a\"onload=x'", "calendar: https://example.invalid/moeder"),
    "a tab for an indent": _put("\tname: Alt"),
    "an open quote": _put('name: "Alt'),
    "nothing": "",
    "a comment": "# hej",
    "a text": "hej",
    "a number": "17",
    "a list": "- a\n- b",
    "an empty group": "{}",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_refused_with_one_clear_sentence(name: str) -> None:
    with pytest.raises(StandardRefused) as refused:
        standard_from_text(HOSTILE[name], "fil.yaml")
    sentence = str(refused.value)
    assert sentence.startswith("»fil.yaml«")
    assert sentence.endswith(".")
    assert "; " in sentence  # and what to do about it
    assert sentence.isprintable(), "no sign of the file's own that nobody can see"
    assert len(sentence) < 900


def test_what_only_looks_like_something_else_is_an_ordinary_text() -> None:
    for text in ("no", "off", "'17'", "'2026-01-20'", "1.2.3", "=", '"a: b # c"'):
        assert standard_from_text(_put(f"name: {text}"), "fil.yaml").header.name


@pytest.mark.parametrize(
    "content",
    [b"a" * 10_000_000, b"schema: 1\nname: \xff\xfe", "schema: Ø".encode("latin-1"), "schema: 1".encode("utf-16")],
    ids=["ten megabytes", "no UTF-8", "latin-1", "UTF-16"],
)
def test_a_file_that_cannot_be_text_is_refused_before_it_is_parsed(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "fil.yaml"
    file.write_bytes(content)
    with pytest.raises(StandardRefused, match=r"for stor|UTF-8|tegn"):
        load_file(file)


PIECES = [
    "&a ",
    "*a",
    "<<: ",
    "!!str ",
    "!",
    "{",
    "[",
    "}",
    "]",
    "? ",
    ": ",
    "- ",
    "\t",
    "---\n",
    "...\n",
    "%YAML 1.1\n",
]
PIECES += ["|\n", ">-\n", "'", '"', "#", "\x00", "\u202e", "\ud800", "\ufeff", "yes", "null", "~", "9" * 40, "\\u0000"]
PIECES += ["\n", "  ", "key: ", "value: ", "æ", "🏠", "\r", "\x85"]
CUT = st.tuples(st.integers(0, len(GOOD)), st.integers(0, 30), st.lists(st.sampled_from(PIECES), max_size=4))


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(cuts=st.lists(CUT, max_size=3))
def test_however_a_file_is_cut_and_mended_it_is_whole_or_refused(cuts: list[tuple[int, int, list[str]]]) -> None:
    text = GOOD
    for start, length, put in cuts:
        text = text[:start] + "".join(put) + text[start + length :]
    said = _said(text)
    assert said.isprintable()
    assert len(said) < 900


def _said(text: str) -> str:
    """The refusal; empty where the file is whole."""
    try:
        assert isinstance(standard_from_text(text, "fil.yaml"), Standard)
    except StandardRefused as refused:
        return str(refused)
    return ""


WORDS = st.text(max_size=8) | st.sampled_from(["schema", "header", "key", "state"])
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | WORDS,
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(WORDS | st.integers(), inside, max_size=3),
    max_leaves=12,
)


@settings(max_examples=100, deadline=None)
@given(header=anything, provisions=anything, promises=anything, form=st.sampled_from([0, 1]))
def test_values_of_any_kind_are_whole_or_refused(
    header: object, provisions: object, promises: object, form: int
) -> None:
    plain = {"schema": form, "header": header, "provisions": provisions, "promises": promises}
    with pytest.raises(StandardRefused):
        standard_from_plain(plain, "fil.json")
