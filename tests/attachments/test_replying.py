"""Papers with a reply to a draft and with a complaint: the citizen's own, and those staff enter for somebody."""

from __future__ import annotations

from html import unescape
from typing import Any

import pytest
from django.urls import reverse

from ophold.journey.complaints.models import Complaint, Forwarding
from ophold.journey.decisions.actions import PAPERS_ALONE
from ophold.journey.decisions.models import HearingParty, Remark
from ophold.record.attachments.models import Attachment, FormPaper
from ophold.record.attachments.tray import name_of
from ophold.record.cases.models import Case
from ophold.record.journal.models import Entry
from ophold.record.letters import sealed
from ophold.record.letters.choices import Kind
from ophold.record.letters.content import texts
from ophold.record.letters.models import Letter
from ophold.record.people.models import Account
from tests import people
from tests.attachments import papers
from tests.attachments.test_applying import upload
from tests.complaints.test_reassess import judge
from tests.complaints.test_register_complaint import delivered
from tests.decisions import ready

pytestmark = pytest.mark.django_db
DAY = {"received_on_0": "2", "received_on_1": "3", "received_on_2": "2026"}


def page(answer: Any) -> str:
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def in_hearing() -> Case:
    case = ready.not_met()
    ready.heard(case)
    return case


def names(case: Case) -> list[tuple[str, str, bool]]:
    rows = Attachment.objects.filter(case=case).order_by("number")
    return [(name_of(row), row.came_with, row.from_citizen) for row in rows]


# -- the reply ---------------------------------------------------------------------------------------------------------


def test_a_reply_brings_its_papers_and_they_stand_beside_it(anna: Account, erik: Account) -> None:
    case = in_hearing()
    address, browser = reverse("hearing-reply", args=[case.reference]), people.signed_in(erik)
    sent = {"act_key": "r", "whole": "Se lægens brev.", "papers": [upload("læge.pdf", papers.pdf())]}
    assert browser.post(address, sent).status_code == 302
    assert names(case) == [("læge.pdf", "hearing", True)]
    entry = Entry.objects.get(case=case, act="reply_hearing")
    assert [each["kind"] for each in entry.facts["papers"]] == ["pdf"]
    download = reverse("my-attachment", args=[case.reference, 1])
    assert download in page(browser.get(address))
    assert browser.get(download).status_code == 200
    decide = page(people.signed_in(anna).get(reverse("decide", args=[case.reference])))
    assert "læge.pdf" in decide
    assert reverse("attachment", args=[case.reference, 1]) in decide


def test_a_reply_of_papers_alone_is_a_reply_that_must_be_weighed(anna: Account, erik: Account) -> None:
    case = in_hearing()
    address, browser = reverse("hearing-reply", args=[case.reference]), people.signed_in(erik)
    assert browser.post(address, {"act_key": "r", "papers": [upload("a.pdf", papers.pdf())]}).status_code == 302
    assert [remark.text for remark in Remark.objects.all()] == [PAPERS_ALONE]
    assert Attachment.objects.get().case == case


def test_an_empty_reply_is_still_refused(anna: Account, erik: Account) -> None:
    case = in_hearing()
    shown = page(people.signed_in(erik).post(reverse("hearing-reply", args=[case.reference]), {"act_key": "r"}))
    assert "Svaret blev ikke gemt, fordi det er tomt." in shown


def test_a_refused_reply_keeps_words_and_papers_and_the_second_try_sends_both(anna: Account, erik: Account) -> None:
    case = in_hearing()
    address, browser = reverse("hearing-reply", args=[case.reference]), people.signed_in(erik)
    sent = {"act_key": "r", "whole": "Se lægens brev."}
    bad = [upload("god.pdf", papers.pdf()), upload("låst.pdf", papers.locked_pdf())]
    shown = page(browser.post(address, sent | {"papers": bad}))
    assert "”låst.pdf” blev ikke vedlagt, fordi den er låst med et kodeord." in shown
    assert "Se lægens brev." in shown
    assert "god.pdf" in shown
    assert not Remark.objects.exists()
    assert not Attachment.objects.exists()
    assert browser.post(address, sent).status_code == 302
    assert names(case) == [("god.pdf", "hearing", True)]
    assert not FormPaper.objects.exists()


def test_a_double_click_attaches_once(anna: Account, erik: Account) -> None:
    case = in_hearing()
    address, browser = reverse("hearing-reply", args=[case.reference]), people.signed_in(erik)
    for _each in range(2):
        browser.post(address, {"act_key": "r", "whole": "Ja.", "papers": [upload("a.pdf", papers.pdf())]})
    assert Attachment.objects.count() == 1
    assert Remark.objects.count() == 1


def test_staff_register_what_a_guardian_handed_in_and_the_citizen_asks_for_it(anna: Account, erik: Account) -> None:
    case = ready.not_met()
    ready.guardian(case)
    ready.heard(case)
    guardian = HearingParty.objects.exclude(party=None).get()
    address = reverse("register-remarks", args=[case.reference])
    sent = {"act_key": "k", "heard": str(guardian.pk), "channel": "letter", "text": "Hun er uenig.", **DAY}
    browser = people.signed_in(anna)
    assert browser.post(address, sent | {"papers": [upload("værge.jpg", papers.jpeg())]}).status_code == 302
    assert names(case) == [("værge.jpg", "hearing", False)]
    assert "værge.jpg" in page(browser.get(reverse("decide", args=[case.reference])))
    theirs = people.signed_in(erik)
    assert theirs.get(reverse("my-attachment", args=[case.reference, 1])).status_code == 404
    assert "værge.jpg" not in page(theirs.get(reverse("my-case", args=[case.reference])))


# -- the complaint -----------------------------------------------------------------------------------------------------


def test_a_complaint_brings_its_papers(anna: Account, erik: Account) -> None:
    case, _decision = delivered(anna)
    browser, address = people.signed_in(erik), reverse("complain", args=[case.reference])
    sent = {"act_key": "c", "text": "Jeg er uenig.", "decision": str(_decision.pk)}
    shown = page(browser.post(address, sent | {"attach": "1", "papers": [upload("brev.png", papers.png())]}))
    assert "1 fil er vedlagt:" in shown
    assert "Jeg er uenig." in shown
    assert not Complaint.objects.exists()
    answer = browser.post(address, sent)
    assert answer.status_code == 302
    assert "brev.png" in page(browser.get(answer["Location"]))
    assert names(case) == [("brev.png", "complaint", True)]
    number = Complaint.objects.get().number
    assert "brev.png" in page(people.signed_in(anna).get(reverse("complaint", args=[case.reference, number])))


def test_staff_register_a_complaint_with_its_papers(anna: Account) -> None:
    case, decision = delivered(anna)
    browser, address = people.signed_in(anna), reverse("register-complaint", args=[case.reference])
    assert 'enctype="multipart/form-data"' in page(browser.get(address))
    sent = {"act_key": "c", "decision": str(decision.pk), "channel": "letter", "from_whom": "citizen", **DAY}
    assert browser.post(address, sent | {"papers": [upload("klage.pdf", papers.pdf())]}).status_code == 302
    assert names(case) == [("klage.pdf", "complaint", True)]
    assert [each["kind"] for each in Entry.objects.get(act="register_complaint").facts["papers"]] == ["pdf"]


def test_what_is_sent_to_ankestyrelsen_names_every_paper_and_keeps_no_name_openly(anna: Account, erik: Account) -> None:
    case, decision = delivered(anna)
    people.signed_in(erik).post(reverse("complain", args=[case.reference]), {
        "act_key": "c", "decision": str(decision.pk), "papers": [upload("diagnose.pdf", papers.pdf())]
    })  # fmt: skip
    judge(case, anna, reasons="Vi fastholder.")
    address = reverse("forward-complaint", args=[case.reference, 1])
    day = {"next_on_0": "1", "next_on_1": "6", "next_on_2": "2026"}
    assert people.signed_in(anna).post(address, {"act_key": "f", **day}).status_code == 302
    for kind in (Kind.FORWARDING, Kind.REASSESSMENT_UPHELD_FORWARDED):
        said = "\n".join(texts(sealed.content(Letter.objects.get(case=case, kind=kind))))
        assert "Bilag 1 (PDF), kom med klagen, 2. marts 2026: diagnose.pdf" in said
    kept = [item for item in Forwarding.objects.get().contents if item["what"] == "attachment"]
    assert [item["label"] for item in kept] == ["Bilag 1 (PDF), kom med klagen, 2. marts 2026"]
    assert "diagnose" not in str(Forwarding.objects.get().contents)
