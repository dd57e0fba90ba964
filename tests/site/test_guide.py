"""The guide's pages: nothing is stored, no cookie, no answer in an address, never yes or no to a place."""

from __future__ import annotations

import gzip
import logging
import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ophold.journey.decisions.plainness import HARD, plainness
from ophold.record.cases.standards import catalogue, statute
from ophold.standard.expectation import expectation
from ophold.standard.inquiry import CODES, QUESTIONS, Told
from ophold.standard.voice import Voice
from tests.people import Browser

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

pytestmark = pytest.mark.django_db

KEYS = ("ballerup", "frederikssund", "hjoerring", "ishoej", "lejre")
ASKS = ("mig", "paaroerende", "fagperson")
TOLD = {"wish": "stay", "age": "18_29", "functioning": "much_mental", "support": "both", "home": "own_kept"}
TODAY = date(2026, 11, 23)
FOURTEEN_KB = 14 * 1024


def asked(client: Browser, key: str = "ballerup", asks: str = "mig", **answers: str) -> Answer:
    return client.post(f"/forvent/{key}/{asks}/svar/", answers)


def words(answer: Answer) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


@pytest.mark.parametrize("page", ["/forvent/", "/forvent/ballerup/", *(f"/forvent/ballerup/{asks}/" for asks in ASKS)])
def test_a_question_page_needs_nobody_signed_in_and_sets_no_cookie(client: Browser, page: str) -> None:
    answer = client.get(page)
    assert answer.status_code == 200
    assert not answer.cookies
    assert not client.cookies
    assert len(gzip.compress(answer.content)) <= FOURTEEN_KB


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("asks", ASKS)
def test_the_answer_sets_no_cookie_and_is_kept_by_nobody(client: Browser, key: str, asks: str) -> None:
    answer = asked(client, key, asks, **TOLD)
    assert answer.status_code == 200
    assert not answer.cookies
    assert "no-store" in answer.headers["Cache-Control"]
    assert "hverken ja eller nej" in words(answer)
    assert len(gzip.compress(answer.content)) <= FOURTEEN_KB


def test_nothing_is_written_and_no_session_begins(client: Browser) -> None:
    with CaptureQueriesContext(connection) as ran:
        asked(client, **TOLD)
    assert not [each["sql"] for each in ran if not each["sql"].startswith("SELECT")]
    assert len(ran) <= 4
    assert not client.cookies


def test_a_form_from_elsewhere_needs_no_token_because_it_changes_nothing() -> None:
    strict = Browser(enforce_csrf_checks=True)
    assert asked(strict, **TOLD).status_code == 200


def test_no_answer_stands_in_an_address_or_in_the_log(client: Browser, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        answer = asked(client, **TOLD)
    said = " ".join(f"{record.getMessage()} {record.__dict__.get('fields')}" for record in caplog.records)
    codes = {code for name, held in CODES.items() for code in held if "_" in code}
    assert not [code for code in codes if code in said]
    addresses = re.findall(r'(?:href|action|formaction)="([^"]*)"', answer.content.decode())
    assert not [address for address in addresses for code in codes if code in address]


def test_without_answers_the_answer_page_leads_back_to_the_questions(client: Browser) -> None:
    assert client.get("/forvent/lejre/mig/svar/?sprog=en").headers["Location"] == "/forvent/lejre/mig/?sprog=en"


@pytest.mark.parametrize("page", ["/forvent/ukendt/", "/forvent/ballerup/enhver/", "/forvent/ukendt/mig/"])
def test_a_municipality_or_an_asker_nobody_knows_is_not_found(client: Browser, page: str) -> None:
    assert client.get(page).status_code == 404


def test_answers_sent_to_the_questions_stand_as_they_were(client: Browser) -> None:
    answer = client.post("/forvent/ballerup/mig/", TOLD)
    html = answer.content.decode()
    assert "no-store" in answer.headers["Cache-Control"]
    for name, code in TOLD.items():
        assert re.search(rf'name="{name}" value="{code}" checked', html)
    assert re.search(r'name="social" value="" checked', html)


def test_what_is_no_answer_of_ours_is_skipped_and_shown_nowhere(client: Browser) -> None:
    answer = asked(client, age="<script>", home="6101601234", wish="slot")
    assert answer.status_code == 200
    for sent in ("&lt;script", "<script>", "6101601234"):
        assert sent not in answer.content.decode().replace("<script src", "")


def test_the_language_goes_with_the_answers_and_needs_no_cookie(client: Browser) -> None:
    english = asked(client, **TOLD, sprog="da", skift="en")
    assert english.headers["Content-Language"] == "en"
    assert '<html lang="en">' in english.content.decode()
    assert "neither yes nor no" in words(english)
    assert 'name="sprog" value="en"' in english.content.decode()
    assert not english.cookies
    assert "Whom do you ask for?" in words(client.get("/forvent/ballerup/?sprog=en"))
    assert "Hvem spørger du for?" in words(client.get("/forvent/ballerup/"))


@pytest.mark.parametrize("key", KEYS)
def test_each_line_shows_its_source_and_the_standards_own_lead_to_the_provision(client: Browser, key: str) -> None:
    html = asked(client, key, **TOLD).content.decode()
    lines = re.findall(r"<ul class=\"guide-lines\">(.*?)</ul>", html, re.DOTALL)
    items = [item for each in lines for item in each.split("<li>")[1:]]
    assert len(items) > 20
    assert all('class="source"' in item for item in items)
    assert re.search(rf'href="/standarder/{key}/[^"]+#[A-Z]\d+"', html)
    silences = re.findall(r"<p class=\"guide-silence\">(.*?)</p>", html, re.DOTALL)
    assert silences
    assert all('class="source"' in each for each in silences)


def test_the_promised_day_stands_large_with_its_steps_and_other_readings(client: Browser) -> None:
    html = asked(client).content.decode()
    assert "finding-value-large" in html
    assert "Hvorfor?" in html
    assert "Teksten kan også læses sådan" in html
    assert "finding-value-large" not in asked(client, "frederikssund").content.decode()


def test_a_standards_page_and_the_front_page_lead_here(client: Browser) -> None:
    for standard in (catalogue().in_force(key, TODAY) for key in KEYS):
        page = client.get(reverse("standard", args=[standard.key, standard.version])).content.decode()
        assert f'href="/forvent/{standard.key}/"' in page
    front = client.get("/").content.decode()
    assert all(f'href="/forvent/{key}/"' in front for key in KEYS)


@pytest.mark.parametrize("voice", Voice)
@pytest.mark.parametrize("key", KEYS)
def test_what_a_tired_reader_meets_first_is_short_and_plain(key: str, voice: Voice) -> None:
    found = expectation(catalogue().in_force(key, TODAY), statute=statute(TODAY), on=TODAY, told=Told(voice=voice))
    leads = [found.caution.reason.text, *(each.lead.reason.text for each in found.sections)]
    measured = plainness(*leads)
    assert measured is not None
    assert measured.lix <= HARD
    assert measured.long_sentences == ()
    everything = plainness(*(line.reason.text for each in found.sections for line in each.all_lines))
    assert everything is not None
    assert everything.lix <= 50


def test_the_questions_are_short_and_plain() -> None:
    for question in QUESTIONS.values():
        texts = [question.asked.da, question.why.da, *([question.hint.da] if question.hint else [])]
        measured = plainness(*texts)
        assert measured is not None
        assert measured.long_sentences == ()
