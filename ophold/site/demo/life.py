"""One invented case, lived day by day through the real acts until a given day.

Nothing here knows a municipality: what a standard promises (a hearing always sent, a facility named, a rhythm) is
asked of the standard, as everywhere else.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from django.utils.translation import gettext as _

from ophold.journey.assessment.actions import LimbWords, record_limb
from ophold.journey.assessment.choices import Limb
from ophold.journey.assessment.choices import Outcome as LimbOutcome
from ophold.journey.assessment.themes.actions import ConclusionWords, ThemeWords, conclude_assessment, rate_theme
from ophold.journey.assessment.themes.codes import BY_ADDRESS, TARGET_GROUPS
from ophold.journey.decisions.actions import decide, register_remarks, send_hearing
from ophold.journey.decisions.choices import Outcome, PlanOffer
from ophold.journey.decisions.models import HearingParty
from ophold.journey.decisions.words import DecisionWords, HearingWords, RemarkWords
from ophold.journey.intake.actions import Person, notify_delay, register_application
from ophold.journey.intake.answers import Answers
from ophold.law.promises import HearingPromise
from ophold.record.cases.actions import close_case, note_conversation, set_next_date, take_case
from ophold.record.cases.choices import CaseState, Channel, ClockKind
from ophold.record.cases.models import Case, Clock
from ophold.record.cases.standards import standard_of
from ophold.record.clock import COPENHAGEN
from ophold.record.people.models import Account
from ophold.site.demo import invention
from ophold.site.demo.delivering import Courier
from ophold.site.demo.invention import InventedPerson, Inventor
from ophold.standard.matters import promised


class Over(Exception):
    """The demonstration's day is reached; the case stays where it is."""


@dataclass(slots=True)
class Life:
    """A case on its way. `day` moves forward with every step; past `until` the life is over."""

    inventor: Inventor
    workers: list[Account]
    courier: Courier
    until: date
    day: date
    case: Case

    def wait(self, least: int, most: int) -> datetime:
        """Some days later, in office hours; raises Over past the last day."""
        self.day += timedelta(days=self.inventor.random.randint(least, most))
        if self.day > self.until:
            raise Over
        hour, minute = self.inventor.random.randrange(8, 15), self.inventor.random.randrange(60)
        return datetime.combine(self.day, time(hour, minute), COPENHAGEN)

    @property
    def worker(self) -> Account:
        """Who works on the case."""
        return next(one for one in self.workers if one.pk == self.case.caseworker_id)

    def fresh(self) -> Case:
        """The case as it now stands."""
        self.case = Case.objects.select_related("citizen", "municipality").get(pk=self.case.pk)
        return self.case

    def odds(self, share: float) -> bool:
        """True in that share of lives."""
        return self.inventor.random.random() < share


def received(
    inventor: Inventor, workers: list[Account], courier: Courier, person: InventedPerson, *, on: date, until: date
) -> Life:
    """An application that came by telephone or on paper, entered by staff the day it came."""
    answers = Answers(
        address=person.address,
        phone=person.phone,
        items=("stay",),
        need=inventor.pick(invention.NEEDS),
        lives_here="yes",
        home=inventor.pick(["own", "relatives", "hospital"]),
        place=inventor.pick(invention.PLACES),
    )
    channel = Channel(inventor.pick([Channel.PHONE, Channel.LETTER, Channel.IN_PERSON, Channel.DIGITAL_POST]))
    at = datetime.combine(on, time(9, inventor.random.randrange(60)), COPENHAGEN)
    about = Person(digits=person.digits, name=person.name, address=person.address, phone=person.phone)
    case = register_application(
        person=about, answers=answers, received_on=on, channel=channel,
        by=workers[0], at=at, act_key=inventor.key(),
    )  # fmt: skip
    life = Life(inventor=inventor, workers=workers, courier=courier, until=until, day=on, case=case)
    courier.send(case, at=at, by=workers[0])
    return life


def assess(life: Life, *, met: bool) -> None:
    """Take the case, talk, and judge the three limbs, of which one that obliges the council is met or none."""
    at = life.wait(1, 9)
    take_case(life.case, by=life.inventor.random.choice(life.workers), at=at, act_key=life.inventor.key())
    if life.fresh().next_on is None:
        _next_date(life, _("Indhent statusattest"), at)
    for _talk in range(life.inventor.random.randint(1, 3)):
        at = life.wait(2, 8)
        note_conversation(
            life.case, text=life.inventor.pick(invention.TALKS), held_on=life.day, channel=Channel.PHONE,
            with_whom=_("borgeren"), by=life.worker, at=at, act_key=life.inventor.key(),
        )  # fmt: skip
    at = life.wait(3, 9)
    _themes(life, met=met, at=at)
    for limb in Limb:
        outcome = LimbOutcome.MET if met and limb is Limb.SHALL_HELP_OR_TREATMENT else LimbOutcome.NOT_MET
        words = LimbWords(
            limb=limb, outcome=outcome, reason=life.inventor.pick(invention.LIMB_REASONS[outcome.value]),
            source=life.inventor.pick(invention.SOURCES), source_on=life.day - timedelta(days=1),
        )  # fmt: skip
        record_limb(life.case, words=words, based_on=0, by=life.worker, at=at, act_key=life.inventor.key())


def _themes(life: Life, *, met: bool, at: datetime) -> None:
    """The assessment behind the judgement: some themes, seen by both, and what they come to."""
    for address in life.inventor.random.sample(sorted(invention.THEMES), 3):
        theme = BY_ADDRESS[address]
        citizen, caseworker = life.inventor.pick(invention.THEMES[address])
        levels = {sub.code: life.inventor.pick("0123" if met else "001") for sub in theme.sub_themes}
        words = ThemeWords(
            theme=theme, citizen_view=citizen, caseworker_view=caseworker, source=life.inventor.pick(invention.SOURCES),
            levels=levels if theme.rated else {}, matters=[theme.sub_themes[0].code],
        )  # fmt: skip
        rate_theme(life.case, words=words, based_on=0, by=life.worker, at=at, act_key=life.inventor.key())
    concluded = ConclusionWords(
        need="3" if met else "1", why=life.inventor.pick(invention.CONCLUSIONS["met" if met else "not_met"]),
        alternatives=life.inventor.pick(invention.ALTERNATIVES), primary=life.inventor.pick(TARGET_GROUPS).code,
    )  # fmt: skip
    conclude_assessment(
        life.case, words=concluded, based_on=0, by=life.worker, at=at, act_key=life.inventor.key()
    )  # fmt: skip


def hear(life: Life, *, adverse: bool) -> bool:
    """A hearing where the standard or the law asks for it, until it is over; whether remarks came."""
    promise = promised(standard_of(life.case), HearingPromise).value
    if not adverse and (promise is None or not promise.always):
        return False
    send_draft(life, adverse=adverse)
    remarks = life.odds(0.5)
    if remarks:
        at = life.wait(2, 7)
        heard = HearingParty.objects.filter(hearing__case=life.case).latest("pk")
        said = RemarkWords(
            texts=((0, life.inventor.pick(invention.REMARKS)),),
            finished=True,
            received_on=life.day,
            channel=Channel.PHONE,
        )
        register_remarks(
            life.case, heard_id=heard.pk, words=said, by=life.worker, at=at, act_key=life.inventor.key()
        )  # fmt: skip
    else:
        last = max(HearingParty.objects.filter(hearing__case=life.case).values_list("due_on", flat=True))
        life.wait((last - life.day).days + 1, (last - life.day).days + 3)
    return remarks


def send_draft(life: Life, *, adverse: bool) -> None:
    """Send the draft in hearing."""
    promise = promised(standard_of(life.case), HearingPromise).value
    at = life.wait(1, 5)
    draft = _("Kommunen påtænker at give afslag.") if adverse else _("Kommunen påtænker at bevilge opholdet.")
    words = HearingWords(
        draft=f"{draft}\n\n{life.inventor.pick(invention.LIMB_REASONS['not_met' if adverse else 'met'])}",
        adverse=life.inventor.pick(invention.SOURCES) if adverse else "",
        duty=True if adverse and promise is None else None,
        answer_by=None if promise else life.day + timedelta(days=14),
    )
    send_hearing(life.case, words=words, by=life.worker, at=at, act_key=life.inventor.key())
    life.courier.send(life.fresh(), at=at, by=life.worker)


def outlast_the_promise(life: Life) -> None:
    """Let the promised day pass; where none was promised there is nothing to pass."""
    due_on = _answer_due_on(life)
    if due_on is not None and due_on >= life.day:
        life.wait((due_on - life.day).days + 1, (due_on - life.day).days + 9)


def conclude(life: Life, outcome: Outcome, *, remarks: bool) -> None:
    """Decide, after a notice of delay where the answer comes later than promised."""
    at = life.wait(1, 6)
    due_on = _answer_due_on(life)
    if due_on is not None and due_on < life.day:
        until = life.day + timedelta(days=14)
        notify_delay(
            life.case, until=until, why=_("Vi mangler en udtalelse fra sygehuset."),
            by=life.worker, at=at, act_key=life.inventor.key(),
        )  # fmt: skip
        life.courier.send(life.fresh(), at=at, by=life.worker)
        at = life.wait(2, 10)
    words = WORDS[outcome](life)
    weighed = _("Bemærkningerne er læst og ændrer ikke vurderingen.") if remarks else ""
    decide(
        life.case, words=replace(words, remarks_weighed=weighed), by=life.worker, at=at, act_key=life.inventor.key()
    )  # fmt: skip
    life.courier.send(life.fresh(), at=at, by=life.worker)


def granting(life: Life) -> DecisionWords:
    """The words of a grant, with the place named and accepted."""
    return DecisionWords(
        outcome=Outcome.GRANT,
        applied_for=_("Midlertidigt ophold i botilbud"),
        granted=_("Midlertidigt ophold i botilbud, indtil formålet er nået."),
        reasons=life.inventor.pick(invention.LIMB_REASONS["met"]),
        considerations=_("Et ophold er den mindst indgribende hjælp, der er nok."),
        facts=life.inventor.pick(invention.SOURCES),
        rules="Serviceloven § 107, stk. 2, nr. 1",
        facility=life.inventor.pick(invention.FACILITIES),
        facility_accepted_on=life.day,
        citizen_accepted_on=life.day,
        place_free=True,
        next_on=life.day + timedelta(days=life.inventor.random.randint(7, 40)),
        plan_offer=PlanOffer.ACCEPTED,
    )


def refusing(life: Life) -> DecisionWords:
    """The words of a refusal."""
    return DecisionWords(
        outcome=Outcome.REFUSAL,
        applied_for=_("Midlertidigt ophold i botilbud"),
        reasons=life.inventor.pick(invention.LIMB_REASONS["not_met"]),
        considerations=_("Støtte i eget hjem er nok og griber mindre ind."),
        facts=life.inventor.pick(invention.SOURCES),
        rules="Serviceloven § 107, stk. 1 og 2",
        duty=True,
    )


def granting_less(life: Life) -> DecisionWords:
    """The words of a partial refusal: the stay, but not all that was asked for."""
    return replace(
        granting(life),
        outcome=Outcome.PARTIAL,
        granted=_("Midlertidigt ophold i botilbud uden nattevagt."),
        considerations=_("Der er ikke brug for støtte om natten; resten er den mindst indgribende hjælp, der er nok."),
        duty=True,
    )


WORDS = {Outcome.GRANT: granting, Outcome.PARTIAL: granting_less, Outcome.REFUSAL: refusing}


def close(life: Life, why: str) -> None:
    """Close the case."""
    at = life.wait(0, 0)
    close_case(life.fresh(), why=why, by=life.worker, at=at, act_key=life.inventor.key())
    assert life.fresh().state == CaseState.CLOSED


def _answer_due_on(life: Life) -> date | None:
    running = Clock.objects.filter(case=life.case, kind=ClockKind.RESPONSE, closed_on=None)
    return running.values_list("due_on", flat=True).first()


def _next_date(life: Life, label: str, at: datetime) -> None:
    on = life.day + timedelta(days=life.inventor.random.randint(3, 21))
    set_next_date(life.case, on=on, label=label, by=life.worker, at=at, act_key=life.inventor.key())
