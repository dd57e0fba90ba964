"""The cast's own cases, so that whoever one chooses to be has something to do today.

Erik has a draft to answer, Omar a refusal he can complain about, Liv an answer to wait for; Pia has yet to apply.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from django_scopes import scope

from ophold.journey.decisions.choices import Outcome
from ophold.journey.intake.actions import apply, save_draft
from ophold.journey.intake.answers import Answers
from ophold.journey.intake.steps import STEPS
from ophold.record.clock import COPENHAGEN
from ophold.record.letters.content import plain
from ophold.record.people.models import Municipality
from ophold.site.demo import invention, life, papers
from ophold.site.demo.cast import Cast
from ophold.site.demo.delivering import Courier
from ophold.site.demo.invention import Inventor
from ophold.site.demo.life import Life

WITH_PAPERS = frozenset({"erik", "omar"})
HOMES = {"erik": "ballerup", "omar": "hjoerring", "liv": "frederikssund"}


def citizens_cases(cast: Cast, homes: Mapping[str, Municipality], inventor: Inventor, today: date) -> None:
    """Write them; one whose municipality is not installed has none."""
    for username, key in HOMES.items():
        if key not in homes:
            continue
        with scope(municipality=[homes[key].pk]):
            begun = 5 if username == "liv" else 60
            lived = _applied(cast, username, homes[key], inventor, on=today - timedelta(days=begun), until=today)
            if username != "liv":
                life.assess(lived, met=False)
            if username == "erik":
                lived.day = today - timedelta(days=4)
                life.send_draft(lived, adverse=True)
            if username == "omar":
                _refused(lived, today)


def _applied(cast: Cast, username: str, home: Municipality, inventor: Inventor, *, on: date, until: date) -> Life:
    account = cast.citizens[username]
    at = datetime.combine(on, time(20, 15), COPENHAGEN)
    answers = Answers(
        address="Prøvevej 7\n9999 Prøveby", phone="20304050", items=("stay",),
        need=inventor.pick(invention.NEEDS), lives_here="yes", home="own", place=inventor.pick(invention.PLACES),
    )  # fmt: skip
    if username in WITH_PAPERS:
        papers.lay_with(
            save_draft(municipality=home, told=plain(answers), reached=len(STEPS), by=account, at=at), at=at
        )
    case = apply(municipality=home, answers=answers, by=account, at=at, act_key=inventor.key())
    workers = cast.workers(home.key)
    courier = Courier(with_bytes=True)
    courier.send(case, at=at, by=workers[0])
    return Life(inventor=inventor, workers=workers, courier=courier, until=until, day=on, case=case)


def _refused(lived: Life, today: date) -> None:
    lived.day = today - timedelta(days=26)
    life.send_draft(lived, adverse=True)
    lived.day = today - timedelta(days=7)
    life.conclude(lived, Outcome.REFUSAL, remarks=False)
