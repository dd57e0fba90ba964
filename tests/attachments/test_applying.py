"""Papers while applying: held with the draft, removed again, sent once with the application, handed out as files."""

from __future__ import annotations

import io
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ophold.journey.intake.models import Draft, DraftPaper
from ophold.record.acting import acting
from ophold.record.attachments import choices
from ophold.record.attachments.actions import KEPT_WAITING, forget_unsent
from ophold.record.attachments.models import NAME_CONTEXT, Attachment, FormPaper
from ophold.record.attachments.tray import content_of, name_of
from ophold.record.cases.models import Case
from ophold.record.journal.models import Entry, ReadEntry
from ophold.record.people.models import Account
from ophold.record.people.rotation.actions import reseal_everything
from ophold.record.people.seal import SealBroken, key_of, seal_text
from tests import people
from tests.attachments import papers
from tests.intake.examples import MONA, key
from tests.intake.test_apply_pages import TOLD

pytestmark = pytest.mark.django_db
STEP = reverse("apply", args=["ballerup", "papirer"])
SUMMARY = reverse("apply-summary", args=["ballerup"])


@pytest.fixture(autouse=True)
def _municipalities(db: None) -> None:
    for each in people.MUNICIPALITIES:
        people.municipality(each)


def upload(name: str, content: bytes, said: str = "application/octet-stream") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, said)


def written(browser: people.Browser) -> None:
    """Every page but the papers'."""
    for step, told in TOLD.items():
        if step != "papirer":
            browser.post(reverse("apply", args=["ballerup", step]), told)


def page(answer: Any) -> str:
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def applied(browser: people.Browser, **files: bytes) -> Case:
    """An application sent with papers."""
    written(browser)
    sent = [upload(name.replace("_", "."), content) for name, content in files.items()]
    assert browser.post(STEP, {"papers": sent}).status_code == 302
    assert browser.post(SUMMARY, {"act_key": key()}).status_code == 302
    return Case.objects.latest("pk")


# -- holding ----------------------------------------------------------------------------------------------------------


def test_papers_wait_with_the_draft_and_are_there_in_another_browser(erik: Account) -> None:
    here = page(people.signed_in(erik).post(STEP, {"attach": "1", "papers": [
        upload("læge.pdf", papers.pdf()), upload("bolig.jpg", papers.jpeg())
    ]}))  # fmt: skip
    there = page(people.signed_in(erik).get(STEP))
    for shown in (here, there):
        assert "2 filer er vedlagt:" in shown
        assert "læge.pdf" in shown
        assert "bolig.jpg" in shown
    assert "læge.pdf" in page(people.signed_in(erik).get(SUMMARY))
    assert not Entry.objects.exists()


def test_a_paper_is_removed_again_and_nobody_elses_is(erik: Account) -> None:
    browser = people.signed_in(erik)
    browser.post(STEP, {"attach": "1", "papers": [upload("a.pdf", papers.pdf()), upload("b.png", papers.png())]})
    first, second = DraftPaper.objects.order_by("pk")
    other = people.signed_in(people.citizen_account("mona", "Mona Møller"))
    other.post(STEP, {"remove": first.key})
    assert DraftPaper.objects.count() == 2
    shown = page(browser.post(STEP, {"remove": first.key}))
    assert "1 fil er vedlagt:" in shown
    assert "a.pdf" not in shown
    assert list(DraftPaper.objects.all()) == [second]


def test_the_same_file_twice_lies_there_once(erik: Account) -> None:
    browser = people.signed_in(erik)
    for name in ("a.pdf", "b.pdf"):
        browser.post(STEP, {"attach": "1", "papers": [upload(name, papers.pdf())]})
    assert DraftPaper.objects.count() == 1


def test_a_refused_file_says_why_and_the_others_stay(erik: Account) -> None:
    browser = people.signed_in(erik)
    answer = browser.post(STEP, {"papers": [upload("god.pdf", papers.pdf()), upload("word.docx", papers.packed())]})
    shown = page(answer)
    assert "”word.docx” blev ikke vedlagt, fordi filen ikke er en PDF, JPEG eller PNG." in shown
    assert "1 fil er vedlagt:" in shown
    assert "god.pdf" in shown
    assert browser.post(STEP, {}).status_code == 302  # without it one goes on


def test_a_file_refused_by_the_button_for_another_day_is_told_of_first(erik: Account) -> None:
    shown = page(people.signed_in(erik).post(STEP, {"later": "1", "papers": [upload("x.pdf", b"no")]}))
    assert "”x.pdf” blev ikke vedlagt" in shown


def test_names_are_shown_as_text_and_lead_nowhere(erik: Account) -> None:
    shown = people.signed_in(erik).post(STEP, {"attach": "1", "papers": [
        upload("<script>alert(1)</script>.pdf", papers.pdf()), upload("x" * 300 + ".jpg", papers.jpeg())
    ]}).content.decode()  # fmt: skip
    assert "<script>alert" not in shown
    assert {name_of(row) for row in DraftPaper.objects.all()} == {
        "script-alert(1)--script-.pdf",
        "x" * 76 + ".jpg",
    } or (all(len(name_of(row)) <= 80 for row in DraftPaper.objects.all()))


def test_at_most_ten_papers_and_twenty_five_megabytes(erik: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = people.signed_in(erik)
    monkeypatch.setattr(choices, "MOST", 2)
    many = [upload(f"{n}.png", papers.png(papers.picture(60 + n))) for n in range(3)]
    shown = page(browser.post(STEP, {"attach": "1", "papers": many}))
    assert "”2.png” blev ikke vedlagt, fordi der højst kan være 10 filer." in shown
    monkeypatch.setattr(choices, "MOST", 10)
    monkeypatch.setattr(choices, "TOGETHER", sum(row.size for row in DraftPaper.objects.all()))
    shown = page(browser.post(STEP, {"attach": "1", "papers": [upload("3.pdf", papers.pdf())]}))
    assert "”3.pdf” blev ikke vedlagt, fordi filerne tilsammen må fylde 25 MB." in shown
    assert DraftPaper.objects.count() == 2


def test_no_more_are_looked_into_at_once_than_can_be_kept(erik: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choices, "MOST", 2)
    broken = [upload(f"{n}.pdf", papers.pdf()[:-300]) for n in range(3)]
    shown = page(people.signed_in(erik).post(STEP, {"attach": "1", "papers": broken}))
    assert shown.count("fordi filen er beskadiget") == 4  # two files, each told of above and at the box
    assert "”2.pdf” blev ikke vedlagt, fordi der højst kan være 10 filer." in shown


def test_a_large_file_is_refused_in_words_and_the_rest_of_the_form_is_kept(anna: Account) -> None:
    browser, act_key = people.signed_in(anna), key()
    large = b"%PDF-" + bytes(11_000_000)
    said = {"act_key": act_key, "name": "Mona Møller", "need": "Hjælp til hverdagen"}
    shown = page(browser.post(reverse("register"), said | {"papers": [
        upload("stor.pdf", large), upload("lille.pdf", papers.pdf())
    ]}))  # fmt: skip
    assert "”stor.pdf” blev ikke vedlagt, fordi filen fylder mere end 10 MB." in shown
    assert "lille.pdf" in shown
    assert "Hjælp til hverdagen" in shown


def test_a_request_past_every_measure_is_413(erik: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ophold.record.attachments.uploading.READ_PAST", 1000)
    answer = people.signed_in(erik).post(STEP, {"papers": [upload("x.pdf", bytes(2000))]})
    assert answer.status_code == 413
    many = [upload(f"{n}.pdf", b"x") for n in range(31)]
    monkeypatch.undo()
    assert people.signed_in(erik).post(STEP, {"papers": many}).status_code == 413
    assert not DraftPaper.objects.exists()


def test_a_draft_that_goes_takes_its_papers_along(erik: Account) -> None:
    people.signed_in(erik).post(STEP, {"attach": "1", "papers": [upload("a.pdf", papers.pdf())]})
    with acting("a draft goes"):
        Draft.objects.all().delete()
    assert not DraftPaper.objects.exists()


def test_what_was_never_sent_goes_after_two_days(anna: Account) -> None:
    people.signed_in(anna).post(reverse("register"), {"act_key": "k", "attach": "1", "papers": [
        upload("a.pdf", papers.pdf())
    ]})  # fmt: skip
    held = FormPaper.objects.get()
    assert forget_unsent(at=held.held_at + KEPT_WAITING) == 0
    assert forget_unsent(at=held.held_at + KEPT_WAITING + timedelta(seconds=1)) == 1
    assert not FormPaper.objects.exists()


# -- sending ----------------------------------------------------------------------------------------------------------


def test_the_papers_become_part_of_the_case_once(erik: Account) -> None:
    browser = people.signed_in(erik)
    written(browser)
    browser.post(STEP, {"papers": [upload("læge.pdf", papers.pdf()), upload("bolig.jpg", papers.jpeg())]})
    sent = {"act_key": key()}
    for _each in range(2):
        assert browser.post(SUMMARY, sent).status_code == 302
    case = Case.objects.get()
    found = list(Attachment.objects.filter(case=case).order_by("number"))
    assert [(row.number, name_of(row), row.kind, row.from_citizen) for row in found] == [
        (1, "læge.pdf", "pdf", True), (2, "bolig.jpg", "jpeg", True)
    ]  # fmt: skip
    assert content_of(found[0]).startswith(b"%PDF-")
    assert not DraftPaper.objects.exists()
    assert not Draft.objects.exists()


def test_the_journal_tells_print_size_and_kind_and_never_the_name(erik: Account) -> None:
    case = applied(people.signed_in(erik), diagnose_pdf=papers.pdf())
    found = Attachment.objects.get(case=case)
    entry = Entry.objects.get(case=case, act="apply")
    assert entry.facts["papers"] == [{"kind": "pdf", "size": found.size, "sha256": found.sha256}]
    assert "diagnose" not in str(entry.facts)


def test_staff_attach_what_came_on_paper_and_a_refused_form_keeps_it(anna: Account) -> None:
    browser, sent = people.signed_in(anna), {"act_key": key()}
    shown = page(browser.post(reverse("register"), sent | {"papers": [upload("ansøgning.pdf", papers.pdf())]}))
    assert "Ansøgningen blev ikke registreret" in shown
    assert "ansøgning.pdf" in shown
    told = {
        "digits": MONA.digits, "name": MONA.name, "applicant": "self", "items": ["stay"], "need": "Hjælp",
        "channel": "letter", "received_on_0": "2", "received_on_1": "3", "received_on_2": "2026",
    }  # fmt: skip
    assert browser.post(reverse("register"), sent | told).status_code == 302
    found = Attachment.objects.get()
    assert (name_of(found), found.came_with, found.entered_by) == ("ansøgning.pdf", "application", anna)
    assert not FormPaper.objects.exists()


def test_adding_papers_judges_nothing_else(anna: Account) -> None:
    shown = page(people.signed_in(anna).post(reverse("register"), {"act_key": "k", "attach": "1", "papers": [
        upload("a.pdf", papers.pdf())
    ]}))  # fmt: skip
    assert "Skriv borgerens CPR-nummer." not in shown
    assert "1 fil er vedlagt:" in shown
    assert not Case.objects.exists()


def test_another_colleagues_form_with_the_same_key_holds_other_papers(anna: Account, bo: Account) -> None:
    for each, content in ((anna, papers.pdf()), (bo, papers.png())):
        people.signed_in(each).post(reverse("register"), {"act_key": "k", "attach": "1", "papers": [
            upload(f"{each.username}.pdf", content)
        ]})  # fmt: skip
    shown = page(people.signed_in(bo).post(reverse("register"), {"act_key": "k", "attach": "1"}))
    assert "1 fil er vedlagt:" in shown


# -- handing out ------------------------------------------------------------------------------------------------------


def test_a_paper_is_handed_out_as_a_file_and_the_read_is_journalled_once(erik: Account, dorte: Account) -> None:
    case = applied(people.signed_in(erik), læge_pdf=papers.pdf())
    for account, name in ((erik, "my-attachment"), (dorte, "attachment")):
        before = ReadEntry.objects.count()
        answer = people.signed_in(account).get(reverse(name, args=[case.reference, 1]))
        assert answer.content == content_of(Attachment.objects.get())
        assert answer["Content-Type"] == "application/pdf"
        assert answer["Content-Disposition"] == "attachment; filename*=utf-8''l%C3%A6ge.pdf"
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert "no-store" in answer["Cache-Control"]
        assert "sandbox" in answer["Content-Security-Policy"]
        assert "default-src 'none'" in answer["Content-Security-Policy"]
        reads = ReadEntry.objects.order_by("pk")[before:]
        assert [(each.account, each.page, each.references) for each in reads] == [
            (account, "attachment", [case.reference])
        ]


def test_absent_and_forbidden_look_alike(erik: Account, dorte: Account, anna: Account, gert: Account) -> None:
    case = applied(people.signed_in(erik), a_pdf=papers.pdf())
    before = ReadEntry.objects.count()
    for account, name, number in (
        (erik, "my-attachment", 2), (erik, "attachment", 1), (dorte, "my-attachment", 1), (dorte, "attachment", 2),
        (anna, "attachment", 1), (gert, "my-attachment", 1), (gert, "attachment", 1),
    ):  # fmt: skip
        answer = people.signed_in(account).get(reverse(name, args=[case.reference, number]))
        assert answer.status_code == 404
        assert answer["Content-Type"].startswith("text/html")
    assert ReadEntry.objects.count() == before


def test_what_somebody_else_handed_in_is_not_the_citizens_to_open(erik: Account, dorte: Account) -> None:
    case = applied(people.signed_in(erik), a_pdf=papers.pdf())
    row = Attachment.objects.get()
    row.pk, row.number, row.key, row.from_citizen = None, 2, "another", False
    row.name = seal_text("naboens brev.pdf", context=NAME_CONTEXT.format(row=row))
    with people.set_up():
        row.save(force_insert=True)
    assert people.signed_in(erik).get(reverse("my-attachment", args=[case.reference, 2])).status_code == 404
    for route in ("my-application", "my-case"):
        assert "naboens" not in page(people.signed_in(erik).get(reverse(route, args=[case.reference])))
    assert "naboens" in page(people.signed_in(dorte).get(reverse("application", args=[case.reference])))


def test_the_pages_name_the_papers_and_lead_to_them(erik: Account, dorte: Account) -> None:
    case = applied(people.signed_in(erik), læge_pdf=papers.pdf())
    for account, route, leads in (
        (erik, "my-case", "my-attachment"), (erik, "my-application", "my-attachment"),
        (dorte, "case", "attachment"), (dorte, "application", "attachment"),
    ):  # fmt: skip
        shown = page(people.signed_in(account).get(reverse(route, args=[case.reference])))
        assert "læge.pdf" in shown, route
        assert reverse(leads, args=[case.reference, 1]) in shown, route
    assert "1 bilag" in page(people.signed_in(dorte).get(reverse("case", args=[case.reference])))


# -- at rest ----------------------------------------------------------------------------------------------------------


def test_nothing_of_a_paper_can_be_read_from_the_database(erik: Account) -> None:
    case = applied(people.signed_in(erik), diagnose_pdf=papers.pdf())
    row = Attachment.objects.filter(case=case).values().get()
    for value in row.values():
        assert b"%PDF" not in (bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode())
        assert "diagnose" not in str(value)


@pytest.mark.parametrize("column", ["content", "name"])
def test_a_changed_or_moved_paper_is_never_handed_out(
    erik: Account, dorte: Account, column: str, tampered: Any
) -> None:
    case = applied(people.signed_in(erik), a_pdf=papers.pdf(), b_png=papers.png())
    first, second = Attachment.objects.order_by("number")
    broken = bytearray(getattr(first, column))
    broken[-1] ^= 1
    address = reverse("attachment", args=[case.reference, 1])
    for changed in (bytes(broken), bytes(getattr(second, column)), b"", b"\x01\x01short"):
        tampered(first, column, changed)
        with pytest.raises(SealBroken):
            people.signed_in(dorte).get(address)
        assert case.citizen.name in page(people.signed_in(dorte).get(reverse("case", args=[case.reference])))


@pytest.fixture
def tampered(db: None) -> Any:
    """An intruder with the database in hand, triggers taken away."""
    from django.db import connection

    from ophold.record.journal import triggers

    def change(row: Attachment, column: str, value: bytes) -> None:
        with people.set_up():
            triggers.remove(connection)
            Attachment.objects.filter(pk=row.pk).update(**{column: value})
            triggers.install(connection)

    return change


def test_the_database_refuses_to_change_or_delete_a_paper(erik: Account) -> None:
    applied(people.signed_in(erik), a_pdf=papers.pdf())
    for change in (
        lambda: Attachment.objects.update(size=1),
        lambda: Attachment.objects.update(from_citizen=False),
        lambda: Attachment.objects.all().delete(),
    ):
        with pytest.raises(IntegrityError), people.set_up(), transaction.atomic():
            change()


def test_another_key_takes_the_papers_over(erik: Account, settings: Any) -> None:
    case = applied(people.signed_in(erik), a_pdf=papers.pdf())
    people.signed_in(erik).post(reverse("apply", args=["lejre", "papirer"]), {"attach": "1", "papers": [
        upload("venter.png", papers.png())
    ]})  # fmt: skip
    content = content_of(Attachment.objects.get(case=case))
    settings.CPR_SEAL_KEYS = {2: bytes(range(32)), **settings.CPR_SEAL_KEYS}
    reseal_everything(at=people.NOON, say=lambda _line: None)
    found, waiting = Attachment.objects.get(case=case), DraftPaper.objects.get()
    settings.CPR_SEAL_KEYS = {2: bytes(range(32))}
    for row in (found, waiting):
        assert {key_of(bytes(row.content)), key_of(bytes(row.name))} == {2}
    assert content_of(found) == content
    assert name_of(waiting) == "venter.png"


def test_a_paper_that_is_kept_opens_again_as_what_it_is(erik: Account) -> None:
    import pypdf

    case = applied(people.signed_in(erik), a_pdf=papers.pdf(pages=2))
    kept = pypdf.PdfReader(io.BytesIO(content_of(Attachment.objects.get(case=case))))
    assert [papers.PDF_WORDS in each.extract_text() for each in kept.pages] == [True, True]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.text(max_size=60), content=st.binary(max_size=300), button=st.sampled_from(["attach", "later", "remove"])
)
def test_whatever_is_uploaded_the_page_answers(erik: Account, name: str, content: bytes, button: str) -> None:
    answer = people.signed_in(erik).post(STEP, {button: name, "papers": [upload(name or "x", content)]})
    assert answer.status_code in (200, 302)
