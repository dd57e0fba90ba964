"""What a load balancer and a monitor are told, and what `ophold doctor` finds."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django.db import OperationalError, connection
from pytest_django import Settings

from ophold.record import clock
from ophold.record.attachments import checking
from ophold.record.journal import triggers
from ophold.record.journal.anchoring import anchor
from ophold.record.letters import heartbeat
from ophold.site import doctor
from tests import people
from tests.operations.surroundings import ophold, production

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _var(settings: Settings, tmp_path: Path) -> None:
    settings.VAR = tmp_path


def test_all_is_well_and_nobody_signs_in_for_it(client: people.Browser) -> None:
    heartbeat.beat(clock.now())
    answer = client.get("/helbred", headers={"host": "10.0.0.7"})
    assert (answer.status_code, answer.json()) == (
        200,
        {"ok": True, "database": True, "migrated": True, "worker": True, "disk": True},
    )
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_worker_that_stands_still_is_told_and_takes_no_page_away(client: people.Browser) -> None:
    heartbeat.beat(clock.now() - timedelta(minutes=2))
    answer = client.get("/helbred")
    assert (answer.status_code, answer.json()["worker"]) == (200, False)


def test_without_a_database_it_is_503(client: people.Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    def away() -> None:
        raise OperationalError("away")

    monkeypatch.setattr(connection, "ensure_connection", away)
    answer = client.get("/helbred")
    assert (answer.status_code, answer.json()["database"]) == (503, False)


def test_the_doctor_names_a_missing_barrier_and_what_to_do() -> None:
    assert doctor.barriers().well
    triggers.remove(connection)
    found = doctor.barriers()
    triggers.install(connection)
    assert not found.well
    assert "ophold journal verify" in str(found)


def test_the_doctor_looks_where_letters_go(settings: Settings, tmp_path: Path) -> None:
    assert doctor.postbox().well
    assert not list((tmp_path / "postbox").iterdir())
    settings.VAR = tmp_path / "file"
    settings.VAR.write_text("")
    assert not doctor.postbox().well


def test_the_doctor_sees_two_alike_keys(settings: Settings) -> None:
    settings.DEMO = False
    assert doctor.keys().well
    settings.JOURNAL_KEY = settings.CPR_INDEX_KEYS[1]
    assert not doctor.keys().well


def test_the_doctor_asks_for_anchors_every_day_and_tells_when_they_lie_near(settings: Settings, tmp_path: Path) -> None:
    settings.DEMO = False
    assert not doctor.anchors(people.NOON).well
    settings.ANCHORS = str(tmp_path / "anchors")
    assert "kunne ikke læses" in str(doctor.anchors(people.NOON))
    people.a_case()
    anchor(tmp_path / "anchors", at=people.NOON)
    found = doctor.anchors(people.NOON + timedelta(hours=25))
    assert found.well
    assert "sidst 2026-03-02 12:00" in found.says
    assert "på samme disk" in found.says
    assert not doctor.anchors(people.NOON + timedelta(hours=27)).well


def test_from_nothing_the_doctor_says_what_to_do_and_nothing_is_served(tmp_path: Path) -> None:
    environment = production(tmp_path)
    found = ophold("doctor", environment=environment)
    assert found.returncode == 1, found.stderr
    assert "FEJL  Database: filen er der ikke. Kør `ophold migrate`." in found.stdout
    refused = ophold("serve", environment=environment)
    assert refused.returncode == 1
    assert "ophold migrate" in refused.stderr
    assert not list(tmp_path.glob("*.sqlite3"))


def test_a_missing_key_is_one_line(tmp_path: Path) -> None:
    found = ophold("doctor", environment=production(tmp_path, OPHOLD_JOURNAL_KEY=""))
    assert (found.returncode, found.stderr.count("\n")) == (2, 1)
    assert "OPHOLD_JOURNAL_KEY mangler" in found.stderr


def test_the_doctor_looks_into_a_paper_and_says_when_nobody_can_attach_one(monkeypatch: pytest.MonkeyPatch) -> None:
    assert doctor.papers().well
    monkeypatch.setattr(checking, "PROGRAM", ["/no/such/program"])
    found = doctor.papers()
    assert not found.well
    assert "ingen kan vedlægge filer" in str(found)
    assert "make setup" in str(found)
