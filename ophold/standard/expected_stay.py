"""What can one expect of a stay: follow-ups, its length, payment, respite, the choice of place?

Each section takes what was asked and gives its lines; judging and counting is the rules' (`ophold.law`), asked through
`answers`. Reading: follow-ups are shown as if one moved in on the day of asking, and say so
(docs/decisions/0105-what-the-guide-never-says.md).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ophold.law import sources, wording
from ophold.law.calendar import add
from ophold.law.finding import Finding, Source
from ophold.law.follow_ups import Planned
from ophold.law.own_payment import respite_payment
from ophold.law.promises import (
    EndingGrounds,
    FollowUpPromise,
    GoalsPromise,
    GrantLength,
    NoVacancy,
    OwnPayment,
    Period,
    ProviderChoice,
    ProviderRequirements,
    RespitePromise,
    Unit,
)
from ophold.law.respite_basis import respite_basis
from ophold.law.review import NO_LIMIT
from ophold.standard import answers
from ophold.standard.expected import (
    Asked,
    Line,
    Section,
    Topic,
    besides_the_standard,
    line,
    lines_of,
    once,
    plain,
    said,
    titled,
    without_value,
)
from ophold.standard.impersonal import listed
from ophold.standard.matters import promised

SHOWN = Period(value=18, unit=Unit.MONTH)  # how far ahead follow-ups are shown


def along(asked: Asked) -> Section:
    """When a stay would be followed up, had it begun today."""
    finding = answers.follow_up_plan(asked.standard, began=asked.on, until=add(SHOWN, asked.on))
    planned = finding.value or ()
    _, source = said(asked, FollowUpPromise)
    return Section(
        topic=Topic.ALONG,
        title=titled(asked, "Hvad sker der undervejs?", "What happens along the way?"),
        lead=_first_follow_up(asked, planned, source),
        lines=(*lines_of(asked, finding, FollowUpPromise), *_status_report(asked), *_goals(asked), *_plan(asked)),
        planned=planned,
    )


def length(asked: Asked) -> Section:
    """How long a stay lasts, and how it ends."""
    review = answers.review_day(asked.standard, began=asked.on)
    ending = answers.ending(asked.standard)
    lines = (*lines_of(asked, review, GrantLength), *lines_of(asked, ending, EndingGrounds))
    besides = (each for each in lines if each.reason is not NO_LIMIT)
    return Section(
        topic=Topic.LENGTH,
        title=titled(asked, "Hvor længe varer et ophold?", "How long does a stay last?"),
        lead=line(
            asked,
            "Et ophold har ingen fast udløbsdag.",
            "A stay has no fixed last day.",
            NO_LIMIT.source,
        ),
        lines=once((*_review_day(asked, review), *_when_over(asked), *besides)),
    )


def payment(asked: Asked) -> Section:
    """What one pays for oneself."""
    told = asked.told
    pays = answers.own_payment_of(asked.standard, keeps_home=told.keeps_home, has_income=told.has_income)
    respite = plain(respite_payment().because) if told.wish == "respite" else ()
    findings = (pays.frame, pays.housing, pays.without_income, pays.never)
    lines = [*lines_of(asked, pays.frame, OwnPayment), *_payment_lines(asked), *_own_home(asked, pays.housing)]
    for finding in findings[2:]:
        lines += plain(besides_the_standard(finding) if said(asked, OwnPayment)[0] is None else finding.because)
    return Section(
        topic=Topic.PAYMENT,
        title=titled(asked, "Hvad betaler {du} for?", "What {do/does} {you} pay for?"),
        lead=_payment_lead(asked, pays),
        lines=once((*respite, *lines)),
    )


def respite(asked: Asked) -> Section:
    """On which basis respite can be given, and what the standard says of how much."""
    guideline = answers.respite_guideline(asked.standard)
    basis = respite_basis(relatives_care=asked.told.relatives_care, of_pension_age=asked.told.of_pension_age)
    number = guideline.value.guideline if guideline.value else None
    _, source = said(asked, RespitePromise)
    if asked.told.relatives_care:
        lead = Line(reason=basis.because[0])
    elif number is not None:
        da = f"Standarden nævner {number} døgn om året som udgangspunkt. Tallet er hverken loft eller krav."
        en = f"The standard names {number} full days a year as a start. It is neither cap nor entitlement."
        lead = line(asked, da, en, source)
    else:
        lead = line(
            asked,
            "Hvor meget aflastning der gives, vurderes i hver sag.",
            "How much respite is given is judged in each case.",
            sources.INDIVIDUAL_JUDGEMENT,
        )
    lines = (*plain(basis.because), *lines_of(asked, guideline, RespitePromise))
    return Section(
        topic=Topic.RESPITE,
        title=titled(asked, "Hvad med aflastning?", "What about respite?"),
        lead=lead,
        lines=once(lines),
    )


def place(asked: Asked) -> Section:
    """Whether one can choose the place, and what a wish counts for."""
    finding = answers.place_choice(asked.standard)
    choice, source = said(asked, ProviderChoice)
    if finding.value:
        lead = line(asked, "Kommunen giver frit valg af sted.", "The municipality gives free choice of place.", source)
    elif choice is not None and (choice.wish_weighed or "wishes" in choice.weighed):
        lead = line(
            asked,
            "Kommunen finder stedet, men {dine} ønsker tæller med.",
            "The municipality finds the place, but {your} wishes count.",
            source,
        )
    else:
        lead = line(
            asked,
            "Kommunen finder stedet, men {du} kan altid sige, hvad {du} ønsker.",
            "The municipality finds the place, but {you} can always say what {you} {wish/wishes}.",
            sources.NO_FREE_CHOICE,
        )
    lines = (*lines_of(asked, finding, ProviderChoice), *_weighed(asked), *_vacancy(asked))
    return Section(
        topic=Topic.PLACE,
        title=titled(asked, "Kan {du} selv vælge stedet?", "Can {you} choose the place?"),
        lead=lead,
        lines=once(lines),
    )


# -- the lines --------------------------------------------------------------------------------------------------------


def _first_follow_up(asked: Asked, planned: tuple[Planned, ...], source: Source) -> Line:
    if planned:
        day, day_en = wording.weekday(planned[0].on), wording.weekday_en(planned[0].on)
        if planned[0].has_last_day:
            da = f"Flyttede {{du}} ind i dag, skulle der være fulgt op senest {day}."
            en = f"Had {{you}} moved in today, there would be a follow-up by {day_en}."
        else:
            da = f"Flyttede {{du}} ind i dag, ville første opfølgning være tidligst {day}."
            en = f"Had {{you}} moved in today, the first follow-up would be no earlier than {day_en}."
        return line(asked, da, en, source)
    return line(
        asked,
        "Kommunen skal følge sagen løbende, så hjælpen passer.",
        "The municipality must follow the case continuously, so that the help fits.",
        sources.CONTINUOUS_FOLLOW_UP,
    )


def _status_report(asked: Asked) -> Iterator[Line]:
    promise, source = said(asked, ProviderRequirements)
    if promise is not None and promise.status_report_every is not None:
        every = promise.status_report_every
        da = f"Stedet skriver status til kommunen; der går højst {wording.period(every)} imellem."
        en = f"The facility reports to the municipality; at most {wording.period_en(every)} apart."
        yield line(asked, da, en, source)


def _goals(asked: Asked) -> Iterator[Line]:
    promise, source = said(asked, GoalsPromise)
    if promise is None:
        yield without_value(asked, GoalsPromise, promised(asked.standard, GoalsPromise))
        return
    if promise.with_citizen:
        yield line(asked, "Mål for opholdet sættes sammen med {dig}.", "Goals are set together with {you}.", source)
    if promise.action_plan:
        da, en = listed("GoalsPromise", "action_plan", (promise.action_plan,))
        yield line(asked, f"Handleplan: {da}.", f"Action plan: {en}.", source)
    if promise.criteria:
        da, en = listed("GoalsPromise", "criteria", promise.criteria)
        yield line(asked, f"Målene skal være {da}.", f"Goals are to be {en}.", source)


def _plan(asked: Asked) -> Iterator[Line]:
    if not asked.told.of_pension_age:
        yield line(
            asked,
            "Før folkepensionsalderen skal kommunen vurdere, om den vil tilbyde en handleplan.",
            "Before pension age the municipality must consider whether to offer an action plan.",
            sources.PLAN_IS_CONSIDERED,
        )


def _review_day(asked: Asked, review: Finding[date]) -> Iterator[Line]:
    if review.value is not None:
        day, day_en = wording.weekday(review.value), wording.weekday_en(review.value)
        da = f"Flyttede {{du}} ind i dag, så kommunen på bevillingen igen {day}."
        en = f"Had {{you}} moved in today, the municipality would look at the grant again on {day_en}."
        yield line(asked, da, en, review.because[0].source)


def _when_over(asked: Asked) -> Iterator[Line]:
    promise, source = said(asked, GrantLength)
    if promise is not None and promise.when_over == "stay_ends":
        da = "Teksten siger, at opholdet slutter, når tiden er gået. Det gør det ikke efter loven."
        yield line(asked, da, "The text says that the stay ends when time is up. By law it does not.", source)
    elif promise is not None and promise.when_over:
        da, en = listed("GrantLength", "when_over", (promise.when_over,))
        yield line(asked, f"Når tiden er gået, {da}.", f"When time is up, {en}.", source)


def _payment_lead(asked: Asked, pays: answers.Payment) -> Line:
    promise, source = said(asked, OwnPayment)
    if asked.told.wish == "respite":
        return Line(reason=respite_payment().because[0])
    if asked.told.keeps_home:
        own_home = promise.own_home if promise is not None else ""
        if own_home == "whole_stay_free":
            da = "Beholder {du} egen bolig, er opholdet gratis."
            return line(asked, da, "If {you} {keep/keeps} a home, the stay is free.", source)
        if own_home == "whole_stay_free_if_expenses":
            da = "Beholder {du} egen bolig og har udgifter til den, er opholdet som udgangspunkt gratis."
            en = "If {you} {keep/keeps} a home and {have/has} expenses for it, the stay as a rule is free."
            return line(asked, da, en, source)
        da = "Beholder {du} egen bolig, betaler {du} som udgangspunkt ikke for boligen i botilbuddet."
        en = "If {you} {keep/keeps} a home, {you} as a rule {do/does} not pay for housing at the facility."
        return line(asked, da, en, sources.OWN_HOME)
    if pays.without_income.value is False:
        return line(asked, "Uden indtægt opkræves {du} ikke.", "Without income {you} {are/is} not charged.", source)
    da = "{Du} betaler en del af opholdet af {din} egen indtægt."
    return line(asked, da, "{You} {pay/pays} a part of the stay from {your} own income.", sources.FROM_INCOME)


def _payment_lines(asked: Asked) -> Iterator[Line]:
    promise, source = said(asked, OwnPayment)
    if promise is None:
        return
    if promise.lines:
        da, en = listed("OwnPayment", "lines", promise.lines)
        yield line(asked, f"Standarden nævner betaling for {da}.", f"The standard names payment for {en}.", source)
    if "deposit" in promise.lines or promise.public_housing_terms:
        yield line(
            asked,
            "Indskud og depositum hører til en almen bolig, som er et lejemål.",
            "A deposit belongs to public housing, which is a tenancy.",
            sources.PUBLIC_HOUSING,
        )


def _own_home(asked: Asked, housing: Finding[bool]) -> tuple[Line, ...]:
    """What holds of a home of one's own, and that the standard does not speak of it, where it does not."""
    promise, source = said(asked, OwnPayment)
    if promise is None:
        return plain(besides_the_standard(housing))
    again = tuple(_looked_at_again(asked, source)) if asked.told.keeps_home else ()
    if promise.own_home or promise.own_home_for or housing.value:
        return (*plain(housing.because), *again)
    da, en = "Standarden siger intet om at beholde egen bolig.", "The standard says nothing of keeping a home."
    return (line(asked, da, en, source, silent=True), *plain(housing.because))


def _looked_at_again(asked: Asked, source: Source) -> Iterator[Line]:
    finding = answers.own_home_looked_at(asked.standard, began=asked.on)
    if finding.value is not None:
        day, day_en = wording.weekday(finding.value), wording.weekday_en(finding.value)
        da = f"Flyttede {{du}} ind i dag, så kommunen på fritagelsen igen {day}."
        en = f"Had {{you}} moved in today, the municipality would look at the exemption again on {day_en}."
        yield line(asked, da, en, source)


def _weighed(asked: Asked) -> Iterator[Line]:
    choice, source = said(asked, ProviderChoice)
    if choice is None:
        return
    if choice.weighed:
        da, en = listed("ProviderChoice", "weighed", choice.weighed)
        yield line(asked, f"Kommunen lægger vægt på {da}.", f"The municipality gives weight to {en}.", source)
    if choice.area:
        da, en = listed("ProviderChoice", "area", (choice.area,))
        yield line(asked, f"Der ses på {da}.", f"It looks at {en}.", source)


def _vacancy(asked: Asked) -> Iterator[Line]:
    promise, source = said(asked, NoVacancy)
    if promise is None:
        yield without_value(asked, NoVacancy, promised(asked.standard, NoVacancy))
        return
    if promise.waiting_list:
        yield line(asked, "Kommunen har en venteliste.", "The municipality has a waiting list.", source)
    if promise.interim_solution:
        yield line(
            asked,
            "Er der ingen ledig plads, lover kommunen en løsning imens.",
            "If no place is free, the municipality promises a solution meanwhile.",
            source,
        )
