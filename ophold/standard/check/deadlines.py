"""Are the promises of time such that a citizen can reckon with them?

Periods are looked at in the unit they were adopted in; nothing is converted.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from ophold.law import wording
from ophold.law.promises import (
    Bound,
    FollowUpPromise,
    GrantLength,
    HearingPromise,
    Meaning,
    Period,
    ResponsePromise,
    Start,
    Unit,
)
from ophold.standard.check.finding import Asked, Hit
from ophold.standard.shape import State, Text


def response_missing(asked: Asked) -> Iterator[Hit]:
    """No response deadline at all."""
    said = asked.said(ResponsePromise)
    if said.value is None and said.state is not State.ELSEWHERE:
        yield Hit(
            provision=asked.place(ResponsePromise),
            text=Text(
                da="Teksten sætter ingen frist for svar, selv om kommunen skal fastsætte og offentliggøre en.",
                en="The text sets no response deadline, although the municipality must set and publish one.",
            ),
            remedy=Text(
                da="Fastsæt en frist fra modtagelsen af ansøgningen til afgørelsen, og skriv den i teksten.",
                en="Set a deadline from receipt of the application to the decision, and write it in the text.",
            ),
        )


def response_elsewhere(asked: Asked) -> Iterator[Hit]:
    """A response deadline that stands in another document only."""
    said = asked.said(ResponsePromise)
    if said.state is not State.ELSEWHERE or said.document is None:
        return
    known = asked.settings.published_deadline if asked.settings else None
    name = said.document.name
    also = f" Her er den skrevet ind som {wording.period(known.within)}." if known else ""
    also_en = f" Here it is entered as {wording.period_en(known.within)}." if known else ""
    yield Hit(
        provision=asked.place(ResponsePromise),
        text=Text(
            da=f"Fristen for svar står kun i et andet dokument, »{name}«, som kan ændres uden ny vedtagelse.{also}",
            en="The response deadline stands only in another document,"
            f' "{name}", which can change without a new adoption.{also_en}',
        ),
        remedy=Text(
            da="Skriv fristen i teksten, eller skriv den som kommunens egen indstilling med dag og kilde.",
            en="Write the deadline in the text, or enter it as the municipality's own setting with day and source.",
        ),
    )


def response_start_missing(asked: Asked) -> Iterator[Hit]:
    """A response deadline without a start."""
    value = asked.value(ResponsePromise)
    if value is not None and value.start is Start.NOT_STATED:
        yield Hit(
            provision=asked.place(ResponsePromise),
            text=Text(
                da=f"Teksten siger ikke, hvornår fristen på {wording.period(value.within)} begynder; "
                "efter loven er det modtagelsen af ansøgningen.",
                en=f"The text does not say when the deadline of {wording.period_en(value.within)} begins; "
                "by statute it is receipt of the application.",
            ),
            remedy=Text(
                da="Skriv, at fristen regnes fra modtagelsen af ansøgningen til afgørelsen.",
                en="Write that the deadline runs from receipt of the application to the decision.",
            ),
        )


def response_not_for_every_case(asked: Asked) -> Iterator[Hit]:
    """A response deadline for a share of the cases, or a usual time, which promises the single case nothing."""
    value = asked.value(ResponsePromise)
    if value is None or value.meaning is Meaning.MAXIMUM:
        return
    share = value.percent if value.meaning is Meaning.PERCENTILE else None
    yield Hit(
        provision=asked.place(ResponsePromise),
        text=Text(
            da=(f"Fristen gælder {share} af 100 sager" if share else "Fristen er, hvad der er sædvanligt")
            + ", så den, der søger, kan ikke se, hvornår der senest er svar i sin egen sag.",
            en=(f"The deadline is for {share} of 100 cases" if share else "The deadline is what is usual")
            + ", so one who applies cannot see by when there is an answer in one's own case.",
        ),
        remedy=Text(
            da="Skriv en frist, der gælder alle sager, og at man får besked, hvis den ikke kan holdes.",
            en="Write a deadline for every case, and that one is told if it cannot be kept.",
        ),
    )


def unit_ambiguous(asked: Asked) -> Iterator[Hit]:
    """A period in a unit that can be read in more ways than one, in any matter."""
    for name, promise in asked.standard.promises.items():
        for period in _periods(promise.value):
            if period.also_read_as:
                yield Hit(
                    provision=next(iter(promise.provisions), ""),
                    matter=name,
                    text=_two_readings(period),
                    remedy=Text(
                        da="Skriv, hvilke dage der tæller med, eller skriv fristen i uger.",
                        en="Write which days count, or write the period in weeks.",
                    ),
                )


def follow_up_missing(asked: Asked) -> Iterator[Hit]:
    """No interval between follow-ups, neither a first nor a next."""
    value = asked.value(FollowUpPromise)
    if asked.said(FollowUpPromise).state is State.ELSEWHERE:
        return
    if value is None or (value.first is None and value.then is None):
        yield Hit(
            provision=asked.place(FollowUpPromise),
            text=Text(
                da="Teksten sætter ingen afstand mellem opfølgningerne, så ingen dag kan blive overskredet.",
                en="The text sets no interval between follow-ups, so no day can ever be passed.",
            ),
            remedy=Text(
                da="Skriv, hvornår der senest følges op første gang, og mindst hvor ofte derefter.",
                en="Write by when the first follow-up is held, and at least how often after that.",
            ),
        )


def rhythm_missing(asked: Asked) -> Iterator[Hit]:
    """A first follow-up and no rhythm after it."""
    value = asked.value(FollowUpPromise)
    if value is not None and value.first is not None and value.then is None:
        yield Hit(
            provision=asked.place(FollowUpPromise),
            text=Text(
                da="Efter den første opfølgning sætter teksten ingen rytme, så næste dag skal aftales i hver sag.",
                en="After the first follow-up the text sets no rhythm, so the next day must be agreed in each case.",
            ),
            remedy=Text(
                da="Skriv, mindst hvor ofte der følges op, eller at der altid aftales en næste dag.",
                en="Write at least how often there is follow-up, or that a next day is always agreed.",
            ),
        )


def after_without_last_day(asked: Asked) -> Iterator[Hit]:
    """A first follow-up "after" so long, which has an earliest day and no last one."""
    value = asked.value(FollowUpPromise)
    if value is None or value.first is None or value.first.bound is not Bound.AFTER:
        return
    da, en = wording.period(value.first.period), wording.period_en(value.first.period)
    yield Hit(
        provision=asked.place(FollowUpPromise),
        text=Text(
            da=f"Opfølgning »efter {da}« siger, hvornår den tidligst holdes, men sætter ingen sidste dag.",
            en=f'Follow-up "after {en}" says when it is held at the earliest, but sets no last day.',
        ),
        remedy=Text(
            da=f"Skriv »senest {da} efter indflytning«, hvis det er det, der menes.",
            en=f'Write "at the latest {en} after moving in", if that is what is meant.',
        ),
    )


def grant_ends_by_itself(asked: Asked) -> Iterator[Hit]:
    """A length of grant after which the text says that the stay ends."""
    value = asked.value(GrantLength)
    if value is not None and value.review_after is not None and value.when_over == "stay_ends":
        yield Hit(
            provision=asked.place(GrantLength),
            text=Text(
                da=f"Teksten lader opholdet slutte efter {wording.period(value.review_after)}, "
                "men et ophold varer, til formålet er opfyldt, og kan kun ende med en afgørelse.",
                en=f"The text lets the stay end after {wording.period_en(value.review_after)}, "
                "but a stay lasts until its purpose is met and can end only by a decision.",
            ),
            remedy=_review(value.review_after),
        )


def grant_length_unclear(asked: Asked) -> Iterator[Hit]:
    """A length of grant, and nothing on what happens when it is over."""
    value = asked.value(GrantLength)
    if value is not None and value.review_after is not None and not value.when_over:
        yield Hit(
            provision=asked.place(GrantLength),
            text=Text(
                da=f"»{wording.period(value.review_after)} ad gangen« kan læses, som om opholdet slutter af sig selv, "
                "men loven kender ingen fast grænse.",
                en=f'"{wording.period_en(value.review_after)} at a time" can be read as if the stay ended by itself, '
                "but statute knows no fixed limit.",
            ),
            remedy=_review(value.review_after),
        )


def always_heard(asked: Asked) -> Iterator[Hit]:
    """A hearing promised also where statute asks for none."""
    value = asked.value(HearingPromise)
    if value is not None and value.always:
        yield Hit(
            provision=asked.place(HearingPromise),
            text=Text(
                da="Udkastet sendes altid i høring, også hvor loven ikke kræver det; løftet er bedre og gælder.",
                en="The draft is always sent in hearing, also where statute does not ask for it; "
                "the promise is better and holds.",
            ),
            remedy=Text(da="Der skal ikke gøres noget.", en="Nothing need be done."),
        )


def _review(length: Period) -> Text:
    return Text(
        da=f"Skriv, at bevillingen ses efter, når der er gået {wording.period(length)}, og at opholdet fortsætter.",
        en=f"Write that the grant is reviewed after {wording.period_en(length)}, and that the stay goes on.",
    )


def _two_readings(period: Period) -> Text:
    if {period.unit, *period.also_read_as} == {Unit.WEEKDAY_MON_SAT, Unit.WORKING_DAY_MON_FRI}:
        return Text(
            da=f"»{wording.period(period)}« kan læses med og uden lørdag, og det flytter den sidste dag.",
            en=f'"{wording.period_en(period)}" can be read with and without Saturday, which moves the last day.',
        )
    others = [each for each in period.meanings()[1:] if each.unit is not period.unit]
    da, en = (" eller ".join(map(wording.period, others)), " or ".join(map(wording.period_en, others)))
    return Text(
        da=f"»{wording.period(period)}« kan også læses som {da or 'noget andet'}, og det flytter den sidste dag.",
        en=f'"{wording.period_en(period)}" can also be read as {en or "something else"}, which moves the last day.',
    )


def _periods(value: object) -> Iterator[Period]:
    """Every period in a promise, however deep."""
    if isinstance(value, Period):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _periods(part)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from _periods(getattr(value, field.name))
