"""A whole demonstration: so many open and closed cases in every municipality, and the cast's own.

The first of them are lived through the real acts and carry real letters. Of the rest a few in each municipality are
lived as well, one after each plot and without letters' bytes; the others are copies of those (`stamp`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _
from django_scopes import scope
from django_tasks_db.models import DBTaskResult

from ophold.record.acting import acting
from ophold.record.cases.choices import CaseState
from ophold.record.cases.models import Case
from ophold.record.cases.standards import catalogue_of
from ophold.record.people.models import Municipality
from ophold.site.demo import life
from ophold.site.demo.cast import Cast
from ophold.site.demo.cast_cases import citizens_cases
from ophold.site.demo.delivering import Courier
from ophold.site.demo.invention import Inventor
from ophold.site.demo.life import Over
from ophold.site.demo.plots import PLOTS, Plot, follow
from ophold.site.demo.stamp import stamp
from ophold.site.demo.standard_draft import drafts

WITH_LETTERS = {True: 100, False: 20}  # open and closed cases whose letters carry bytes
SAY_EVERY = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How many open and closed cases. `largest`: the first municipality's share in percent; without it all alike."""

    opened: int
    closed: int
    largest: int | None = None

    def of(self, homes: list[Municipality], *, is_open: bool) -> list[int]:
        """How many in each municipality."""
        total = self.opened if is_open else self.closed
        first = total * self.largest // 100 if self.largest is not None and len(homes) > 1 else None
        others = homes if first is None else homes[1:]
        rest = total - (first or 0)
        alike = [rest // len(others) + (place < rest % len(others)) for place in range(len(others))]
        return alike if first is None else [first, *alike]


@dataclass(frozen=True, slots=True, kw_only=True)
class Demonstration:
    """What every life in it needs to know."""

    cast: Cast
    homes: list[Municipality]
    inventor: Inventor
    today: date

    def live(self, home: Municipality, plot: Plot, *, is_open: bool, with_bytes: bool) -> Case:
        """One case, lived through the real acts until it is closed or the demonstration's day comes."""
        ago = self.inventor.random.randint(0, 130) if is_open else self.inventor.random.randint(400, 1800)
        on = _weekday(max(self.today - timedelta(days=ago), _first_day(home)))
        person, courier = self.inventor.person(home.name), Courier(with_bytes=with_bytes)
        workers = self.cast.workers(home.key)
        with scope(municipality=[home.pk]):
            started = life.received(self.inventor, workers, courier, person, on=on, until=self.today)
            try:
                follow(started, plot)
            except Over:
                started.day = started.until
            if not is_open and started.fresh().state != CaseState.CLOSED:
                life.close(started, _("Borgeren er flyttet i egen bolig efter eget ønske."))
            return started.fresh()

    def with_letters(self, size: Size, *, is_open: bool) -> list[int]:
        """Live the first of the open or closed cases with real letters, in turn; how many in each municipality."""
        lived = [0] * len(self.homes)
        wanted = size.of(self.homes, is_open=is_open)
        for number in range(min(sum(wanted), WITH_LETTERS[is_open])):
            place = number % len(self.homes)
            plot = PLOTS[number // len(self.homes) % len(PLOTS)]
            if lived[place] < wanted[place]:
                self.live(self.homes[place], plot, is_open=is_open, with_bytes=True)
                lived[place] += 1
        return lived

    def archetypes(self, home: Municipality, wanted: int, *, is_open: bool) -> list[Case]:
        """Live one case after each plot, no more than are wanted, for others to be copies of."""
        return [self.live(home, plot, is_open=is_open, with_bytes=False) for plot in PLOTS[:wanted]]


def populate(
    cast: Cast, homes: list[Municipality], size: Size, *, seed: int, today: date, say: Callable[[str], object]
) -> None:
    """Write the cases: first the lived ones, all or none of them, then the copies, batch by batch."""
    making = Demonstration(cast=cast, homes=homes, inventor=Inventor(seed), today=today)
    to_copy: list[tuple[Municipality, list[Case], int]] = []
    with transaction.atomic():
        citizens_cases(cast, {home.key: home for home in homes}, making.inventor, today)
        for home in homes:
            drafts(cast.staff[home.key], home, today)
        for is_open in (True, False):
            lived = making.with_letters(size, is_open=is_open)
            for home, wanted, already in zip(homes, size.of(homes, is_open=is_open), lived, strict=True):
                cases = making.archetypes(home, wanted - already, is_open=is_open)
                to_copy.append((home, cases, wanted - already - len(cases)))
        with acting("demo"):
            DBTaskResult.objects.all().delete()  # every letter was sent as it was made
    _copy(to_copy, making.inventor, say)


def _copy(
    to_copy: list[tuple[Municipality, list[Case], int]], inventor: Inventor, say: Callable[[str], object]
) -> None:
    done, said, total = 0, 0, sum(copies for _home, _cases, copies in to_copy)
    for home, cases, copies in to_copy:
        for written in stamp(home, cases, copies=copies, inventor=inventor):
            if (done + written) // SAY_EVERY > said:
                said = (done + written) // SAY_EVERY
                say(f"  {done + written} af {total} kopier …")
        done += copies


def _first_day(home: Municipality) -> date:
    """No application is older than the first standard known; a week later, so that a weekend does not matter."""
    first = catalogue_of(home).versions(home.key)[0].applies_from
    return first + timedelta(days=7) if first else date.min


def _weekday(day: date) -> date:
    return day - timedelta(days=max(0, day.weekday() - 4))
