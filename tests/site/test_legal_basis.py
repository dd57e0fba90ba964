"""The page of the legal basis: every source, under its permanent address, with what is known and what rests on it."""

from __future__ import annotations

import html
import re

import pytest
from django.urls import reverse

from ophold.record.cases.standards import acts, installed
from ophold.site.legal_basis import rule_titles
from tests.people import Browser

pytestmark = pytest.mark.django_db
ADDRESS = "/retsgrundlag/"


def _read(client: Browser) -> str:
    return re.sub(r"\s+", " ", html.unescape(client.get(ADDRESS).text))


def test_every_source_has_its_permanent_address_once(client: Browser) -> None:
    page = _read(client)
    for act in acts().every:
        assert page.count(f' id="{act.key}"') == 1, act.key
        assert act.title.da in page
        if act.number:
            assert act.number in page
        if act.note:
            assert act.replaced_by or act.note.da in page


def test_a_source_tells_what_rests_on_it_and_which_standards_cite_it(client: Browser) -> None:
    section = _read(client).partition('id="SEL-2025"')[2].partition("</section>")[0]
    assert "LBK 1129 af 22. september 2025" in section
    assert "lovens tre grupper i § 107" in section
    assert "afgørelsesbrevet" in section
    (hjoerring,) = installed().versions("hjoerring")
    assert f'href="{reverse("standard", args=["hjoerring", hjoerring.version])}#H7"' in section
    old = section.partition('id="SEL-2019"')[2].partition("</li>")[0]
    assert "Ballerup B18" in old
    assert 'href="#SEL-2021"' in old


def test_what_is_only_recalled_is_marked_in_plain_words(client: Browser) -> None:
    section = _read(client).partition('id="VEJ-BOTILBUD-2019"')[2].partition("</section>")[0]
    assert ">ikke bekræftet<" in section
    assert "Kendt efter hukommelsen" in section


def test_the_page_is_english_where_english_is_chosen(client: Browser) -> None:
    client.post("/sprog/", {"language": "en", "next": "/"})
    page = _read(client)
    assert "Act on Social Services" in page
    assert "LBK 1129 of 22 September 2025" in page
    assert "Vi har læst" not in page


def test_every_rule_that_rests_on_an_act_has_a_name_people_know() -> None:
    assert {rule for act in acts().every for rule in act.rules} <= set(rule_titles())


def test_a_standards_finding_leads_to_its_act(client: Browser) -> None:
    page = client.get(reverse("standard", args=["ballerup", "undated-1"])).text
    keys = set(re.findall(r'href="/retsgrundlag/#([A-Z0-9-]+)"', page))
    assert {"SEL-2025", "MINISTERIET-107", "FVL-2014"} <= keys
    assert keys <= {act.key for act in acts().every}
    assert f'href="{ADDRESS}#SEL-2019">Serviceloven</a>' in page  # the edition that the text itself cites
