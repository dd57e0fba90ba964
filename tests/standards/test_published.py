"""What is public of an adoption: the council's reason beside the finding, and minutes that are marked so."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from ophold.record.standards.models import AdoptedVersion, Minutes
from tests import people
from tests.attachments import papers
from tests.people import anna, signed_in
from tests.standards.writing import a_draft, adopt, niels

pytestmark = pytest.mark.django_db
KEY = "hjoerring"  # its text goes against statute in one place
DAYS = {
    "body": "Byrådet", "adopted_on_0": "2", "adopted_on_1": "3", "adopted_on_2": "2026",
    "valid_from_0": "2", "valid_from_1": "3", "valid_from_2": "2026",
}  # fmt: skip
REASON = "Byrådet vil prøve det i et år."
PAGE = f"/standarder/{KEY}/2026-03-02/"


def _record(*, content: bytes | None = None, public: bool = False) -> str:
    """Adopt in the browser; the page that came."""
    draft, browser = a_draft(KEY), signed_in(niels(KEY))
    page = reverse("adopt-draft", args=[draft.pk])
    said: dict[str, object] = dict(DAYS)
    said |= dict.fromkeys(re.findall(r'name="(reason-\d+)"', browser.get(page).text), REASON)
    said |= {"minutes": SimpleUploadedFile("referat.pdf", content)} if content is not None else {}
    said |= {"minutes_public": "on"} if public else {}
    return browser.post(page, said, follow=True).text


def test_the_councils_reason_stands_beside_the_finding_and_nowhere_before(client: people.Browser) -> None:
    _record()
    assert REASON in client.get(PAGE).text
    assert REASON not in client.get(f"/standarder/{KEY}/2022-06-22/").text


@pytest.mark.parametrize("public", [True, False])
def test_minutes_are_public_only_where_they_are_marked_so(client: people.Browser, public: bool) -> None:
    _record(content=papers.pdf(), public=public)
    address = reverse("minutes", args=[KEY, "2026-03-02"])
    assert client.get(address).status_code == (200 if public else 404)
    assert (address in client.get(PAGE).text) is public
    for other in (anna(), niels("lejre")):
        assert signed_in(other).get(address).status_code == (200 if public else 404)
    own = signed_in(niels(KEY)).get(address)
    assert own.status_code == 200
    assert own.content.startswith(b"%PDF")
    assert own["Content-Disposition"] == 'attachment; filename="referat-hjoerring-2026-03-02.pdf"'
    assert address in signed_in(niels(KEY)).get(reverse("drafts")).text


def test_a_version_without_minutes_has_none(client: people.Browser) -> None:
    adopt(a_draft(KEY))
    assert client.get(reverse("minutes", args=[KEY, "2026-03-02"])).status_code == 404
    assert client.get(reverse("minutes", args=[KEY, "2022-06-22"])).status_code == 404


@pytest.mark.parametrize(
    "content", [b"hej", b"", papers.locked_pdf(), papers.png()], ids=["text", "empty", "locked", "png"]
)
def test_minutes_that_are_no_plain_pdf_are_told_and_nothing_is_adopted(content: bytes) -> None:
    assert "eferat" in _record(content=content)
    assert not AdoptedVersion.objects.exists()


@pytest.mark.parametrize(
    "statement", ["UPDATE standards_minutes SET is_public = NOT is_public", "DELETE FROM standards_minutes"]
)
def test_the_database_refuses_to_change_or_remove_minutes(statement: str) -> None:
    _record(content=papers.pdf())
    assert Minutes.objects.count() == 1
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        people.set_up(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
