"""Reads for the pages of intake: where one can apply, and what a case was promised."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from ophold.journey.intake.models import Application, ApplicationItem
from ophold.journey.intake.versions import VersionChange, version_change
from ophold.law.finding import Finding
from ophold.law.promises import ContactPoint
from ophold.record.cases.choices import ClockKind
from ophold.record.cases.facts import rows
from ophold.record.cases.models import Case, Clock
from ophold.record.cases.standards import all_settings, catalogue_of, settings_of, standard_in_force
from ophold.record.letters.choices import Kind
from ophold.record.letters.models import Letter
from ophold.record.people.models import Municipality
from ophold.standard import answers
from ophold.standard.load import NotFound
from ophold.standard.settings import MunicipalitySettings
from ophold.standard.shape import Standard


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A municipality where one can apply: its row, its own settings, and the standard in force on a day."""

    municipality: Municipality
    own: MunicipalitySettings
    standard: Standard

    @property
    def name(self) -> str:
        """Its short name, as the standard has it."""
        return self.standard.header.name

    def first_contact(self, age: int | None) -> Finding[ContactPoint]:
        """Whom somebody of this age turns to first."""
        return answers.first_contact(self.standard, age=age)

    def response_deadline(self, received: date) -> Finding[date]:
        """What an application received on a day would be promised."""
        return answers.response_deadline(self.standard, received=received, settings=self.own)


def places(on: date) -> list[Place]:
    """Every municipality with a standard in force and settings of its own, by name."""
    rows = Municipality.objects.in_bulk(field_name="key")
    found = (_place(row, on) for key, row in rows.items() if key in all_settings())
    return sorted((place for place in found if place is not None), key=lambda place: place.name)


def place(key: str, on: date) -> Place | None:
    """One of them."""
    row = Municipality.objects.filter(key=key).first()
    return _place(row, on) if row and key in all_settings() else None


def _place(row: Municipality, on: date) -> Place | None:
    try:
        standard = standard_in_force(row, on)
    except NotFound:
        return None  # no standard, or adopted but not yet in force
    return Place(municipality=row, own=settings_of(row), standard=standard)


def response_clock(case: Case) -> Clock | None:
    """The clock of the answer that holds now: the latest, whether it still runs or not."""
    return Clock.objects.filter(case=case, kind=ClockKind.RESPONSE).order_by("-pk").first()


def application_of(case: Case) -> Application | None:
    """The application that opened a case, with what was applied for."""
    return Application.objects.filter(case=case).select_related("entered_by").prefetch_related("items").first()


def facts(case: Case) -> tuple[QuerySet[Any], ...]:
    """Each thing applied for, for the case page: what, when, and how it came in."""
    items = ApplicationItem.objects.filter(application__case=case)
    row = rows(items, kind="application", on="application__received_on", state="application__channel", label="item")
    return (row,)


def possible_moves(case: Case) -> list[VersionChange]:
    """What each other version of the standard would change in a case."""
    latest = response_clock(case)
    running = latest if latest is not None and latest.closed_on is None else None
    others = catalogue_of(case.municipality).versions(case.municipality.key)
    return [version_change(case, running, each.version) for each in others if each.version != case.standard_version]


def receipt_sent(case: Case) -> bool:
    """Whether a receipt went out as a letter."""
    return Letter.objects.filter(case=case, kind=Kind.RECEIPT).exists()
