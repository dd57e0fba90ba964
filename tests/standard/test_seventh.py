"""An invented joint standard says all that the five do not, and is read, written, shown and compared like them."""

from __future__ import annotations

import dataclasses
import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from ophold.cli import main
from ophold.cli.standard import standard as command
from ophold.law import promises
from ophold.law.promises import GroupPeriod, Meaning, Period, Unit
from ophold.standard import answers
from ophold.standard.assemble import standard_from_text
from ophold.standard.canonical import canonical_text
from ophold.standard.compare import compare
from ophold.standard.headline import NUMBERED, headline
from ophold.standard.load import load_file
from ophold.standard.matters import MATTERS, promised
from ophold.standard.national import national_law
from ophold.standard.render import as_text
from ophold.standard.shape import Header, Promise, StandardRefused, State, Text
from ophold.standard.sheet import cell_words
from ophold.standard.spoken import lines

ROOT = Path(__file__).resolve().parents[2]
FILE = Path(__file__).parent / "seventh/standards/alttest/2026-02-01.yaml"
SEVENTH = load_file(FILE)

# what other municipalities' standards also contain: where it stands
WANTED: tuple[tuple[type, str], ...] = (
    (promises.ResponsePromise, "meaning"),
    (promises.ResponsePromise, "percent"),
    (promises.ResponsePromise, "for_groups"),
    (promises.ResponsePromise, "remitted_within"),
    (promises.FollowUpPromise, "more_often_for"),
    (promises.NoVacancy, "waiting_list"),
    (promises.OwnPayment, "own_home_for"),
    (promises.OwnPayment, "personal_allowance"),
    *((kind, field.name)
      for kind in (promises.Notices, promises.Committee, promises.AssessmentPromise, promises.Delegation)
      for field in dataclasses.fields(kind)),
)  # fmt: skip


@pytest.mark.parametrize(("kind", "name"), WANTED)
def test_it_says_each_thing_the_five_do_not(kind: type[object], name: str) -> None:
    value = promised(SEVENTH, kind).value
    assert value is not None
    (field,) = (each for each in dataclasses.fields(kind) if each.name == name)  # type: ignore[arg-type]  # a dataclass
    assert getattr(value, name) not in (None, "", (), field.default)


def test_it_is_a_joint_standard_that_builds_on_a_general_part() -> None:
    assert SEVENTH.header.covers == ("sel_85", "sel_107", "sel_108")
    assert SEVENTH.header.general_part is not None
    text = as_text(SEVENTH)
    assert "Gælder for serviceloven § 85" in text
    assert "Bygger på Den generelle del. https://example.invalid/general" in text
    assert {field.name for field in dataclasses.fields(Header)} >= {"covers", "general_part"}


def test_it_is_written_as_it_is_read() -> None:
    text = FILE.read_text(encoding="utf-8")
    assert canonical_text(standard_from_text(text, FILE.name)) == text


def test_a_share_of_cases_is_never_shown_as_an_outer_limit() -> None:
    said = headline(SEVENTH.promises["response_deadline"])
    assert said is not None
    assert said.da.startswith("Svar inden for 60 arbejdsdage i 80 af 100 sager, ingen yderste frist; unge under 30 år")
    assert "in 80 of 100 cases, no outer limit" in said.en
    usual = dataclasses.replace(
        SEVENTH.promises["response_deadline"],
        value=promises.ResponsePromise(
            within=Period(value=8, unit=Unit.WEEK), start=promises.Start.RECEIPT, meaning=Meaning.TYPICAL
        ),
    )
    assert headline(usual) == Text(
        da="Svar sædvanligvis inden for 8 uger, ingen yderste frist", en="Answer usually within 8 weeks, no outer limit"
    )
    assert any("ingen yderste frist" in line.value.da for line in lines(usual))


@pytest.mark.parametrize("name", NUMBERED)
def test_every_matter_it_fixes_has_a_heading_in_both_languages(name: str) -> None:
    promise = SEVENTH.promises[name]
    said = headline(promise)
    assert (said is None) == (promise.state is State.SILENT)
    assert said is None or (said.da and said.en)


def test_a_month_is_said_as_people_say_it() -> None:
    said = headline(SEVENTH.promises["follow_up"])
    assert said == Text(
        da="Mindst hvert halve år; nyindflyttede: mindst en gang om måneden",
        en="At least every half year; those newly moved in: at least once a month",
    )


def test_it_stands_beside_the_others_in_the_comparison() -> None:
    statute = national_law(ROOT).statute(date(2026, 3, 2))
    cells = {
        row.question.name: cell_words(row.cells[0]).da
        for row in compare([SEVENTH], statute, year=2026, settings={}).rows
    }
    assert "80 af 100 sager; det er ingen yderste frist" in cells["response_deadline"]
    assert cells["group_deadlines"] == "unge under 30 år: 6 uger"
    assert cells["remitted_deadline"] == "4 uger"
    assert "Kvittering for ansøgningen inden: 3 arbejdsdage" in cells["notices"]
    assert cells["assessment_report"] == "8 uger"
    assert "oplyser sagen og afgør den ikke" in cells["assessment"]
    assert cells["committee"].startswith("Visitationsudvalget; Mødes: hver 2. uge")
    assert cells["delegation"].startswith("Nabokommunen; Afgør: hvilket sted, støttens omfang")
    assert "nyindflyttede: mindst hver måned" in cells["later_follow_ups"]
    assert cells["waiting_list"] == "ja"
    assert "3 måneder" in cells["own_home"]
    assert cells["personal_allowance"] == "1.850 kr. om måneden (2026-niveau, reguleres hvert år)"


def test_the_shell_shows_and_exports_it(tmp_path: Path) -> None:
    out = tmp_path / "ud.json"
    done = CliRunner().invoke(command, ["export", str(FILE), "--json", "--to", str(out)])
    assert done.exit_code == 0
    assert json.loads(out.read_text(encoding="utf-8"))["promises"]["own_payment"]["value"]["personal_allowance"] == {
        "kroner": 1850,
        "year": 2026,
        "indexed": True,
    }
    assert load_file(out) == SEVENTH


def test_a_file_without_the_later_matters_is_silent_on_them() -> None:
    later = [name for name, matter in MATTERS.items() if matter.may_be_left_out]
    assert later == ["notices", "committee", "assessment", "delegation"]
    text = FILE.read_text(encoding="utf-8")
    short = standard_from_text(text[: text.index("  notices:\n")], "kort.yaml")
    assert all(short.promises[name] == Promise(state=State.SILENT) for name in later)
    assert "notices" not in canonical_text(short)


MISTAKES = {
    "a share without a number": ("      percent: 80\n", "", r"percent hører sammen"),
    "a number without a share": ("      meaning: percentile\n", "", r"percent hører sammen"),
    "all of a hundred": ("percent: 80", "percent: 100", r"100 af 100 sager.*1 til 99"),
    "a level there is not": ("least_level: 3", "least_level: 5", r"skalaen kun går til 4"),
    "a threshold in one language": ("      threshold_en: at least two themes above level 2\n", "", r"kun står på ét"),
    "a group without a key": ("key: unge", "key: Unge!", r"nøglen »Unge!«"),
    "a deadline in full days": ("{value: 4, unit: weeks}", "{value: 4, unit: full_days}", r"kan regnes i døgn"),
    "an amount of no year": ("year: 2026", "year: 26", r"26 ikke er et år"),
    "an address of no kind": ("calendar: https://example.invalid/moeder", "calendar: javascript:alert(1)",
                              r"ikke er en adresse på nettet.*https"),
    "a period without end": ("value: 3, unit: months", "value: 100000, unit: months", r"er for stort.*1000"),
    "a misspelt field": ("own_home_for", "own_home_fro", r"»own_home_fro«.*ret det til »own_home_for«"),
    "a misspelt word": ("sel_108", "sel_1008", r"»sel_1008«.*»sel_10[0-9]«"),
    "a misspelt meaning": ("meaning: percentile", "meaning: percent", r"»percent« ikke kendes.*»percentile«"),
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_what_does_not_agree_is_refused_with_one_sentence(name: str) -> None:
    right, wrong, expected = MISTAKES[name]
    text = FILE.read_text(encoding="utf-8")
    assert right in text
    with pytest.raises(StandardRefused, match=expected) as refused:
        standard_from_text(text.replace(right, wrong, 1), "alttest.yaml")
    assert "\n" not in str(refused.value)


def test_a_group_named_twice_is_refused() -> None:
    group = GroupPeriod(key="unge", da="unge", en="young", period=Period(value=1, unit=Unit.WEEK))
    text = canonical_text(SEVENTH).replace("for_groups:", "for_groups:\n        - {key: unge, da: a, en: b, "
                                           "period: {value: 1, unit: weeks}}", 1)  # fmt: skip
    assert group.key == "unge"
    with pytest.raises(StandardRefused, match="står to gange"):
        standard_from_text(text, "alttest.yaml")


def test_each_rule_that_reads_it_answers_by_it(capsys: pytest.CaptureFixture[str]) -> None:
    def told(*asked: str) -> str:
        with pytest.raises(SystemExit) as left:
            main(["rule", *asked, "--standard", str(FILE)])
        assert left.value.code == 0
        return capsys.readouterr().out

    share = told("response-deadline", "--received", "2026-03-02")
    assert "80 af 100 sager og er ingen yderste frist" in share.splitlines()[1]
    assert "mandag den 13. april 2026" in told("response-deadline", "--received", "2026-03-02", "--group", "unge")
    assert "mandag den 30. marts 2026" in told("remitted-deadline", "--received", "2026-03-02")
    assert "torsdag den 5. marts 2026" in told("acknowledgement", "--received", "2026-03-02")
    assert "mandag den 30. marts 2026" in told("interim-notice", "--received", "2026-03-02")
    assert "mandag den 27. april 2026" in told("assessment-report", "--received", "2026-03-02")
    assert "lørdag den 7. marts 2026" in told("written-decision", "--met", "2026-03-02")
    assert "sker der intet af sig selv" in told("own-home", "--began", "2026-03-02")
    often = told("follow-ups", "--began", "2026-03-02", "--until", "2026-05-31", "--group", "nye", "--json")
    assert len(json.loads(often)["value"]) == 2
    assert promised(SEVENTH, promises.Delegation).value is not None
    assert [name for name in ("notices", "committee", "assessment") if not MATTERS[name].read_by] == []
    assert MATTERS["delegation"].read_by is None  # not yet used by a rule
    assert answers.assessment_threshold(SEVENTH, level=1).value is False


def test_a_group_the_standard_does_not_name_is_told_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["rule", "response-deadline", "--standard", str(FILE), "--received", "2026-03-02", "--group", "gamle"])
    assert left.value.code == 2
    assert "unge (unge under 30 år)" in capsys.readouterr().err
