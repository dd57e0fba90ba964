"""The public pages: they answer, in two languages, without signing in, and ask next to nothing of the database."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from django.conf import settings
from django.http import HttpRequest
from pytest_django import DjangoAssertNumQueries

from ophold.record.cases.standards import installed
from ophold.site import errors
from ophold.site.published.addresses import slug
from ophold.standard.shape import Standard
from tests.people import Browser

PAGES = ("/tilgaengelighed/", "/privatliv/", "/cookies/")
# one statement: what has been adopted here (decision 0100)
OF_STANDARDS = ("/", "/standarder/", "/kontakt/", "/retsgrundlag/")
STANDARDS = [each for versions in installed().standards.values() for each in versions]
FOURTEEN_KB = 14 * 1024


def address(standard: Standard) -> str:
    return f"/standarder/{standard.key}/{slug(standard.version)}/"


@pytest.mark.parametrize("page", PAGES)
def test_a_public_page_needs_no_database_and_is_small(client: Browser, page: str) -> None:
    _small(client, page)


@pytest.mark.django_db
@pytest.mark.parametrize("page", [*OF_STANDARDS, *(address(each) for each in STANDARDS)])
def test_a_page_of_standards_asks_two_things_of_the_database_and_is_small(
    client: Browser, page: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(2):  # which versions were adopted here, and what was entered here
        _small(client, page)


def _small(client: Browser, page: str) -> None:
    answer = client.get(page)
    assert answer.status_code == 200
    assert len(gzip.compress(answer.content)) <= FOURTEEN_KB
    assert "style=" not in answer.text
    assert "<script>" not in answer.text


@pytest.mark.django_db
@pytest.mark.parametrize("standard", STANDARDS, ids=lambda each: each.version_key)
def test_every_provision_has_its_own_address_once(client: Browser, standard: Standard) -> None:
    html = client.get(address(standard)).text
    for id_ in standard.provisions:
        assert html.count(f' id="{id_}"') == 1
        assert f'href="#{id_}"' in html


@pytest.mark.django_db
def test_the_short_address_leads_to_the_version_in_force(client: Browser) -> None:
    first = STANDARDS[0]
    assert client.get(f"/standarder/{first.key}/").headers["Location"].startswith(f"/standarder/{first.key}/")


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["/standarder/ukendt/", "/standarder/ballerup/undated-99/", "/findes-ikke/"])
def test_an_unknown_page_says_so_in_both_languages(client: Browser, page: str) -> None:
    answer = client.get(page)
    assert answer.status_code == 404
    assert "Siden findes ikke" in answer.text
    assert "There is no such page" in answer.text


@pytest.mark.django_db
def test_a_reader_stays_in_danish_until_english_is_chosen(client: Browser) -> None:
    assert '<html lang="da">' in client.get("/", headers={"Accept-Language": "en"}).text
    client.post("/sprog/", {"language": "en", "next": "/"})
    assert '<html lang="en">' in client.get("/").text


def test_a_form_that_is_too_old_is_explained(client: Browser) -> None:
    strict = Browser(enforce_csrf_checks=True)
    answer = strict.post("/sprog/", {"language": "en"})
    assert answer.status_code == 403
    assert "Formularen var for gammel" in answer.text


@pytest.mark.parametrize("view", [errors.bad_request, errors.forbidden, errors.not_found])
def test_an_error_page_needs_nothing(view: object) -> None:
    assert callable(view)
    assert view(HttpRequest(), Exception()).status_code in (400, 403, 404)


def test_the_last_error_page_holds_even_without_templates(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Der gik noget galt hos os" in errors.server_error(HttpRequest()).content.decode()

    def broken(name: str) -> str:
        raise RuntimeError(name)

    monkeypatch.setattr(errors, "_page", broken)
    assert "Prøv igen" in errors.server_error(HttpRequest()).content.decode()


def test_our_script_and_our_style_sheet_stay_small() -> None:
    assets = Path(settings.BASE_DIR) / "ophold" / "site" / "assets" / "ophold"
    assert len((assets / "ophold.js").read_text().splitlines()) < 100
    assert len((assets / "ophold.css").read_text().splitlines()) < 200
