"""The rule tables: one YAML file per rule in `cases/`, a row per example, written so that a caseworker can add one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import settings
from hypothesis import strategies as st

from ophold.law.finding import Evidence, Finding, Layer, Source
from ophold.law.promises import Period, Unit
from ophold.law.statute import Fixed

CASES = Path(__file__).parent / "cases"
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Row = Mapping[str, Any]

days = st.dates(min_value=date(2020, 1, 1), max_value=date(2035, 12, 31))
quickly = settings(max_examples=60, deadline=None, database=None)


def rows(rule: str) -> list[Any]:
    """The rows of a rule's table, each a test parameter under its own name."""
    table = yaml.load((CASES / f"{rule}.yaml").read_text("utf-8"), Loader=LOADER)  # noqa: S506 - a safe loader
    return [pytest.param(row, id=row["name"]) for row in table]


def period(row: Row) -> Period:
    """A period as a row writes it: value, unit, also_read_as."""
    other = tuple(Unit(unit) for unit in row.get("also_read_as", ()))
    return Period(value=row["value"], unit=Unit(row["unit"]), also_read_as=other)


def standard(provision: str) -> Source:
    """A provision in an adopted standard as a source."""
    return Source(work="Standarden", provision=provision, layer=Layer.STANDARD)


def texts(finding: Finding[Any]) -> str:
    """Everything a finding says, in one string."""
    return " ".join(reason.text for reason in finding.because)


def both_languages(finding: Finding[Any]) -> bool:
    """Whether each reason and reading can be shown in Danish and in English."""
    reasons = all(reason.text and reason.text_en for reason in finding.because)
    return reasons and all(reading.why and reading.why_en for reading in finding.readings)


def fixed(value: int, unit: Unit, evidence: Evidence = Evidence.STATED, *also: Unit) -> Fixed:
    """A period as statute fixes it."""
    source = Source(work="Loven", place="§ 1", evidence=evidence)
    return Fixed(period=Period(value=value, unit=unit, also_read_as=also), source=source)


FOUR_WEEKS = fixed(4, Unit.WEEK)
SIX_DAYS = fixed(6, Unit.WORKING_DAY_MON_FRI, Evidence.INFERRED, Unit.WEEKDAY_MON_SAT)
