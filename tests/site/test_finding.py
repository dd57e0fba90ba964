"""A finding as a page shows it, fresh from a rule or kept on a clock."""

from __future__ import annotations

from datetime import date

import pytest
from django.template import engines
from django.utils.translation import override

from ophold.law.as_json import as_json
from ophold.law.finding import Evidence, Finding, Layer, Reading, Reason, Source, Status

STANDARD = Source(work="Ballerup, Serviceniveau", place="afsnit <Tid>", layer=Layer.STANDARD, undated=True)
DUE = Finding(
    status=Status.SETTLED,
    value=date(2026, 5, 15),
    because=(Reason("Tiden er 60 hverdage.", STANDARD, "The time is 60 weekdays."),),
    readings=(
        Reading(value=date(2026, 5, 15), unit="weekdays_mon_sat", why="lørdag tælles med"),
        Reading(value=date(2026, 6, 1), unit="working_days_mon_fri", why="lørdag tælles ikke med"),
    ),
)
SILENT: Finding[date] = Finding(
    status=Status.SILENT, because=(Reason("Standarden er tavs.", Source(work="SEL", evidence=Evidence.RECALLED)),)
)


def shown(found: object, language: str = "da") -> str:
    template = engines["jinja2"].from_string(
        '{% from "site/finding.html" import finding %}{{ finding(found, "svarfrist", today=today) }}'
    )
    with override(language):
        return str(template.render({"found": found, "today": date(2026, 4, 28)}))


@pytest.mark.parametrize("found", [DUE, as_json(DUE)], ids=["fresh", "kept"])
def test_a_settled_day_has_its_distance_its_reasons_and_its_other_readings(found: object) -> None:
    html = shown(found)
    assert "fredag 15. maj 2026" in html
    assert "om 12 arbejdsdage" in html
    assert 'datetime="2026-05-15"' in html
    assert "Hvorfor?" in html
    assert "afsnit &lt;Tid&gt;" in html
    assert "mandag 1. juni 2026: lørdag tælles ikke med" in html
    assert html.count("15. maj 2026") == 1
    assert "ingen dato" in html
    assert "ikke bekræftet" not in html


@pytest.mark.parametrize("found", [SILENT, as_json(SILENT)], ids=["fresh", "kept"])
def test_silence_is_said_and_an_unconfirmed_source_is_marked(found: object) -> None:
    html = shown(found)
    assert "Standarden siger ikke noget om det" in html
    assert "ikke bekræftet" in html


def test_reasons_are_in_the_readers_language() -> None:
    assert "The time is 60 weekdays." in shown(DUE, "en")
