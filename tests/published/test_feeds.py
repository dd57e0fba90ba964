"""The feeds keep RFC 4287, ids stay, and no undated text gets a date of its own."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as xml

import pytest
from pytest_django import Settings

from ophold.site.published.feed import authority
from tests.journeys.folders import change, newer_version, own_folders, with_the_sixth
from tests.people import Browser

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
ALL = "/standarder/aendringer.atom"


def fetched(client: Browser, address: str = ALL) -> xml.Element:
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    return xml.fromstring(answer.content)  # noqa: S314 - our own


def text(element: xml.Element, name: str) -> str:
    (found,) = element.findall(ATOM + name)
    assert found.text
    return found.text


def links(element: xml.Element, rel: str) -> dict[str, str]:
    return {each.attrib["type"]: each.attrib["href"] for each in element.findall(f"{ATOM}link[@rel='{rel}']")}


@pytest.mark.parametrize("address", [ALL, "/standarder/ballerup/aendringer.atom", "/standarder/nytest/aendringer.atom"])
def test_a_feed_has_what_atom_demands(client: Browser, settings: Settings, tmp_path: Path, address: str) -> None:
    with_the_sixth(tmp_path, settings)
    feed = fetched(client, address)
    assert feed.tag == f"{ATOM}feed"
    assert text(feed, "id").startswith("tag:")
    assert text(feed, "title")
    assert text(feed.find(f"{ATOM}author") or feed, "name")
    assert links(feed, "self") == {"application/atom+xml": f"http://testserver{address}"}
    entries = feed.findall(f"{ATOM}entry")
    assert entries
    updated = [datetime.fromisoformat(text(entry, "updated")) for entry in entries]
    assert all(each.tzinfo for each in updated)
    assert updated == sorted(updated, reverse=True)
    assert datetime.fromisoformat(text(feed, "updated")) == max(updated)
    ids = [text(entry, "id") for entry in entries]
    assert len(set(ids)) == len(ids)
    for entry in entries:
        assert text(entry, "title")
        assert text(entry, "summary")
        assert datetime.fromisoformat(text(entry, "published")) <= datetime.fromisoformat(text(entry, "updated"))
        offered = links(entry, "alternate")
        assert set(offered) == {"text/html", "application/pdf", "application/yaml", "application/json"}
        for href in offered.values():
            assert client.get(urlsplit(href).path).status_code == 200


def test_ids_are_the_versions_and_stay_when_more_comes(client: Browser, settings: Settings, tmp_path: Path) -> None:
    before = {text(entry, "id") for entry in fetched(client).findall(f"{ATOM}entry")}
    assert "tag:127.0.0.1,2026:standard/ballerup/udateret-1" in before
    own_folders(tmp_path, settings)
    newer_version(tmp_path, "lejre", "2026-02-01", "value: 6, unit: weeks", "value: 4, unit: weeks")
    change(tmp_path, "ballerup", "value: 60, unit", "value: 50, unit")
    after = {text(entry, "id") for entry in fetched(client).findall(f"{ATOM}entry")}
    assert before < after
    assert after - before == {"tag:127.0.0.1,2026:standard/lejre/2026-02-01"}


def test_an_undated_text_is_told_by_the_day_it_came_out_here_and_said_to_bear_none(client: Browser) -> None:
    (entry,) = fetched(client, "/standarder/ballerup/aendringer.atom").findall(f"{ATOM}entry")
    assert text(entry, "published") == text(entry, "updated") == "2026-11-22T00:00:00+01:00"
    assert "Teksten siger ikke, hvornår den er vedtaget." in text(entry, "summary")
    (dated,) = fetched(client, "/standarder/hjoerring/aendringer.atom").findall(f"{ATOM}entry")
    assert "Vedtaget 22. juni 2022." in text(dated, "summary")
    assert text(dated, "updated") == "2026-11-22T00:00:00+01:00"


def test_a_clone_with_other_file_times_tells_the_same(client: Browser, settings: Settings, tmp_path: Path) -> None:
    whole = client.get(ALL).content
    own_folders(tmp_path, settings)
    for path in (tmp_path / "standards").rglob("*.yaml"):
        path.touch()
    assert client.get(ALL).content == whole


def test_a_feed_is_asked_for_again_cheaply(client: Browser) -> None:
    whole = client.get(ALL)
    assert client.get(ALL, headers={"If-None-Match": whole["ETag"]}).status_code == 304
    assert client.get(ALL, headers={"If-Modified-Since": whole["Last-Modified"]}).status_code == 304
    assert not whole.cookies
    assert client.get("/standarder/ukendt/aendringer.atom").status_code == 404


def test_what_a_standard_holds_is_text_in_a_feed(client: Browser, settings: Settings, tmp_path: Path) -> None:
    own_folders(tmp_path, settings)
    change(tmp_path, "lejre", "title: Kvalitetsstandard for midlertidigt botilbud", "title: '<b>&amp; ]]> \\x0b'")
    (entry,) = fetched(client, "/standarder/lejre/aendringer.atom").findall(f"{ATOM}entry")
    assert text(entry, "title").startswith("Lejre: <b>&amp; ]]>")


@pytest.mark.parametrize(
    ("hosts", "named"),
    [
        (["ophold.eksempel.dk", "x"], "ophold.eksempel.dk"),
        ([".eksempel.dk"], "eksempel.dk"),
        (["*"], "localhost"),
        ([], "localhost"),
    ],
)
def test_the_first_host_names_the_entries(hosts: list[str], named: str) -> None:
    assert authority(hosts) == named
