"""The case page: what it waits for, on whom, until when, what happened – in few statements."""

from __future__ import annotations

import pytest
from django.core.management import call_command

from ophold.outlook.desk.facts import asked
from ophold.outlook.desk.nextstep import next_act
from ophold.record.cases import actions
from ophold.record.cases.actions import store_clocks
from ophold.record.cases.choices import CaseState, Channel, ClockKind, WaitsOn
from ophold.record.cases.facts import Fact, read, read_often
from ophold.record.cases.models import Case
from ophold.record.cases.queries import open_clocks
from ophold.record.journal.models import ReadEntry
from ophold.record.people.models import Municipality
from ophold.site.demo.cast import make_cast
from ophold.site.demo.invention import Inventor
from ophold.site.demo.plots import PLOTS
from ophold.site.demo.population import Demonstration
from tests.people import NOON, TODAY, Browser, a_case, a_citizen, anna, bo, dorte, erik, fatma, gert, set_up, signed_in
from tests.statements import assert_statements

pytestmark = pytest.mark.django_db


def page(case: Case, query: str = "") -> str:
    answer = signed_in(anna()).get(f"/sag/{case.reference}/{query}")
    assert answer.status_code == 200
    return str(answer.content.decode())


def note(case: Case, number: int) -> None:
    actions.note_conversation(
        case, text=f"Samtale {number} med <b>ord</b>", held_on=TODAY, channel=Channel.PHONE, with_whom="borgeren",
        by=anna(), at=NOON, act_key=f"note-{number}",
    )  # fmt: skip


def test_a_new_case_offers_to_be_taken() -> None:
    html = page(a_case())
    assert "Tag sagen" in html
    assert "ikke fordelt" in html


def test_a_case_without_a_next_date_says_so() -> None:
    assert "Sagen har ingen næste dato" in page(a_case(caseworker=anna(), state=CaseState.ASSESSING))


def test_a_hand_set_date_is_the_answer() -> None:
    case = a_case(caseworker=anna(), state=CaseState.ASSESSING)
    actions.set_next_date(case, on=TODAY, label="Ring til Erik", by=anna(), at=NOON, act_key="a")
    html = page(case)
    assert "Ring til Erik" in html
    assert "mandag 2. marts 2026" in html


def test_what_happened_is_told_with_who_and_when_and_its_words_are_escaped() -> None:
    case = a_case(caseworker=anna())
    note(case, 1)
    html = page(case)
    assert "Samtale 1 med &lt;b&gt;ord&lt;/b&gt;" in html
    assert "Anna Andersen</strong> skrev notat om en samtale" in html


def test_old_events_are_one_page_away() -> None:
    case = a_case(caseworker=anna())
    for number in range(35):
        note(case, number)
    html = page(case)
    assert "Samtale 34 " in html
    assert "Samtale 2 " not in html
    assert "Samtale 2 " in page(case, "?foer=7")


@pytest.mark.parametrize("events", [1, 40])
def test_it_takes_few_statements_whatever_has_happened(events: int) -> None:
    case = a_case(caseworker=anna())
    for number in range(events):
        note(case, number)
    browser = signed_in(anna())
    with assert_statements(8):
        assert browser.get(f"/sag/{case.reference}/").status_code == 200


def test_reading_it_is_in_the_journal() -> None:
    case = a_case()
    page(case)
    assert ReadEntry.objects.get(page="case").references == [case.reference]


def test_a_colleague_may_read_it_and_strangers_meet_404() -> None:
    case = a_case(citizen=a_citizen())
    address = f"/sag/{case.reference}/"
    assert signed_in(bo()).get(address).status_code == 200
    for stranger in (dorte(), erik(), fatma(), gert()):
        assert signed_in(stranger).get(address).status_code == 404
        assert signed_in(stranger).get("/sag/HJO-2026-99999/").status_code == 404


def test_nobody_signed_in_is_sent_to_sign_in_alike_whether_or_not_it_exists() -> None:
    case = a_case()
    there = signed_out(f"/sag/{case.reference}/")
    not_there = signed_out("/sag/HJO-2026-99999/")
    assert there.split("?")[0] == not_there.split("?")[0] == "/log-ind/"


def signed_out(address: str) -> str:
    answer = Browser().get(address)
    assert answer.status_code == 302
    return str(answer["Location"])


def test_a_running_hearing_goes_before_the_municipalitys_own_date_on_the_same_day() -> None:
    case = a_case(caseworker=anna(), state=CaseState.HEARING)
    with set_up():
        clocks = open_clocks(case)
        clocks.start(ClockKind.RESPONSE, starts_on=TODAY, due_on=TODAY)
        clocks.start(ClockKind.HEARING, starts_on=TODAY, due_on=TODAY, waits_on=WaitsOn.CITIZEN)
        store_clocks(clocks)
    assert (case.next_kind, case.waits_on) == (ClockKind.HEARING, WaitsOn.CITIZEN)


def test_a_met_limb_leads_to_the_decision_and_an_unmet_case_to_the_hearing() -> None:
    met = Fact(kind="limb", id=1, on=TODAY, state="met", label="107_2_1")
    unmet = [Fact(kind="limb", id=each, on=TODAY, state="not_met", label=str(each)) for each in range(3)]
    hearing_promised = a_case("ballerup", citizen=a_citizen("ballerup"), caseworker=dorte(), state=CaseState.ASSESSING)
    case = a_case(caseworker=anna(), state=CaseState.ASSESSING, standard_version="2022-06-22")
    assert next_act(case, {"limb": [met]}, [], TODAY) == "decide"
    assert next_act(case, {"limb": unmet}, [], TODAY) == "send_hearing"
    assert next_act(hearing_promised, {"limb": [met]}, [], TODAY) == "send_hearing"


def test_the_statement_put_together_once_finds_what_the_rooms_own_questions_find() -> None:
    """In each case its own, whichever case it was put together for; and nothing of another municipality's."""
    call_command("municipalities", verbosity=0)
    homes = list(Municipality.objects.filter(key__in=("ballerup", "hjoerring")).order_by("key"))
    making = Demonstration(cast=make_cast(homes), homes=homes, inventor=Inventor(3), today=TODAY)
    cases = [making.live(home, plot, is_open=False, with_bytes=False) for home in homes for plot in PLOTS[:4]]
    for case in cases:
        found = read_often(asked, case)
        assert found == read(asked(case))
        assert {fact.kind for fact in found} >= {"application", "letter", "limb", "decision"}
        stranger = Case(pk=case.pk, municipality_id=case.municipality_id + 1)
        assert read_often(asked, stranger) == []
