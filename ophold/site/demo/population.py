"""A whole demonstration: so many open and closed cases in every municipality, and the cast's own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import cycle, islice

from django.db import transaction
from django.utils.translation import gettext as _
from django_scopes import scope
from django_tasks_db.models import DBTaskResult

from ophold.record.acting import acting
from ophold.record.cases.choices import CaseState
from ophold.record.cases.standards import catalogue
from ophold.record.people.models import Municipality
from ophold.site.demo import afterwards, life
from ophold.site.demo.cast import Cast
from ophold.site.demo.cast_cases import citizens_cases
from ophold.site.demo.delivering import Courier
from ophold.site.demo.invention import Inventor
from ophold.site.demo.life import Life, Over

CLOSED_WITH_LETTERS = 20


def populate(
    cast: Cast,
    municipalities: list[Municipality],
    *,
    seed: int,
    today: date,
    opened: int,
    closed: int,
    say: Callable[[str], object],
) -> None:
    """Write the cases, municipality by municipality in turn."""
    inventor = Inventor(seed)
    homes = list(islice(cycle(municipalities), opened + closed))
    with transaction.atomic():
        citizens_cases(cast, {home.key: home for home in municipalities}, inventor, today)
        for number, home in enumerate(homes):
            if number and number % 200 == 0:
                say(f"  {number} af {len(homes)} sager …")
            is_open = number < opened
            courier = Courier(with_bytes=is_open or number < opened + CLOSED_WITH_LETTERS)
            with scope(municipality=[home.pk]):
                _one(inventor, cast, home, courier, today, is_open=is_open)
        with acting("demo"):
            DBTaskResult.objects.all().delete()  # every letter was sent as it was made


def _one(inventor: Inventor, cast: Cast, home: Municipality, courier: Courier, today: date, *, is_open: bool) -> None:
    ago = inventor.random.randint(0, 130) if is_open else inventor.random.randint(400, 1800)
    on = _weekday(max(today - timedelta(days=ago), _first_day(home)))
    person = inventor.person(home.name)
    started = life.received(inventor, cast.workers(home.key), courier, person, on=on, until=today)
    _until_over(started, _lived)
    if not is_open and started.fresh().state != CaseState.CLOSED:
        started.until = today
        life.close(started, _("Borgeren er flyttet i egen bolig efter eget ønske."))


def _until_over(started: Life, live: Callable[[Life], None]) -> None:
    try:
        live(started)
    except Over:
        started.day = started.until


def _lived(started: Life) -> None:
    met = life.assess(started)
    remarks = life.hear(started, adverse=not met)
    life.conclude(started, grant=met, remarks=remarks)
    if met:
        afterwards.stay(started)
        life.close(started, _("Borgeren er flyttet i egen bolig efter eget ønske."))
    elif started.odds(0.3):
        afterwards.complain(started)
        life.close(started, _("Ankestyrelsen har stadfæstet afgørelsen."))
    else:
        started.wait(40, 70)
        life.close(started, _("Klagefristen er udløbet, og der er ikke klaget."))


def _first_day(home: Municipality) -> date:
    """No application is older than the first standard known; a week later, so that a weekend does not matter."""
    first = catalogue().versions(home.key)[0].applies_from
    return first + timedelta(days=7) if first else date.min


def _weekday(day: date) -> date:
    return day - timedelta(days=max(0, day.weekday() - 4))
