"""The pages of a case's own acts: the form, the refusal, the errors, and who is answered at all."""

from __future__ import annotations

import re

import pytest

from ophold.record.cases.choices import CaseState
from ophold.record.cases.models import Case, Party
from ophold.record.journal.models import Entry, ReadEntry
from tests.people import ERIKS_CPR, TODAY, Browser, a_case, a_citizen, anna, dorte, erik, signed_in
from tests.statements import assert_statements

pytestmark = pytest.mark.django_db
TODAY_FIELDS = {"_0": str(TODAY.day), "_1": str(TODAY.month), "_2": str(TODAY.year)}


def day(name: str, **other: str) -> dict[str, str]:
    return {f"{name}{box}": value for box, value in (TODAY_FIELDS | other).items()}


def in_hand() -> Case:
    return a_case(caseworker=anna(), state=CaseState.ASSESSING, citizen=a_citizen())


NOTE = {"act_key": "k", "channel": "phone", "with_whom": "borgeren", "text": "Ringede.", **day("held_on")}


def test_a_note_is_written_in_few_statements_and_leads_back_to_the_case() -> None:
    case = in_hand()
    browser = signed_in(anna())
    with assert_statements(7):
        answer = browser.post(f"/sag/{case.reference}/notat/", NOTE)
    assert (answer.status_code, answer["Location"]) == (302, f"/sag/{case.reference}/")
    assert Entry.objects.filter(case=case, act="note_conversation").count() == 1


def test_a_note_sent_twice_is_one_note() -> None:
    case = in_hand()
    for _click in range(2):
        assert signed_in(anna()).post(f"/sag/{case.reference}/notat/", NOTE).status_code == 302
    assert Entry.objects.filter(case=case, act="note_conversation").count() == 1


def test_an_unfinished_note_keeps_what_was_typed() -> None:
    case = in_hand()
    answer = signed_in(anna()).post(f"/sag/{case.reference}/notat/", NOTE | {"with_whom": "", "text": "Lang <tekst>"})
    assert answer.status_code == 200
    assert "Lang &lt;tekst&gt;" in answer.content.decode()
    assert 'aria-invalid="true"' in answer.content.decode()


def test_a_refused_note_says_what_did_not_happen_and_keeps_what_was_typed() -> None:
    case = in_hand()
    answer = signed_in(anna()).post(f"/sag/{case.reference}/notat/", NOTE | day("held_on", _2="2099"))
    html = answer.content.decode()
    assert "Notatet blev ikke gemt, fordi samtalen ligger i fremtiden" in html
    assert "Ringede." in html


def test_opening_a_form_is_a_read_and_is_journalled() -> None:
    case = in_hand()
    assert signed_in(anna()).get(f"/sag/{case.reference}/notat/").status_code == 200
    assert ReadEntry.objects.get(page="note_conversation").references == [case.reference]


def test_an_act_that_cannot_be_done_says_why_instead_of_a_form() -> None:
    case = in_hand()
    html = signed_in(anna()).get(f"/sag/{case.reference}/afslut/").content.decode()
    assert "Det kan ikke lade sig gøre nu" in html
    assert "<textarea" not in html


def test_taking_a_case_needs_a_press_not_a_visit() -> None:
    case = a_case()
    assert signed_in(anna()).get(f"/sag/{case.reference}/tag/").status_code == 405
    assert signed_in(anna()).post(f"/sag/{case.reference}/tag/", {"act_key": "k"}).status_code == 302
    case.refresh_from_db()
    assert case.caseworker == anna()


def test_a_party_is_added_and_ended() -> None:
    case = in_hand()
    words = {"act_key": "k", "role": "companion", "name": "Bente", "letters": "none", **day("valid_from")}
    assert signed_in(anna()).post(f"/sag/{case.reference}/part/", words).status_code == 302
    party = Party.objects.get(case=case)
    ended = signed_in(anna()).post(f"/sag/{case.reference}/part/{party.pk}/afslut/", {"act_key": "e", **day("on")})
    assert ended.status_code == 302
    party.refresh_from_db()
    assert party.valid_to == TODAY


def test_the_cpr_number_is_masked_until_asked_for_and_the_asking_is_journalled() -> None:
    case = in_hand()
    page = signed_in(anna()).get(f"/sag/{case.reference}/").content.decode()
    assert ERIKS_CPR[6:] not in re.sub(r'value="[^"]*"|[0-9a-f]{32,}', "", page)
    shown = signed_in(anna()).post(f"/sag/{case.reference}/cpr/", {"act_key": "k"}).content.decode()
    assert f"{ERIKS_CPR[:6]}-{ERIKS_CPR[6:]}" in shown
    assert Entry.objects.filter(case=case, act="show_cpr").count() == 1


@pytest.mark.parametrize("page", ["tag", "notat", "naeste-dato", "part", "afslut", "cpr"])
def test_strangers_meet_404_and_nobody_is_sent_to_sign_in(page: str, client: Browser) -> None:
    case = in_hand()
    address = f"/sag/{case.reference}/{page}/"
    for stranger in (dorte(), erik()):
        assert signed_in(stranger).post(address, {"act_key": "k"}).status_code == 404
    answer = client.post(address)
    assert (answer.status_code, answer["Location"].split("?")[0]) == (302, "/log-ind/")
