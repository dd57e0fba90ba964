"""Attaching papers in a real browser, with and without scripts, and fetching them again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.urls import reverse
from playwright.sync_api import FilePayload, Page, expect

from ophold.record.attachments.models import Attachment
from ophold.record.attachments.tray import content_of
from ophold.record.people.models import Account
from tests import people
from tests.attachments import papers
from tests.attachments.test_checking import large_pdf
from tests.browser.conftest import axe, opened, screenshot
from tests.decisions import ready
from tests.intake.examples import apply_to

Be = Callable[[Page, Account], None]
LONG = "Ildebrandshåndteringsvejledningsmedarbejderuddannelsesplanlægningsbekræftelse" * 2
BOX, HOLD = "Vedlæg papirer", "Vedlæg de valgte filer"


def file(name: str, content: bytes) -> FilePayload:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": content}


@pytest.fixture(autouse=True)
def _municipalities(transactional_db: None) -> None:
    for each in people.MUNICIPALITIES:
        people.municipality(each)


def written(page: Page) -> None:
    opened(page, reverse("apply", args=["hjoerring", "behov"]))
    page.get_by_label("Midlertidigt ophold i botilbud").check()
    page.get_by_label("Hvad har du brug for hjælp til?").fill("Støtte")
    page.get_by_role("button", name="Gem og gå videre").click()
    opened(page, reverse("apply", args=["hjoerring", "papirer"]))


def test_papers_are_attached_removed_sent_and_fetched(page: Page, be: Be) -> None:
    be(page, people.erik())
    written(page)
    axe(page)
    screenshot(page, "apply-papers")
    page.get_by_label(BOX).set_input_files(
        [file("Udtalelse fra egen læge.pdf", papers.pdf()), file(f"{LONG}.jpg", papers.jpeg(6)), file("c.docx", b"PK")]
    )
    page.get_by_role("button", name=HOLD).click()
    assert page.get_by_text("”c.docx” blev ikke vedlagt").first.is_visible()
    assert page.get_by_text("2 filer er vedlagt:").is_visible()
    axe(page)
    screenshot(page, "apply-papers-attached")
    page.get_by_role("button", name="Fjern Ildebrand").click()
    assert page.get_by_text("1 fil er vedlagt:").is_visible()
    page.get_by_role("button", name="Gem og gå videre").click()
    screenshot(page, "apply-summary-papers")
    page.get_by_role("button", name="Send ansøgningen").click()
    page.get_by_role("link", name="Følg din sag").click()
    screenshot(page, "my-case-papers")
    axe(page)
    with page.expect_download() as fetched:
        page.get_by_role("link", name="Udtalelse fra egen læge.pdf").click()
    assert fetched.value.suggested_filename == "Udtalelse fra egen læge.pdf"
    assert fetched.value.path().read_bytes() == content_of(Attachment.objects.get())


def test_a_hearing_is_answered_with_papers_and_no_scripts(page_without_scripts: Page, be: Be) -> None:
    page, case = page_without_scripts, ready.not_met()
    ready.heard(case)
    be(page, people.erik())
    opened(page, reverse("hearing-reply", args=[case.reference]))
    page.get_by_label("Bemærkninger til det hele").fill("Se brevet.")
    page.get_by_label(BOX).set_input_files([file("brev.png", papers.png()), file("side.html", b"<html>")])
    page.get_by_role("button", name="Send mit svar").click()
    expect(page.get_by_label("Bemærkninger til det hele")).to_have_value("Se brevet.")
    assert page.get_by_text("”side.html” blev ikke vedlagt").first.is_visible()
    screenshot(page, "hearing-reply-papers")
    page.get_by_role("button", name="Send mit svar").click()
    assert page.get_by_role("link", name="brev.png").is_visible()
    be(page, people.anna())
    opened(page, reverse("decide", args=[case.reference]))
    screenshot(page, "decide-papers")
    opened(page, reverse("case", args=[case.reference]))
    assert page.get_by_role("link", name="brev.png").is_visible()
    screenshot(page, "case-papers")


def test_staff_attach_where_they_register(page: Page, be: Be) -> None:
    be(page, people.anna())
    opened(page, reverse("register"))
    page.get_by_label("Borgerens navn").fill("Mona Møller")
    page.get_by_label(BOX).set_input_files([file("ansøgning.pdf", papers.pdf())])
    page.get_by_role("button", name=HOLD).click()
    assert page.get_by_text("1 fil er vedlagt:").is_visible()
    expect(page.get_by_label("Borgerens navn")).to_have_value("Mona Møller")
    assert page.get_by_text("Skriv borgerens CPR-nummer.").count() == 0
    axe(page)
    screenshot(page, "register-papers")


def test_ten_megabytes_pass_through_the_server_and_eleven_are_refused_in_words(page: Page, be: Be) -> None:
    case = apply_to("hjoerring")
    assert case.pk
    be(page, people.erik())
    opened(page, reverse("apply", args=["lejre", "papirer"]))
    ten = large_pdf()
    page.get_by_label(BOX).set_input_files([file("ti.pdf", ten), file("elleve.pdf", ten + bytes(1_000_000))])
    page.get_by_role("button", name=HOLD).click()
    assert page.get_by_text("”elleve.pdf” blev ikke vedlagt, fordi filen fylder mere end 10 MB.").first.is_visible()
    assert page.get_by_role("button", name="Fjern ti.pdf").is_visible()
