"""The pages of letters: who may open them, what they show, and that every read is journalled first."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pytest_django import Settings

from ophold.record.cases.choices import LettersTo, PartyRole
from ophold.record.cases.models import Case
from ophold.record.journal.models import Entry, ReadEntry
from ophold.record.letters import actions, sealed, sending
from ophold.record.letters.choices import DispatchState, Failure
from ophold.record.letters.models import Delivery, Dispatch
from ophold.record.letters.reading import preview
from ophold.record.letters.wording import parts
from ophold.record.people.models import Account
from ophold.record.people.seal import SealBroken
from tests import people
from tests.letters.examples import PARTIAL
from tests.letters.test_issue import LETTER, issued, party
from tests.letters.test_sending import noon
from tests.people import NOON, TODAY, a_case, a_citizen, signed_in
from tests.statements import assert_statements


@pytest.fixture(autouse=True)
def _a_postbox_of_its_own(settings: Settings, tmp_path: Path) -> None:
    settings.VAR = tmp_path


@pytest.fixture
def case(anna: Account) -> Case:
    """A case with one letter, delivered by Digital Post."""
    return sent(a_case(), anna)


@pytest.fixture
def on_paper(anna: Account) -> Case:
    """A case with one letter that lies in the paper tray."""
    return sent(a_case(citizen=a_citizen(digital_post=False)), anna)


def sent(case: Case, by: Account) -> Case:
    issued(case, by)
    sending.sweep(now=noon)
    return case


def staff_pages(case: Case) -> list[str]:
    return [f"/sag/{case.reference}/brev/1/", f"/sag/{case.reference}/brev/1.pdf"]


def own_pages(case: Case) -> list[str]:
    return [f"/min-sag/{case.reference}/brev/1/", f"/min-sag/{case.reference}/brev/1.pdf"]


def delivery_page(case: Case) -> str:
    return f"/sag/{case.reference}/brev/1/registrer-levering/{Dispatch.objects.get(letter__case=case).pk}/"


def text_of(response: Any) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", response.content.decode())))


def test_the_twin_holds_every_word_of_the_letter(case: Case, anna: Account) -> None:
    shown = re.sub(r"\s", "", text_of(signed_in(anna).get(staff_pages(case)[0])))
    for section in parts(LETTER).sections:
        for words in (section.heading, *section.paragraphs, *section.items, *section.closing):
            assert re.sub(r"\s", "", words) in shown


def test_the_page_shows_the_way_of_each_copy(case: Case, anna: Account) -> None:
    shown = text_of(signed_in(anna).get(staff_pages(case)[0]))
    assert "Leveret" in shown
    assert "Tilgængeligt i Digital Post: 2. marts 2026" in shown


def test_a_copy_nobody_has_registered_says_that_no_window_runs(on_paper: Case, anna: Account) -> None:
    assert "En klagefrist er ikke begyndt" in text_of(signed_in(anna).get(staff_pages(on_paper)[0]))


def test_the_pdf_is_the_exact_bytes_under_a_name_that_tells_nobody(case: Case, anna: Account, tmp_path: Path) -> None:
    response = signed_in(anna).get(staff_pages(case)[1])
    (file,) = tmp_path.rglob("*.pdf")
    assert response.content == file.read_bytes()
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == f'inline; filename="{case.reference}-brev-1.pdf"'
    assert "no-store" in response["Cache-Control"]


def test_the_citizen_gets_the_same_bytes(case: Case, anna: Account, erik: Account) -> None:
    staffs, own = signed_in(anna).get(staff_pages(case)[1]), signed_in(erik).get(own_pages(case)[1])
    assert staffs.content == own.content


def test_the_citizen_reads_the_letter_on_their_own_page(case: Case, erik: Account) -> None:
    shown = text_of(signed_in(erik).get(own_pages(case)[0]))
    assert PARTIAL.title in shown
    assert "Sådan klager du" in shown


def test_every_read_is_journalled(case: Case, anna: Account, erik: Account) -> None:
    for account, pages in ((anna, staff_pages(case)), (erik, own_pages(case))):
        for page in pages:
            signed_in(account).get(page)
    read = ReadEntry.objects.order_by("pk").values_list("account__username", "page", "references")
    assert list(read) == [
        ("anna", "letter", [case.reference]),
        ("anna", "letter-pdf", [case.reference]),
        ("erik", "my-letter", [case.reference]),
        ("erik", "my-letter-pdf", [case.reference]),
    ]


@pytest.mark.parametrize("who", ["dorte", "erik", "gert", "fatma"])
def test_strangers_and_citizens_get_404_on_the_staffs_pages(who: str, case: Case) -> None:
    browser = signed_in(getattr(people, who)())
    assert [browser.get(page).status_code for page in (*staff_pages(case), delivery_page(case))] == [404, 404, 404]


@pytest.mark.parametrize("who", ["anna", "dorte", "gert", "fatma"])
def test_others_get_404_on_the_citizens_pages(who: str, case: Case) -> None:
    browser = signed_in(getattr(people, who)())
    assert [browser.get(page).status_code for page in own_pages(case)] == [404, 404]


def test_who_is_not_signed_in_is_asked_to(case: Case, client: people.Browser) -> None:
    for page in (*staff_pages(case), *own_pages(case), delivery_page(case)):
        assert client.get(page).status_code == 302


def test_the_citizen_sees_no_letter_that_is_not_sent(anna: Account, erik: Account) -> None:
    case = a_case()
    issued(case, anna)
    assert [signed_in(erik).get(page).status_code for page in own_pages(case)] == [404, 404]
    assert signed_in(anna).get(staff_pages(case)[1]).status_code == 404


def test_a_letter_to_the_guardian_instead_is_not_on_the_citizens_page(anna: Account, erik: Account) -> None:
    case = a_case()
    party(case, PartyRole.GUARDIAN, LettersTo.INSTEAD)
    sent(case, anna)
    assert signed_in(erik).get(own_pages(case)[0]).status_code == 404
    assert "Fatma Farah (værge)" in text_of(signed_in(anna).get(staff_pages(case)[0]))


def test_a_protected_address_is_not_shown_to_staff(anna: Account) -> None:
    case = sent(a_case(citizen=a_citizen(is_protected=True, address="Hemmelig Vej 1")), anna)
    shown = text_of(signed_in(anna).get(staff_pages(case)[0]))
    assert "Hemmelig" not in shown
    assert "beskyttet" in shown


def test_staff_registers_that_a_letter_was_posted(on_paper: Case, anna: Account) -> None:
    browser = signed_in(anna)
    page = delivery_page(on_paper)
    assert "Erik Eriksen" in text_of(browser.get(page))
    said = {"kind": "posted", "on_0": "2", "on_1": "3", "on_2": "2026", "source": "Postlisten", "act_key": "k"}
    assert browser.post(page, said).status_code == 302
    event = Delivery.objects.get()
    assert (event.kind, event.on, event.recorded_by) == ("posted", TODAY, anna)
    assert Entry.objects.filter(case=on_paper, act="register_delivery").count() == 1


def test_a_delivery_in_the_future_is_answered_with_the_page_and_a_sentence(on_paper: Case, anna: Account) -> None:
    said = {"kind": "posted", "on_0": "3", "on_1": "3", "on_2": "2026", "source": "Postlisten", "act_key": "k"}
    response = signed_in(anna).post(delivery_page(on_paper), said)
    assert response.status_code == 200
    assert "dagen ligger i fremtiden" in text_of(response)
    assert not Delivery.objects.exists()


def test_digital_post_cannot_be_registered_as_posted(case: Case, anna: Account) -> None:
    assert "Afleveret til posten" not in text_of(signed_in(anna).get(delivery_page(case)))


def test_a_copy_of_another_letter_is_404(case: Case, anna: Account) -> None:
    page = f"/sag/{case.reference}/brev/1/registrer-levering/0/"
    assert signed_in(anna).get(page).status_code == 404


def test_staff_sends_a_letter_again_that_was_given_up(anna: Account) -> None:
    case = a_case()
    dispatch = Dispatch.objects.get(letter=issued(case, anna))
    work = actions.take(dispatch.pk, at=NOON)
    assert work is not None
    actions.give_up(work, Failure.NOT_TAKEN, at=NOON)
    browser = signed_in(anna)
    assert "Send brevet igen" in text_of(browser.get(staff_pages(case)[0]))
    again = f"/sag/{case.reference}/brev/1/send-igen/{dispatch.pk}/"
    assert browser.get(again).status_code == 200
    assert browser.post(again, {"act_key": "k"}).status_code == 302
    dispatch.refresh_from_db()
    assert dispatch.state == DispatchState.QUEUED


def test_the_pages_take_few_statements(case: Case, anna: Account, erik: Account) -> None:
    for account, (page, pdf) in ((anna, staff_pages(case)), (erik, own_pages(case))):
        browser = signed_in(account)
        with assert_statements(6):
            browser.get(page)
        with assert_statements(6):
            browser.get(pdf)


def test_markup_in_a_letter_is_shown_and_not_obeyed(anna: Account) -> None:
    case = a_case()
    issued(case, anna, replace(LETTER, lead="<script>alert(1)</script> & {{ 7*7 }}"))
    sending.sweep(now=noon)
    assert b"<script>alert" not in signed_in(anna).get(staff_pages(case)[0]).content


def test_a_preview_stores_nothing_and_refuses_nothing(db: None) -> None:
    with assert_statements(0):
        twin = preview(replace(PARTIAL, reasons=(), guidance=None, title=" a\x00b "))
    assert twin.parts.title == "ab"


def test_no_stored_letter_can_be_read_without_the_key(case: Case, settings: Settings) -> None:
    dispatch = Dispatch.objects.select_related("letter", "frozen").get(letter__case=case)
    assert sealed.content(dispatch.letter) == LETTER
    settings.CPR_SEAL_KEYS = {1: bytes(32)}
    for read in (lambda: sealed.content(dispatch.letter), lambda: sealed.pdf(dispatch)):
        with pytest.raises(SealBroken):
            read()
