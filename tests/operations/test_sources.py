"""`ophold sources` lists the legal basis, and finds what cites something replaced: standards, open cases, letters."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from ophold.cli import main
from ophold.record.cases.acts import acting
from ophold.record.cases.choices import CaseState
from ophold.record.letters import actions
from ophold.record.letters.models import Letter
from ophold.record.people.models import Account
from tests.letters.examples import PARTIAL
from tests.people import NOON, TODAY, a_case, set_up
from tests.statements import assert_statements

ON = ("--on", "2026-11-01")
OLD = ("Serviceloven (LBK nr. 798 af 7. august 2019), § 107", "Forvaltningsloven § 19")


def _left(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[object, str, str]:
    with pytest.raises(SystemExit) as left:
        main(["sources", *words])
    told = capsys.readouterr()
    return left.value.code, told.out, told.err


def test_the_list_names_every_source_and_what_replaced_it(capsys: pytest.CaptureFixture[str]) -> None:
    left, out, _ = _left(capsys, "list", "--json")
    rows = {row["key"]: row for row in json.loads(out)["sources"]}
    assert left == 0
    assert rows["SEL-2019"]["replaced_by"] == "SEL-2021"
    assert rows["VEJ-BOTILBUD-2019"]["evidence"] == "R"
    _, text, _ = _left(capsys, "list")
    assert len(text.splitlines()) == len(rows)


def test_the_files_alone_are_looked_at_without_a_database(capsys: pytest.CaptureFixture[str]) -> None:
    left, out, _ = _left(capsys, "check", "--files", "--json", *ON)
    found = json.loads(out)
    assert left == 1
    cites = {(row["standard"], each["provision"]) for row in found["standards"] for each in row["cites"]}
    assert cites == {("ballerup/undated-1", "B18"), ("lejre/2015-11-30", "L1"), ("lejre/2015-11-30", "L9")}
    assert found["cases"] == found["letters"] == []
    _, text, _ = _left(capsys, "check", "--files", *ON)
    assert "B18: Serviceloven (LBK 798/2019) er afløst af Serviceloven (LBK 1129/2025)" in text
    assert "(ikke bekræftet)" in text


def test_before_anything_was_replaced_there_is_nothing_to_tell(capsys: pytest.CaptureFixture[str]) -> None:
    left, out, _ = _left(capsys, "check", "--files", "--on", "2015-01-01")
    assert left == 0
    assert "Ingen standard" in out


@pytest.mark.django_db
def test_open_cases_of_such_a_standard_are_listed_and_closed_ones_and_others_are_not(
    capsys: pytest.CaptureFixture[str],
) -> None:
    first, second = a_case("ballerup"), a_case("ballerup")
    a_case("ballerup", state=CaseState.CLOSED), a_case("hjoerring")
    left, out, _ = _left(capsys, "check", "--json", *ON)
    (cases,) = json.loads(out)["cases"]
    assert left == 1
    assert cases["standard"] == "ballerup/undated-1"
    assert cases["cases"] == [first.reference, second.reference]
    assert cases["cites"][0]["act"] == "Serviceloven (LBK 798/2019)"
    _, text, _ = _left(capsys, "check", *ON)
    assert f"ballerup/undated-1: 2 åbne sager: {first.reference}, {second.reference}" in text


@pytest.mark.django_db
def test_a_letter_that_names_an_old_edition_is_found_and_says_nothing_of_the_person(
    capsys: pytest.CaptureFixture[str], anna: Account
) -> None:
    case = a_case()
    with acting("decide"):
        actions.issue(case, replace(PARTIAL, recipient=None, dated=TODAY, rules=OLD), by=anna, at=NOON)
        actions.issue(case, replace(PARTIAL, recipient=None, dated=TODAY), by=anna, at=NOON)
    _, out, _ = _left(capsys, "check", "--json", *ON)
    (letter,) = json.loads(out)["letters"]
    assert (letter["case"], letter["letter"]) == (case.reference, 1)
    assert letter["cites"][0]["replaced_by"] == "Serviceloven (LBK 1129/2025)"
    _, text, _ = _left(capsys, "check", *ON)
    assert f"{case.reference}, brev 1: Serviceloven (LBK 798/2019) (nu LBK 1129/2025)" in text
    assert "Erik" not in out + text


@pytest.mark.django_db
def test_a_letter_that_cannot_be_opened_is_counted_and_hides_no_other(
    capsys: pytest.CaptureFixture[str], anna: Account
) -> None:
    case = a_case()
    with acting("decide"):
        actions.issue(case, replace(PARTIAL, recipient=None, dated=TODAY, rules=OLD), by=anna, at=NOON)
    with set_up():
        Letter.objects.create(
            municipality=case.municipality, case=case, number=2, kind="notice", dated_on=TODAY, content=b"broken",
            template_version=1, made_at=NOON,
        )  # fmt: skip
    _, out, err = _left(capsys, "check", "--json", *ON)
    assert len(json.loads(out)["letters"]) == 1
    assert "1 brev kunne ikke åbnes" in err


@pytest.mark.django_db
def test_the_database_is_asked_three_things_however_many_cases_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for _ in range(3):
        a_case("ballerup")
    with assert_statements(3):
        _left(capsys, "check", *ON)


def test_a_day_that_is_none_is_one_line_and_exit_2(capsys: pytest.CaptureFixture[str]) -> None:
    left, out, err = _left(capsys, "check", "--files", "--on", "i går")
    assert (left, out) == (2, "")
    assert len(err.strip().splitlines()) == 1
