"""Each version in each form, under an address that stays: whole, the same for everybody, asked for again cheaply."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import page
import pypdf
import pytest
from django.conf import settings as django_settings
from django.utils.translation import override
from pytest_django import Settings

from ophold.record.cases.standards import all_settings, catalogue, installed, statute
from ophold.record.letters.press import coverage_of, shown
from ophold.site.published.addresses import slug
from ophold.site.published.document import document
from ophold.standard.assemble import standard_from_text
from ophold.standard.canonical import as_plain, canonical_text
from ophold.standard.published import published
from ophold.standard.questions import QUESTIONS
from ophold.standard.shape import Standard
from ophold.standard.standing import standing
from tests import people
from tests.journeys.folders import newer_version, own_folders, with_the_sixth
from tests.letters.test_typeset import read, squeezed, tags
from tests.people import Browser
from tests.standards.writing import EIGHT_WEEKS, a_draft, adopt, write

pytestmark = pytest.mark.django_db

FIVE = [versions[-1] for versions in installed().standards.values()]
FORMS = ("standard.yaml", "standard.json", "svar.json", "standard.pdf", "standard.en.pdf")


@pytest.fixture
def six(settings: Settings, tmp_path: Path) -> list[Standard]:
    with_the_sixth(tmp_path, settings)
    return [versions[-1] for versions in catalogue().standards.values()]


def at(standard: Standard, form: str = "") -> str:
    return f"/standarder/{standard.key}/{slug(standard.version)}/{form}"


def strings(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for part in value.values() for text in strings(part)]
    if isinstance(value, (list, tuple)):
        return [text for part in value for text in strings(part)]
    return [value] if isinstance(value, str) else []


def test_an_undated_version_is_undated_in_danish_also_in_its_address(client: Browser) -> None:
    assert client.get("/standarder/ballerup/udateret-1/").status_code == 200
    assert client.get("/standarder/ballerup/")["Location"] == "/standarder/ballerup/udateret-1/"
    for old, new in (
        ("/standarder/ballerup/undated-1/", "/standarder/ballerup/udateret-1/"),
        ("/standarder/ballerup/undated-1/B16/", "/standarder/ballerup/udateret-1/B16/"),
        ("/standarder/ballerup/undated-1/standard.pdf", "/standarder/ballerup/udateret-1/standard.pdf"),
    ):
        answer = client.get(old)
        assert (answer.status_code, answer["Location"]) == (301, new)
    for unknown in ("undated-9", "udateret-9", "2001-01-01", "x"):
        assert client.get(f"/standarder/ballerup/{unknown}/").status_code == 404
        assert client.get(f"/standarder/ballerup/{unknown}/standard.yaml").status_code == 404


def test_the_yaml_and_the_json_are_the_standard_without_loss(client: Browser, six: list[Standard]) -> None:
    assert len(six) == 6
    for standard in six:
        text = client.get(at(standard, "standard.yaml"))
        assert text["Content-Type"] == "application/yaml; charset=utf-8"
        assert canonical_text(standard_from_text(text.text, "file")) == text.text
        held = client.get(at(standard, "standard.json"))
        assert held["Content-Type"] == "application/json"
        assert held.json() == as_plain(standard)


def test_the_answers_are_all_there_with_level_and_address(client: Browser, six: list[Standard]) -> None:
    for standard in six:
        held = client.get(at(standard, "svar.json")).json()
        assert set(held["answers"]) == set(QUESTIONS)
        assert {each["layer"] for each in held["answers"].values()} <= {"standard", "setting", "statute", None}
        assert held["addresses"]["yaml"] == f"http://testserver{at(standard, 'standard.yaml')}"
        assert held["license"]["spdx"] == "EUPL-1.2"


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_pdf_is_accessible_and_holds_every_word(client: Browser, six: list[Standard], language: str) -> None:
    fonts = coverage_of(Path(django_settings.LETTER_FONTS_DIR))
    for standard in six:
        answer = client.get(at(standard, "standard.pdf" if language == "da" else "standard.en.pdf"))
        assert (answer["Content-Type"], answer["Content-Language"]) == ("application/pdf", language)
        report = page.validate_pdf_bytes(answer.content, profile=page.ValidationProfile.PDF_UA_1)
        assert report.is_compliant
        assert "104 passed, 0 failed, 104 total" in str(report)
        place = standing(catalogue(), standard, people.TODAY)
        with override(language):
            content = document(standard, statute(people.TODAY), all_settings().get(standard.key), place)
        assert content.pop("language") == language
        said = read(answer.content)
        assert [text for text in strings(shown(content, fonts)) if squeezed(text) not in said] == []
        root = pypdf.PdfReader(io.BytesIO(answer.content)).root_object
        assert str(root["/Lang"]).startswith(language)
        assert {"/H1", "/H2", "/Table", "/TH", "/TD", "/P"} <= set(tags(answer.content))


def written_about(pdf: bytes) -> dict[str, str]:
    return {str(name): str(value) for name, value in (pypdf.PdfReader(io.BytesIO(pdf)).metadata or {}).items()}


def test_a_text_without_a_day_gets_none_in_its_pdf(client: Browser) -> None:
    undated = client.get("/standarder/ballerup/udateret-1/standard.pdf").content
    assert "/CreationDate" not in written_about(undated)
    dated = client.get("/standarder/lejre/2015-11-30/standard.pdf").content
    assert "20151130" in written_about(dated)["/CreationDate"]
    assert undated == client.get("/standarder/ballerup/udateret-1/standard.pdf").content


@pytest.mark.parametrize("form", FORMS)
def test_a_file_is_kept_by_anybody_and_asked_for_by_its_mark(client: Browser, form: str) -> None:
    address = at(FIVE[0], form)
    whole = client.get(address)
    assert whole.status_code == 200
    assert whole["Cache-Control"].startswith("public, max-age=")
    assert "Set-Cookie" not in whole
    assert not whole.cookies
    assert re.fullmatch(r'"[0-9a-f]{32}"', whole["ETag"])
    again = client.get(address, headers={"If-None-Match": whole["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"] == whole["ETag"]
    assert client.get(address, headers={"If-None-Match": '"another"'}).status_code == 200
    only_head = client.head(address)
    assert (only_head.status_code, only_head.content) == (200, b"")
    assert only_head["ETag"] == whole["ETag"]
    assert client.post(address).status_code == 405


def test_a_file_tells_when_it_was_changed_from_the_register(
    client: Browser, settings: Settings, tmp_path: Path
) -> None:
    own_folders(tmp_path, settings)
    register = tmp_path / "standards/published.yaml"
    register.write_text("lejre/2015-11-30: [2026-11-22, 2027-01-15]\n", "utf-8")
    answer = client.get("/standarder/lejre/2015-11-30/standard.yaml")
    assert answer["Last-Modified"] == "Thu, 14 Jan 2027 23:00:00 GMT"
    since = {"If-Modified-Since": answer["Last-Modified"]}
    assert client.get("/standarder/lejre/2015-11-30/standard.yaml", headers=since).status_code == 304
    before = {"If-Modified-Since": "Sun, 22 Nov 2026 00:00:00 GMT"}
    assert client.get("/standarder/lejre/2015-11-30/standard.yaml", headers=before).status_code == 200
    assert "Last-Modified" not in client.get("/standarder/ballerup/udateret-1/standard.yaml")


@pytest.mark.parametrize("address", ["/standarder/", "/standarder/ballerup/udateret-1/", "/sammenlign/?k=lejre"])
def test_a_page_is_the_readers_own_and_costs_nothing_when_unchanged(address: str) -> None:
    client = Browser()
    first = client.get(address)
    assert "private" in first["Cache-Control"]
    assert "Cookie" in first["Vary"]
    assert set(first.cookies) <= {"csrftoken"}
    second = client.get(address)
    third = client.get(address, headers={"If-None-Match": second["ETag"]})
    assert (third.status_code, third.content) == (304, b"")
    client.post("/sprog/", {"language": "en", "next": "/"})
    english = client.get(address, headers={"If-None-Match": second["ETag"]})
    assert (english.status_code, english["Content-Language"]) == (200, "en")
    assert english["ETag"] != second["ETag"]


def test_a_page_kept_without_its_cookie_is_fetched_anew_so_that_its_form_works() -> None:
    first = Browser().get("/standarder/")
    held = Browser()
    held.get("/standarder/")
    mark = held.get("/standarder/")["ETag"]
    assert mark != first["ETag"]
    assert Browser().get("/standarder/", headers={"If-None-Match": mark}).status_code == 200


def test_who_is_signed_in_keeps_nothing() -> None:
    signed_in = people.signed_in(people.anna())
    for address in ("/standarder/", at(FIVE[0]), at(FIVE[0], "standard.pdf"), "/standarder/oversigt.json"):
        answer = signed_in.get(address)
        assert answer.status_code == 200
        assert answer["Cache-Control"] == "no-store, private"


@pytest.mark.parametrize("standard", FIVE, ids=lambda each: each.version_key)
def test_every_provision_has_an_address_of_its_own(client: Browser, standard: Standard) -> None:
    for number in standard.provisions:
        answer = client.get(at(standard, f"{number}/"))
        assert (answer.status_code, answer["Location"]) == (302, f"{at(standard)}#{number}")
    assert client.get(at(standard, "Z99/")).status_code == 404


def test_a_replaced_version_stays_and_says_what_is_in_force(
    client: Browser, settings: Settings, tmp_path: Path
) -> None:
    own_folders(tmp_path, settings)
    newer_version(tmp_path, "lejre", "2026-01-15", "value: 6, unit: weeks", "value: 4, unit: weeks")
    old = client.get("/standarder/lejre/2015-11-30/").text
    assert "Denne version gælder ikke længere. Den blev afløst torsdag 15. januar 2026." in old
    assert '<a href="/standarder/lejre/2026-01-15/#L12">' in old
    assert client.get("/standarder/lejre/2015-11-30/L12/").status_code == 302
    assert "gælder ikke længere" not in client.get("/standarder/lejre/2026-01-15/").text.partition("Andre versioner")[0]
    assert client.get("/standarder/lejre/")["Location"] == "/standarder/lejre/2026-01-15/"
    assert "afløst" in read(client.get("/standarder/lejre/2015-11-30/standard.pdf").content)


def test_a_version_to_come_says_from_when(client: Browser, settings: Settings, tmp_path: Path) -> None:
    own_folders(tmp_path, settings)
    newer_version(tmp_path, "lejre", "2026-06-01", "value: 6, unit: weeks", "value: 4, unit: weeks")
    coming = client.get("/standarder/lejre/2026-06-01/").text
    assert "Denne version gælder fra mandag 1. juni 2026." in coming
    now = client.get("/standarder/lejre/2015-11-30/").text
    assert "Denne version gælder nu. Fra mandag 1. juni 2026 gælder en nyere." in now
    assert "gælder fra 1. juni 2026" in now
    assert client.get("/standarder/lejre/")["Location"] == "/standarder/lejre/2015-11-30/"
    places = {each["version"]: each["standing"] for each in _list(client) if each["key"] == "lejre"}
    assert places == {"2015-11-30": "in_force", "2026-06-01": "coming"}


def test_a_page_leads_to_its_forms(client: Browser) -> None:
    html = client.get("/standarder/hjoerring/2022-06-22/").text
    for form in FORMS:
        assert f'href="/standarder/hjoerring/2022-06-22/{form}"' in html
        assert re.search(rf'<link rel="alternate"[^>]*href="/standarder/hjoerring/2022-06-22/{re.escape(form)}"', html)
    assert '<link rel="alternate" type="application/atom+xml"' in html
    assert '<link rel="canonical" href="http://testserver/standarder/hjoerring/2022-06-22/">' in html


def test_what_a_text_leaves_open_stands_beside_what_statute_says(client: Browser) -> None:
    html = client.get("/standarder/lejre/2015-11-30/").text
    left_open = " ".join(re.sub(r"<[^>]+>", " ", html.partition('id="aabent"')[2].partition("<h2")[0]).split())
    assert "Partshøring: Ikke nævnt. Loven: kun om væsentlige oplysninger imod dig" in left_open
    assert "Ikke nævnt, og heller ikke fastsat i loven: " in left_open
    assert "Forvaltningsloven (FVL), § 19, stk. 1" in left_open
    assert "4 uger til at klage" in html


def test_the_open_list_names_every_version_and_every_address_answers(client: Browser, six: list[Standard]) -> None:
    rows = _list(client)
    assert {(row["key"], row["version"]) for row in rows} == {(each.key, slug(each.version)) for each in six}
    for row in rows:
        for form in ("page", "pdf", "pdf_en", "yaml", "json", "answers"):
            assert client.get(row[form].removeprefix("http://testserver")).status_code == 200
    ballerup = next(row for row in rows if row["key"] == "ballerup")
    assert (ballerup["adopted_on"], ballerup["valid_from"], ballerup["undated"]) == (None, None, True)
    assert ballerup["published_on"] == "2026-11-22"
    assert client.get("/standarder/oversigt.json").json()["license"]["spdx"] == "EUPL-1.2"


def test_the_open_list_is_a_spreadsheet_too(client: Browser) -> None:
    answer = client.get("/standarder/oversigt.csv")
    assert answer.content.startswith(b"\xef\xbb\xbf")
    head, *rows = csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";")
    held = [dict(zip(head, row, strict=True)) for row in rows]
    assert [row["key"] for row in held] == ["ballerup", "frederikssund", "hjoerring", "ishoej", "lejre"]
    assert held[0]["undated"] == "true"
    assert held[0]["adopted_on"] == ""
    assert held[2]["adopted_on"] == "2022-06-22"
    assert {row["license"] for row in held} == {"EUPL-1.2"}


def test_a_version_adopted_here_is_published_the_day_it_was_recorded(client: Browser) -> None:
    draft = a_draft("ishoej")
    write(draft, "response_deadline", EIGHT_WEEKS)
    adopt(draft, on=people.TODAY)
    (row,) = [row for row in _list(client) if row["standing"] == "in_force" and row["key"] == "ishoej"]
    assert (row["version"], row["published_on"]) == ("2026-03-02", "2026-03-02")
    assert "value: 8" in client.get("/standarder/ishoej/2026-03-02/standard.yaml").text
    assert client.get("/standarder/ishoej/2026-03-02/standard.pdf").status_code == 200
    assert "standard/ishoej/2026-03-02" in client.get("/standarder/ishoej/aendringer.atom").text


def test_every_installed_file_has_its_line_in_the_register() -> None:
    root = Path(__file__).resolve().parents[2] / "standards"
    files = {f"{path.parent.name}/{path.stem}" for path in root.glob("*/*.yaml")}
    assert set(published(root)) == files, "write the day a version is first published in standards/published.yaml"


def _list(client: Browser) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(client.get("/standarder/oversigt.json").content)["standards"]
    return found


def test_a_version_without_a_line_is_told_by_its_own_day_and_an_undated_one_by_none(
    client: Browser, settings: Settings, tmp_path: Path
) -> None:
    own_folders(tmp_path, settings)
    (tmp_path / "standards/published.yaml").unlink()
    days = {row["key"]: row["published_on"] for row in _list(client)}
    assert days == {
        "ballerup": None, "frederikssund": None, "ishoej": None, "hjoerring": "2022-06-22", "lejre": "2015-11-30",
    }  # fmt: skip
    assert client.get("/standarder/ballerup/aendringer.atom").status_code == 404
    assert "aendringer.atom" not in client.get("/standarder/ballerup/udateret-1/").text
    assert date.fromisoformat(str(days["lejre"])) == date(2015, 11, 30)
