"""The guide's answer: complete in both languages, sourced line by line, and never yes or no to a place."""

from __future__ import annotations

import dataclasses
import itertools
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ophold.law.finding import Layer, Status
from ophold.law.limbs_in_play import Standing, limbs_in_play
from ophold.law.promises import GroupPeriod, Meaning, Period, ResponsePromise, Start, Unit
from ophold.standard.expectation import SECTIONS, expectation, expectation_as_json, section
from ophold.standard.expected import Asked, Section, Topic
from ophold.standard.inquiry import CODES, QUESTIONS, SKIPPED, Told, told
from ophold.standard.load import catalogue, municipality_settings
from ophold.standard.matters import MATTERS
from ophold.standard.national import national_law
from ophold.standard.settings import MunicipalitySettings
from ophold.standard.shape import Document, Promise, Standard, State
from ophold.standard.voice import Voice
from ophold.standard.words import WORDS
from tests.law.table import quickly

ROOT = Path(__file__).resolve().parents[2]
SIXTH = Path(__file__).parent / "sixth"
TODAY = date(2026, 11, 23)
STATUTE = national_law(ROOT).statute(TODAY)
FIVE = {key: catalogue(ROOT / "standards").in_force(key, TODAY) for key in catalogue(ROOT / "standards").keys}
ALL = FIVE | {"nytest": catalogue(SIXTH / "standards").in_force("nytest", TODAY)}
SETTINGS = {**municipality_settings(ROOT / "municipalities"), **municipality_settings(SIXTH / "municipalities")}
SILENT = replace(
    ALL["lejre"],
    promises=MappingProxyType({name: Promise(state=State.SILENT) for name in MATTERS}),
)
STANDARDS = {**ALL, "silent": SILENT}

# what would be yes or no to a place, or a measure of how near one is to it
NEVER = re.compile(
    r"\bfår (du|din pårørende|borgeren) (et|en|ikke)\b|\b(du|din pårørende|borgeren) får (et|en|ikke|plads)\b"
    r"|har ret til|berettiget|opfylder|godkendt til|i målgruppen|uden for målgruppen|afslag|afvis|tilkend"
    r"|kan ikke få|sandsynlig|chance|procent|\d points?\b|\bscore|%"
    r"|\bentitled|eligib|qualif|will (be )?(get|given|granted|refused)|you get an? (place|stay)|likely|chance|\bscore"
    r"|percent|probab|refused",
    re.IGNORECASE,
)
YOU = re.compile(r"\b(du|dig|din|dit|dine|you|your|yours)\b", re.IGNORECASE)
OTHERS = re.compile(r"din pårørendes?|your relative('s)?", re.IGNORECASE)

codes = {name: st.sampled_from([SKIPPED, *sorted(held)]) for name, held in CODES.items()}
answers = st.builds(Told, voice=st.sampled_from(Voice), **codes)


def asked(standard: Standard, said: Told, settings: MunicipalitySettings | None = None) -> Asked:
    return Asked(standard=standard, statute=STATUTE, settings=settings, on=TODAY, told=said)


def words(made: Section) -> Iterator[str]:
    yield from (made.title.da, made.title.en)
    for each in made.all_lines:
        yield from (each.reason.text, each.reason.text_en)


def everything_told(reads: frozenset[str]) -> Iterator[Told]:
    """Every combination of answers to some questions, to everybody who may ask."""
    for chosen in itertools.product(*([SKIPPED, *sorted(CODES[name])] for name in sorted(reads))):
        for voice in Voice:
            yield told(dict(zip(sorted(reads), chosen, strict=True)), voice)


@cache
def every_section() -> tuple[tuple[Told, Section], ...]:
    """Each section for every combination of the answers it is given, in every municipality.

    Who asks changes only how a sentence speaks: two municipalities are enough to hear each sentence spoken to all.
    """
    return tuple(
        (said, section(topic, asked(standard, said, SETTINGS.get(key))))
        for key, standard in STANDARDS.items()
        for topic, (_, reads) in SECTIONS.items()
        for said in everything_told(reads)
        if said.voice is Voice.SELF or key in {"ballerup", "silent"}
    )


def test_no_answer_says_yes_or_no_to_a_place() -> None:
    assert len(every_section()) > 5000
    said = {text for _, made in every_section() for text in words(made)}
    assert {text for text in said if NEVER.search(text)} == set()


def test_a_section_hangs_on_nothing_but_the_questions_it_names() -> None:
    """So the combinations above are every combination there is."""
    full = told({name: sorted(held)[0] for name, held in CODES.items()})
    for standard in FIVE.values():
        for topic, (_, reads) in SECTIONS.items():
            only = told({name: getattr(full, name) for name in reads})
            assert section(topic, asked(standard, full)) == section(topic, asked(standard, only))


def test_every_line_has_a_source_and_both_languages_and_no_mark_is_left() -> None:
    for _, made in every_section():
        assert made.title.da
        assert made.title.en
        for each in made.all_lines:
            assert str(each.reason.source)
            assert each.reason.text
            assert each.reason.text_en
            assert "{" not in each.reason.text + each.reason.text_en


def test_a_relative_or_a_professional_is_never_told_that_it_is_about_them() -> None:
    for said, made in every_section():
        if said.voice is not Voice.SELF:
            for text in words(made):
                assert not YOU.search(OTHERS.sub("", text)), text


def test_a_section_says_nothing_twice() -> None:
    for _, made in every_section():
        said = [each.reason.text for each in made.all_lines]
        assert len(said) == len(set(said)), said


def test_silence_is_marked_wherever_the_standard_says_nothing_and_nowhere_else() -> None:
    for _, made in every_section():
        for each in made.all_lines:
            says_so = re.search(r"(standard|tekst)\w* (siger|lover) (intet|ikke|ingen)", each.reason.text)
            if each.silent:
                assert each.reason.source.layer is Layer.STANDARD
            elif each.reason.source.layer is Layer.STANDARD and says_so:
                assert "frit valg" in each.reason.text, each.reason.text  # the rule's own reason says it


def test_where_everything_is_silent_statute_answers_every_question() -> None:
    found = expectation(SILENT, statute=STATUTE, on=TODAY, told=Told())
    assert found.result.silent
    assert found.result.reason.text == "Kommunens standard lover ingen dag for svaret."
    for made in found.sections:
        layers = {each.reason.source.layer for each in made.all_lines if not each.silent}
        assert Layer.STANDARD not in layers
        assert layers & {Layer.STATUTE, Layer.READING}


@pytest.mark.parametrize(
    ("key", "first"),
    [
        ("ballerup", "Søger du i dag, lover kommunen svar senest torsdag den 4. februar 2027."),
        ("frederikssund", "Kommunens standard lover ingen dag for svaret."),
        ("hjoerring", "Søger du i dag, lover kommunen svar senest mandag den 15. februar 2027."),
        ("ishoej", "Svarfristen står ikke her, men i »Aktuelle svarfrister, Ishøj Kommune«."),
        ("lejre", "Søger du i dag, lover kommunen svar senest mandag den 4. januar 2027."),
    ],
)
def test_the_result_comes_first(key: str, first: str) -> None:
    found = expectation(STANDARDS[key], statute=STATUTE, on=TODAY, told=Told(), settings=SETTINGS[key])
    assert found.result.reason.text == first
    assert "hverken ja eller nej" in found.caution.reason.text
    day = next(each for each in found.sections if each.topic is Topic.ANSWER).day
    assert (day is not None) is (key in {"ballerup", "hjoerring", "lejre"})
    assert day is None or day.status is Status.SETTLED


@pytest.mark.parametrize(
    ("age", "names"),
    [
        ("under_18", ["Ungekontakten"]),
        ("18_29", ["Ungekontakten"]),
        ("30_to_pension", ["Rådgivningshuset"]),
        ("pension", ["Rådgivningshuset"]),
        (SKIPPED, ["Ungekontakten", "Rådgivningshuset"]),
    ],
)
def test_whom_to_contact_hangs_on_age_where_the_standard_says_so(age: str, names: list[str]) -> None:
    made = section(Topic.CONTACT, asked(STANDARDS["frederikssund"], Told(age=age)))
    assert [point.name for point in made.contacts] == names


def test_a_question_skipped_is_unknown_and_never_no() -> None:
    for name, held in CODES.items():
        for code in held:
            facts = told({name: code}).facts
            assert told({name: SKIPPED}).facts == {}
            assert all(value is not None for value in facts.values())
    standings = [each.standing for each in limbs_in_play(Told().facts).value or ()]
    assert standings == [Standing.OPEN] * 3


def test_an_answer_in_the_middle_leaves_statutes_word_open() -> None:
    assert "considerably_reduced_functioning" not in Told(functioning="some_mental").facts
    assert "needs_extensive_daily_help" not in Told(support="some").facts
    assert Told(home="own_kept").relatives_care is None


def test_what_a_standard_asks_beyond_statute_never_shuts_the_must_groups_out() -> None:
    for key in ("ballerup", "ishoej", "lejre", "hjoerring"):
        made = section(Topic.LOOKED_AT, asked(STANDARDS[key], Told()))
        said = [each.reason.text for each in made.lines]
        assert any(text.startswith("Kommunens tekst kræver") for text in said)
        assert any("kan ikke lukke for dem, loven siger skal hjælpes" in text for text in said)


def test_a_kept_home_costs_no_housing_and_says_that_it_is_unconfirmed() -> None:
    made = section(Topic.PAYMENT, asked(STANDARDS["hjoerring"], Told(home="own_kept")))
    assert "betaler du som udgangspunkt ikke for boligen" in made.lead.reason.text
    assert any(not each.reason.source.evidence.confirmed for each in made.lines)
    free = section(Topic.PAYMENT, asked(STANDARDS["frederikssund"], Told(home="own_kept")))
    assert "er opholdet som udgangspunkt gratis" in free.lead.reason.text


def test_respite_comes_early_for_who_asks_for_it_and_no_number_is_a_cap() -> None:
    found = expectation(STANDARDS["lejre"], statute=STATUTE, on=TODAY, told=Told(wish="respite"))
    assert [each.topic for each in found.sections][:3] == [Topic.ANSWER, Topic.CONTACT, Topic.RESPITE]
    assert "hverken loft eller krav" in found.sections[2].lead.reason.text
    assert any("59 eller 85" in each.reason.text for each in found.sections[2].lines)


def test_under_18_hears_that_the_application_is_taken_in() -> None:
    found = expectation(STANDARDS["lejre"], statute=STATUTE, on=TODAY, told=Told(age="under_18"))
    assert found.sections[0].topic is Topic.UNDER_AGE
    assert "tages imod" in found.sections[0].lead.reason.text
    assert Topic.UNDER_AGE not in {
        each.topic for each in expectation(STANDARDS["lejre"], statute=STATUTE, on=TODAY, told=Told()).sections
    }


@pytest.mark.parametrize(
    ("meaning", "percent", "said"),
    [
        (Meaning.MAXIMUM, None, "lover kommunen svar senest mandag den 21. december 2026"),
        (Meaning.PERCENTILE, 85, "kommer svaret i 85 af 100 sager senest mandag den 21. december 2026"),
        (Meaning.TYPICAL, None, "siger kun, hvad der er sædvanligt"),
    ],
)
def test_a_share_of_cases_and_what_is_usual_are_not_told_as_a_promise(
    meaning: Meaning, percent: int | None, said: str
) -> None:
    within = Period(value=4, unit=Unit.WEEK)
    promise = ResponsePromise(within=within, start=Start.RECEIPT, meaning=meaning, percent=percent)
    written: dict[str, Promise[object]] = dict(ALL["lejre"].promises)
    written["response_deadline"] = Promise(state=State.FIXED, provisions=("L12",), value=promise)
    standard = replace(ALL["lejre"], promises=MappingProxyType(written))
    made = section(Topic.ANSWER, asked(standard, Told()))
    assert said in made.lead.reason.text
    assert (made.day is None) is (meaning is Meaning.TYPICAL)


def test_a_placeholder_is_no_address_to_complain_to() -> None:
    made = section(Topic.COMPLAINT, asked(STANDARDS["frederikssund"], Told(), SETTINGS["frederikssund"]))
    assert not any("Pladsholder" in each.reason.text for each in made.lines)


# -- any municipality that can be written -----------------------------------------------------------------------------

PROVISIONS = MappingProxyType({id_: held for each in ALL.values() for id_, held in each.provisions.items()})
DOCUMENT = Document(name="Aktuelle svarfrister", address="https://example.invalid/svarfrister")


periods = st.builds(Period, value=st.integers(1, 90), unit=st.sampled_from([Unit.DAY, Unit.WEEK, Unit.MONTH]))
groups = st.builds(GroupPeriod, key=st.just("unge"), da=st.just("unge"), en=st.just("young"), period=periods)
SHAPES: dict[str, st.SearchStrategy[object]] = {
    "bool": st.booleans(),
    "bool | None": st.none() | st.booleans(),
    "int | None": st.none() | st.integers(1, 99),
    "Period": periods,
    "Period | None": st.none() | periods,
    "tuple[GroupPeriod, ...]": st.just(()) | st.tuples(groups),
}


def _field(kind: type, name: str, shape: str) -> st.SearchStrategy[object] | None:
    """Everything a field can hold that a rule reads; None where its own default will do."""
    words = sorted(WORDS.get((kind.__name__, name), {}))
    if words and shape == "str":
        return st.sampled_from(["", *words])
    if words and shape == "tuple[str, ...]":
        return st.lists(st.sampled_from(words), unique=True, max_size=4).map(tuple)
    return SHAPES.get(shape)


def _values(kind: type) -> st.SearchStrategy[object]:
    """A promise that nobody has written yet."""
    made = {each.name: _field(kind, each.name, str(each.type)) for each in dataclasses.fields(kind)}
    needed = {each.name for each in dataclasses.fields(kind) if each.default is dataclasses.MISSING}
    if any(made[name] is None for name in needed):
        return st.nothing()
    return st.builds(kind, **{name: strategy for name, strategy in made.items() if strategy is not None})


def _promises(matter: str) -> st.SearchStrategy[Promise[object]]:
    """Every way to speak of a matter: as one of the six does, anew, not at all, by judgement, elsewhere, by statute."""
    ours = [each.promises[matter] for each in ALL.values()]
    bare: list[Promise[object]] = [
        Promise(state=State.SILENT),
        Promise(state=State.INDIVIDUAL, provisions=("L1",)),
        Promise(state=State.ELSEWHERE, provisions=("L1",), document=DOCUMENT),
        Promise(state=State.INHERITS_STATUTE, provisions=("L1",)),
    ]
    written = _values(MATTERS[matter].kind).map(
        lambda value: Promise(state=State.FIXED, provisions=("L1",), value=value)
    )
    return st.sampled_from(ours + bare) | written


standards = st.fixed_dictionaries({name: _promises(name) for name in MATTERS}).map(
    lambda promises: replace(ALL["lejre"], promises=MappingProxyType(promises), provisions=PROVISIONS)
)


@pytest.mark.filterwarnings("ignore:Generating overly large repr")  # a whole standard is one argument
@quickly
@given(standards, answers, st.sampled_from([None, *SETTINGS.values()]), st.dates(date(2024, 1, 1), date(2035, 12, 31)))
def test_every_municipality_that_can_be_written_is_answered(
    standard: Standard, said: Told, settings: MunicipalitySettings | None, on: date
) -> None:
    found = expectation(standard, statute=STATUTE, on=on, told=said, settings=settings)
    assert [each.topic for each in found.sections if each.topic is not Topic.UNDER_AGE]
    for made in found.sections:
        for text in words(made):
            assert text
            assert not NEVER.search(text), text
        for each in made.all_lines:
            assert str(each.reason.source)
            silence = each.reason.text.startswith(("Standarden siger intet om", "Standarden siger ikke noget om dette"))
            if silence and "frit valg" not in each.reason.text:
                assert each.silent or each.reason.source.provision, each.reason.text
    json.dumps(expectation_as_json(found))


@quickly
@given(st.dictionaries(st.text(max_size=20), st.text(max_size=20)))
def test_what_is_no_code_of_ours_counts_as_skipped(sent: dict[str, str]) -> None:
    held = told(sent)
    assert all(getattr(held, name) in {SKIPPED, *CODES[name]} for name in QUESTIONS)


def test_at_most_eight_questions_each_saying_why() -> None:
    assert len(QUESTIONS) + 1 <= 8  # and who asks
    for question in QUESTIONS.values():
        assert question.why.da
        assert question.why.en
        assert {option.code for option in question.options} == CODES[question.name]
