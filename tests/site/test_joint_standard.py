"""The public page of a joint standard shows what the five do not say, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from tests.journeys.folders import with_the_seventh

pytestmark = pytest.mark.django_db


def _page(language: str) -> str:
    browser = Client(headers={"accept-language": language})
    browser.cookies["django_language"] = language
    answer = browser.get(reverse("standard-in-force", args=["alttest"]), follow=True)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_all_it_promises_is_on_the_page(settings: Settings, tmp_path: Path) -> None:
    with_the_seventh(tmp_path, settings)
    page = _page("da")
    for said in (
        "Svar inden for 60 arbejdsdage i 80 af 100 sager, ingen yderste frist",
        "unge under 30 år: 6 uger; sager, Ankestyrelsen sender tilbage: 4 uger",
        "Kvittering inden for 3 arbejdsdage, besked undervejs inden for 4 uger",
        "Udredningen er færdig inden: 8 uger",
        "det oplyser sagen og afgør den ikke",
        "Udvalg: Visitationsudvalget",
        "Afgør på kommunens vegne: Nabokommunen",
        "Der er en venteliste",
        "nyindflyttede: mindst",
        "Egen bolig fritager i: 3 måneder",
        "1.850 kr. om måneden (2026-niveau, reguleres hvert år)",
        "serviceloven § 108 (længerevarende ophold)",
        "Den generelle del",
    ):
        assert said in page, said
    assert "in 80 of 100 cases, no outer limit" in _page("en")
