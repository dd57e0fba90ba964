"""What does a promise say in one phrase, for a heading: "Svar inden for 60 hverdage"?

Only its number or its chief word; all of it, field by field, is `spoken`. Not here: the day a promise falls on (the
rules), and what a text does that fixes nothing (`resolve.state_words`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from ophold.law import promises as law
from ophold.law import wording
from ophold.standard.shape import Promise, Text
from ophold.standard.spoken import phrases

# the matters that may carry a number or a day, in the order a reader asks for them
NUMBERED = (
    "response_deadline",
    "notices",
    "assessment",
    "committee",
    "delegation",
    "hearing",
    "no_vacancy",
    "follow_up",
    "grant_length",
    "respite",
    "holiday_escort",
    "own_payment",
    "complaint",
)


# what else a reader must see of a promise without a number of its own: these fields, each with its label
_FIELDS: Mapping[type, tuple[str, ...]] = MappingProxyType(
    {
        law.Committee: ("name", "meets_every", "oral_answer", "written_within"),
        law.AssessmentPromise: ("report_within", "least_level", "threshold_da"),
        law.Delegation: ("to", "decides"),
        law.NoVacancy: ("waiting_list",),
        law.OwnPayment: ("own_home_for", "personal_allowance"),
    }
)


def headline(promise: Promise[object]) -> Text | None:
    """The number or date a promise carries; None where it carries none."""
    first = [part for part in _parts(promise.value) if part is not None]
    said = [Text(da=", ".join(part.da for part in first), en=", ".join(part.en for part in first))] if first else []
    said += [*_groups(promise.value), *phrases(promise, _FIELDS.get(type(promise.value), ()))]
    if not said:
        return None
    return Text(da=_sentence([part.da for part in said]), en=_sentence([part.en for part in said]))


def _parts(value: object) -> Iterator[Text | None]:
    match value:
        case law.ResponsePromise():
            yield _response(value)
        case law.HearingPromise(within=within):
            yield _with(within, "{} til at svare på et udkast", "{} to reply to a draft")
        case law.FollowUpPromise():
            yield from _follow_up(value)
        case law.GrantLength(review_after=law.Period() as length):
            yield _with(length, "bevilges for {} ad gangen", "granted for {} at a time")
        case law.RespitePromise(guideline=int() as number):
            yield Text(
                da=f"som udgangspunkt op til {number} døgn om året", en=f"as a rule up to {number} full days a year"
            )
        case law.HolidayEscort(within=law.Period() as within):
            yield _with(within, "op til {} om året", "up to {} a year")
        case law.ComplaintRoute():
            yield _if(value.citizen_within, "{} til at klage", "{} to complain")
            yield _if(value.reassessed_within, "svar på klagen inden for {}", "answer to the complaint within {}")
        case law.Notices():
            yield _if(value.acknowledged_within, "kvittering inden for {}", "receipt within {}")
            yield _if(value.interim_within, "besked undervejs inden for {}", "word on the way within {}")


def _response(value: law.ResponsePromise) -> Text:
    da, en = wording.period(value.within), wording.period_en(value.within)
    match value.meaning:
        case law.Meaning.MAXIMUM:
            return Text(da=f"svar inden for {da}", en=f"answer within {en}")
        case law.Meaning.PERCENTILE:
            number = value.percent
            return Text(
                da=f"svar inden for {da} i {number} af 100 sager, ingen yderste frist",
                en=f"answer within {en} in {number} of 100 cases, no outer limit",
            )
        case law.Meaning.TYPICAL:
            return Text(da=f"svar sædvanligvis inden for {da}, ingen yderste frist",
                        en=f"answer usually within {en}, no outer limit")  # fmt: skip


def _groups(value: object) -> Iterator[Text]:
    """What holds for some, after what holds for all."""
    match value:
        case law.ResponsePromise():
            yield from (_with(group.period, f"{group.da}: {{}}", f"{group.en}: {{}}") for group in value.for_groups)
            if value.remitted_within is not None:
                da, en = "sager, Ankestyrelsen sender tilbage: {}", "cases Ankestyrelsen sends back: {}"
                yield _with(value.remitted_within, da, en)
        case law.FollowUpPromise():
            for group in value.more_often_for:
                every = _every(group.period)
                yield Text(da=f"{group.da}: mindst {every.da}", en=f"{group.en}: at least {every.en}")


def _follow_up(value: law.FollowUpPromise) -> Iterator[Text | None]:
    if value.first is not None:
        after = value.first.bound is law.Bound.AFTER
        yield _with(value.first.period, f"første gang {'efter' if after else 'inden for'} {{}}",
                    f"first {'after' if after else 'within'} {{}}")  # fmt: skip
    if value.then is not None:
        every = _every(value.then.period)
        then, then_en = ("derefter ", "then ") if value.first else ("", "")
        yield Text(da=f"{then}mindst {every.da}", en=f"{then_en}at least {every.en}")
    if value.running:
        yield Text(da="løbende", en="continuously")
    if value.by_need:
        yield Text(da="efter behov", en="by need")


def _every(period: law.Period) -> Text:
    months = {law.Unit.MONTH: 1, law.Unit.YEAR: 12}.get(period.unit, 0) * period.value
    if months == 6:
        return Text(da="hvert halve år", en="every half year")
    if months == 1:
        return Text(da="en gang om måneden", en="once a month")
    if months == 12:
        return Text(da="en gang om året", en="once a year")
    return Text(da=f"hver gang der er gået {wording.period(period)}", en=f"every {wording.period_en(period)}")


def _if(period: law.Period | None, da: str, en: str) -> Text | None:
    return None if period is None else _with(period, da, en)


def _with(period: law.Period, da: str, en: str) -> Text:
    return Text(da=da.format(wording.period(period)), en=en.format(wording.period_en(period)))


def _sentence(parts: list[str]) -> str:
    text = "; ".join(parts)
    return text[:1].upper() + text[1:]
