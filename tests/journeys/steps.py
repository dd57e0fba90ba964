"""The steps of a case as people take them, page by page. Each opens a page, fills in its form and sends it.

`on(...)` moves the day. Only `arrived` calls acts, for tests of what comes later; the worker's round is its own.
"""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

from django.conf import settings

from ophold.journey.assessment.choices import ADDRESSES, Limb
from ophold.journey.intake.actions import apply as receive
from ophold.journey.intake.answers import Answers
from ophold.record import clock
from ophold.record.cases.actions import take_case
from ophold.record.cases.choices import ClockKind
from ophold.record.cases.models import Case, Clock
from ophold.record.letters import sealed, sending
from ophold.record.letters.content import LetterContent
from ophold.record.letters.models import Dispatch, Letter
from ophold.record.people.models import Municipality
from tests.journeys.cast import Cast
from tests.journeys.person import Page, Person
from tests.journeys.sheets import Answer

NEED = "Jeg kan ikke overskue hverdagen alene, & jeg vil gerne lære det."
DRAFT = "Vi mener, at støtte i din egen bolig er nok.\n\nDerfor regner vi med at give afslag."
ADVERSE = "Lægeerklæringen siger, at du klarer det meste selv."
WRITTEN: dict[str, Answer] = {
    "reasons": "Vi har set på dine dage & nætter – støtten skal passe til dig.",
    "considerations": "Vi lægger mest vægt på, at du klarer morgenerne selv.",
    "facts": "Samtale den 9. marts 2026\nLægeerklæring af 2. marts 2026",
}
GRANTED: dict[str, Answer] = {
    "granted": "Et midlertidigt ophold med støtte hele døgnet.",
    "place_free": "yes",
    "plan_offer": "accepted",
}
MET, NOT_MET, UNCLEAR = "met", "not_met", "unclear"


def on(day: date) -> date:
    """Now it is this day."""
    settings.OPHOLD_TODAY = day
    return day


# -- the application --------------------------------------------------------------------------------------------------


def apply(cast: Cast, **need: Answer) -> tuple[str, Page]:
    """The citizen goes through every page, reads it through and sends it; the case's reference and the receipt."""
    who, key = cast.citizen, cast.key
    page = who.open("apply-begin", key)
    page = who.send(page, address="Kvistvej 4\n9999 Prøveby", phone="00 00 00 00", email="karen@example.org")
    page = who.send(page, **{"items": ["stay"], "need": NEED, **need})
    page = who.send(page, lives_here="yes", home="own", home_words="En lejlighed.")
    page = who.send(page, consent="yes", asked_of=["doctor"], consent_scope="Om hverdagen.")
    page = who.send(page, place="Tæt på min mor.")
    page = who.send(page, papers=None)
    page.says(str(need.get("need", NEED)), "Tæt på min mor.")
    receipt = who.send(page, act_key=page.form("act_key").drawn()["act_key"][0])
    assert not receipt.errors, receipt.errors
    reference = Case.objects.order_by("-pk")[0].reference
    return reference, who.open("receipt", reference)


def take(cast: Cast, reference: str) -> Page:
    """The caseworker takes the case."""
    return cast.caseworker.press(cast.caseworker.open("case", reference), "/tag")


def arrived(cast: Cast) -> str:
    """A case that a caseworker has taken, put there without its pages: for tests of what comes after."""
    home = Municipality.objects.get(key=cast.key)
    answers = Answers(address="Kvistvej 4\n9999 Prøveby", items=("stay",), need=NEED, lives_here="yes")
    karen, sanne = cast.citizen.account, cast.caseworker.account
    assert karen is not None
    assert sanne is not None
    case = receive(municipality=home, answers=answers, by=karen, at=clock.now(), act_key=str(uuid4()))
    take_case(case, by=sanne, at=clock.now(), act_key=str(uuid4()))
    return case.reference


def weigh_limbs(who: Person, reference: str, *outcomes: str, words: str = "Begrundelse for {limb}.") -> None:
    """The three limbs in statute's order, or the first of them."""
    for limb, outcome in zip(Limb, outcomes, strict=False):
        page = who.open("assess-limb", reference, ADDRESSES[limb])
        answered = who.send(
            page,
            outcome=outcome,
            reason=words.format(limb=limb.label),
            source="Samtale og lægeerklæring",
            source_on=clock.today(),
            **_unclear(outcome),
        )
        assert not answered.errors, answered.errors


def _unclear(outcome: str) -> dict[str, Answer]:
    return {"attempts": "Ringet tre gange.", "told_on": clock.today()} if outcome == UNCLEAR else {}


# -- hearing and decision ---------------------------------------------------------------------------------------------


def send_hearing(cast: Cast, reference: str, **answers: Answer) -> Page:
    """The draft goes out."""
    return done(cast.caseworker.fill("send-hearing", reference, **{"draft": DRAFT, "adverse": ADVERSE, **answers}))


def reply(cast: Cast, reference: str, **answers: Answer) -> Page:
    """The citizen answers the draft on their own page."""
    return done(cast.citizen.fill("hearing-reply", reference, **answers))


def try_to_decide(who: Person, reference: str, outcome: str, **answers: Answer) -> Page:
    """Write a decision, read the letter, and press the button, whatever is missing."""
    said = {**WRITTEN, **(GRANTED if outcome != "refusal" else {}), **answers}
    shown = who.send(who.open("decide", reference), "show", outcome=outcome, **said)
    return who.send(shown, "decide")


def decide(cast: Cast, reference: str, outcome: str, **answers: Answer) -> Page:
    """The same, with nothing missing."""
    return done(try_to_decide(cast.caseworker, reference, outcome, **answers))


def done(page: Page) -> Page:
    """The page an act led to."""
    assert not page.errors, f"{page.address}: {page.errors}"
    return page


# -- the complaint ----------------------------------------------------------------------------------------------------


def complain(cast: Cast, reference: str, **answers: Answer) -> Page:
    """The citizen complains; what they then see."""
    return done(cast.citizen.fill("complain", reference, **{"text": "Jeg er ikke enig.", **answers}))


def reassess(who: Person, reference: str, outcome: str, reasons: str, number: int = 1) -> Page:
    """Somebody looks at the decision again."""
    return done(who.send(who.open("complaint", reference, number), f"outcome={outcome}", reasons=reasons))


def forward(who: Person, reference: str, next_on: date, number: int = 1, **answers: Answer) -> Page:
    """The file goes to Ankestyrelsen."""
    return done(who.fill("forward-complaint", reference, number, next_on=next_on, **answers))


def decide_anew(who: Person, reference: str, outcome: str, number: int = 1, /, **answers: Answer) -> Page:
    """The new decision a complaint led to."""
    said = {**WRITTEN, **(GRANTED if outcome != "refusal" else {}), **answers}
    shown = who.send(who.open("decide-anew", reference, number), "show", outcome=outcome, **said)
    return done(who.send(shown, "decide"))


# -- the stay ---------------------------------------------------------------------------------------------------------


def move_in(cast: Cast, reference: str, began_on: date, facility: str = "Birkely", **answers: Answer) -> Page:
    """The citizen moves in; refused or not."""
    said: dict[str, Answer] = {"facility": facility, "began_on": began_on, "accepted_by": "citizen", **answers}
    return cast.caseworker.fill("begin-stay", reference, **said)


def follow_up(cast: Cast, reference: str, held_on: date, **answers: Answer) -> Page:
    """A follow-up is held; refused or not."""
    said: dict[str, Answer] = {"held_on": held_on, "result": "Det går fremad.", **answers}
    return cast.caseworker.fill("hold-follow-up", reference, **said)


# -- letters ----------------------------------------------------------------------------------------------------------


def worker_runs() -> int:
    """One round of the worker's own sweep; the copies sent."""
    return sending.sweep(now=clock.now)


def newest_letter(reference: str, kind: str = "") -> Letter:
    """The last letter made in a case."""
    found = Letter.objects.filter(case__reference=reference).order_by("-number")
    return (found.filter(kind=kind) if kind else found)[0]


def content(letter: Letter) -> LetterContent:
    """What a letter says, as it was made."""
    return sealed.content(letter)


def copies(letter: Letter) -> list[Dispatch]:
    """The letter's copies, one a recipient."""
    return list(Dispatch.objects.filter(letter=letter).select_related("letter", "frozen").order_by("pk"))


# -- what the case then holds -----------------------------------------------------------------------------------------


def case_of(reference: str) -> Case:
    """The case as it is now."""
    return Case.objects.select_related("municipality", "citizen").get(reference=reference)


def clocks(reference: str, kind: ClockKind, **only: Any) -> list[Clock]:
    """Its clocks of a kind, oldest first."""
    return list(Clock.objects.filter(case__reference=reference, kind=kind, **only).order_by("pk"))


def running(reference: str, kind: ClockKind) -> Clock:
    """The one clock of a kind that runs."""
    (found,) = clocks(reference, kind, closed_on=None)
    return found
