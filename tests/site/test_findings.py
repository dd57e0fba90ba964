"""A standard's page says what one should know of the text: once, with source and remedy, in both languages."""

from __future__ import annotations

import html
import re

import pytest

from ophold.record import clock
from ophold.record.cases.standards import acts, all_settings, installed
from ophold.site.published.addresses import slug
from ophold.standard.check import check
from ophold.standard.shape import Standard
from tests.people import Browser

pytestmark = pytest.mark.django_db

STANDARDS = [each for versions in installed().standards.values() for each in versions]


def _read(client: Browser, standard: Standard) -> str:
    page = client.get(f"/standarder/{standard.key}/{slug(standard.version)}/").text
    return re.sub(r"\s+", " ", html.unescape(page))


@pytest.mark.parametrize("standard", STANDARDS, ids=lambda each: each.version_key)
def test_every_finding_stands_on_the_page_with_source_and_remedy(client: Browser, standard: Standard) -> None:
    page = _read(client, standard)
    found = check(standard, on=clock.today(), acts=acts(), settings=all_settings()[standard.key])
    assert found
    for number, each in enumerate(found, start=1):
        _, _, part = page.partition(f'<li id="tjek-{number}">')
        item = part.partition("</li>")[0]
        assert each.text.da in item
        assert each.source in item
        assert each.remedy.da in item
        assert (">ikke bekræftet<" in item) == (not each.confirmed)
        assert not each.provision or f'href="#{each.provision}"' in item


@pytest.mark.parametrize("standard", STANDARDS, ids=lambda each: each.version_key)
def test_a_remark_is_never_said_both_at_its_provision_and_among_the_findings(
    client: Browser, standard: Standard
) -> None:
    page = _read(client, standard)
    found = {
        (each.code, each.provision)
        for each in check(standard, on=clock.today(), acts=acts(), settings=all_settings()[standard.key])
    }
    remarks = [(name, remark) for name, provision in standard.provisions.items() for remark in provision.remarks] + [
        ("", remark) for remark in standard.header.remarks
    ]
    assert remarks
    for name, remark in remarks:
        said = (remark.code, name) in found
        assert page.count(remark.da) == (0 if said else 1), (name, remark.da)


def test_a_provision_leads_to_what_is_to_be_known_of_it(client: Browser) -> None:
    (ballerup,) = installed().versions("ballerup")
    page = _read(client, ballerup)
    provision = page.partition('id="B9"')[2].partition('class="provision"')[0]
    assert "Kan læses på flere måder" in provision
    target = re.search(r'href="#(tjek-\d+)"', provision)
    assert target is not None
    assert f'<li id="{target[1]}">' in page


def test_what_a_finding_says_is_missing_is_not_listed_again_as_left_open(client: Browser) -> None:
    (frederikssund,) = installed().versions("frederikssund")
    rest = _read(client, frederikssund).partition('<h2 id="aabent">')[2]
    assert "<strong>Klage:</strong>" not in rest
    assert "<strong>Partshøring:</strong>" in rest


def test_the_findings_are_english_where_english_is_chosen(client: Browser) -> None:
    client.post("/sprog/", {"language": "en", "next": "/"})
    (ballerup,) = installed().versions("ballerup")
    page = _read(client, ballerup)
    assert "What one should know of the text" in page
    assert '"60 weekdays" can be read with and without Saturday' in page
    assert "Gør" not in page.partition('id="vid"')[2].partition('id="aabent"')[0]
