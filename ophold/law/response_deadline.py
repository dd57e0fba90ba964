"""By which day must the municipality have answered an application (sagsbehandlingsfrist)?

Not here: whether the case is late (that needs today), and the notice when it will be (`delay_notice`).
Sources: RSL § 3(2) (the council sets the deadline, from receipt to decision); the standards' L12, F12, B16, I11, H14;
VEJ 9533/2018 on counting. Time spent gathering information is inside the deadline: nothing stops this clock.
Reading: how a municipality's own day is counted and which reading binds: `own_date`. A deadline that the municipality
published outside its standard binds it also where the standard is silent, since RSL § 3(2) asks for publication and
not for a place; the answer says that the standard itself is silent
(docs/decisions/0087-a-deadline-published-elsewhere.md). A number for a share of cases is a deadline and no outer limit;
what is usual is no deadline; a group's own is used only where the case is known to belong to the group
(docs/decisions/0091-what-other-standards-say.md). A case that Ankestyrelsen has sent back has a deadline as well (RSL
§ 3 a).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ophold.law import sources, wording
from ophold.law.finding import Finding, Layer, Reason, Source, Status
from ophold.law.own_date import own_date
from ophold.law.promises import GroupPeriod, Meaning, Period, PublishedDeadline, ResponsePromise, Start

RECEIVED = "dagen ansøgningen blev modtaget"
SENT_BACK = "dagen Ankestyrelsens afgørelse blev modtaget"


def response_deadline(
    promise: ResponsePromise, source: Source, *, received: date | None, group: str = ""
) -> Finding[date]:
    """The last day for an answer to an application received on a day; `group` is one of the promise's own groups."""
    mine = next((each for each in promise.for_groups if each.key == group), None)
    if mine is not None:
        own = (_for_group(mine, source), _start(promise.start, source))
        return _counted(mine.period, own, received, RECEIVED)
    others = tuple(_other_group(each, source) for each in promise.for_groups)
    said = (_promised(promise.within, source), _start(promise.start, source), *others)
    match promise.meaning:
        case Meaning.TYPICAL:
            return Finding(status=Status.DISCRETION, because=(_usual(promise.within, source), *others, DUTY))
        case Meaning.PERCENTILE:
            caveat = _share(promise, source)
            return _counted(promise.within, (said[0], caveat, *said[1:], STILL_A_DEADLINE), received, RECEIVED, caveat)
        case Meaning.MAXIMUM:
            return _counted(promise.within, said, received, RECEIVED)


def remitted_deadline(promise: ResponsePromise, source: Source, *, received: date | None) -> Finding[date]:
    """The last day for deciding anew a case that Ankestyrelsen has sent back, from receipt of its decision."""
    if promise.remitted_within is not None:
        period = wording.period(promise.remitted_within), wording.period_en(promise.remitted_within)
        own = Reason(
            f"Kommunen lover en ny afgørelse inden for {period[0]}, når Ankestyrelsen sender en sag tilbage.",
            source,
            f"The municipality promises a new decision within {period[1]} when Ankestyrelsen sends a case back.",
        )
        return _counted(promise.remitted_within, (own, ALSO_SENT_BACK), received, SENT_BACK)
    if promise.meaning is Meaning.TYPICAL:
        return Finding(status=Status.DISCRETION, because=(_usual(promise.within, source), ALSO_SENT_BACK, DUTY))
    caveat = _share(promise, source) if promise.meaning is Meaning.PERCENTILE else None
    share = (caveat, STILL_A_DEADLINE) if caveat is not None else ()
    said = (_promised(promise.within, source), *share, ALSO_SENT_BACK)
    return _counted(promise.within, said, received, SENT_BACK, caveat)


def remitted_published(source: Source, published: PublishedDeadline | None, *, received: date | None) -> Finding[date]:
    """The same where the standard has no number: by the deadline published elsewhere, if one is entered."""
    silent = Reason(
        "Standarden oplyser ingen frist for en sag, som Ankestyrelsen har sendt tilbage.",
        source,
        "The standard states no deadline for a case that Ankestyrelsen has sent back.",
    )
    if published is None:
        return Finding(status=Status.SILENT, because=(silent, ALSO_SENT_BACK, DUTY))
    said = (silent, _promised(published.within, _as_setting(published)), ALSO_SENT_BACK)
    return _counted(published.within, said, received, SENT_BACK)


def _counted(
    within: Period, said: tuple[Reason, ...], start: date | None, missing: str, caveat: Reason | None = None
) -> Finding[date]:
    if start is None:
        return Finding(status=Status.MISSING, missing=(missing,), because=said)
    due = own_date(within, start)
    return Finding(
        status=Status.SETTLED, value=due.day, because=(*said, *due.because), readings=due.readings, caveat=caveat
    )


def response_without_number(
    source: Source, published: PublishedDeadline | None = None, *, received: date | None = None
) -> Finding[date]:
    """The answer where the standard states no deadline at all (F): settled once a published one is entered."""
    silent = Reason(
        "Standarden oplyser ingen frist for, hvornår der skal være svar på en ansøgning.",
        source,
        "The standard states no deadline for answering an application.",
    )
    if published is not None:
        return _published(silent, published, received=received)
    return Finding(status=Status.SILENT, because=(silent, DUTY))


def response_published(
    source: Source, document: str, published: PublishedDeadline | None, *, received: date | None
) -> Finding[date]:
    """The answer where the standard points to another document (I): settled once its number is entered."""
    pointer = Reason(
        f"Standarden henviser til {document}; fristen står ikke i standarden selv.",
        source,
        f"The standard refers to another document ({document}); it does not state the deadline itself.",
    )
    if published is None:
        return Finding(status=Status.ELSEWHERE, because=(pointer,))
    return _published(pointer, published, received=received)


def _published(first: Reason, published: PublishedDeadline, *, received: date | None) -> Finding[date]:
    """The deadline the municipality published elsewhere, after what the standard itself does with the matter."""
    promise = ResponsePromise(within=published.within, start=Start.RECEIPT)
    finding = response_deadline(promise, _as_setting(published), received=received)
    return replace(finding, because=(first, *finding.because))


def _as_setting(published: PublishedDeadline) -> Source:
    return Source(
        work=published.document,
        place=f"offentliggjort {wording.day(published.published_on)}, indtastet af {published.entered_by}",
        layer=Layer.SETTING,
        valid_from=published.published_on,
    )


DUTY = Reason(
    "Kommunalbestyrelsen har pligt til at fastsætte og offentliggøre en frist fra modtagelse til afgørelse.",
    sources.RESPONSE_DEADLINE,
    "The council is obliged to set and publish a deadline from receipt to decision.",
)
ALSO_SENT_BACK = Reason(
    "Fristen gælder også en sag, som Ankestyrelsen har sendt tilbage, og regnes fra modtagelsen af dens afgørelse.",
    sources.REMITTED,
    "The deadline also holds for a case that Ankestyrelsen has sent back, and runs from receipt of its decision.",
)
STILL_A_DEADLINE = Reason(
    "Tallet læses stadig som kommunens frist: kan den ikke holdes, skal der inden dagen sendes en ny.",
    sources.SHARE_OF_CASES,
    "The number is still read as the municipality's deadline: if it cannot be kept, a new day is sent before it.",
)


def _share(promise: ResponsePromise, source: Source) -> Reason:
    return Reason(
        f"Det gælder {promise.percent} af 100 sager og er ingen yderste frist. Kan dagen ikke holdes, kommer der et "
        "brev med en ny.",
        source,
        f"It holds for {promise.percent} of 100 cases and is no outer limit. If the day cannot be kept, a letter gives "
        "a new one.",
    )


def _usual(within: Period, source: Source) -> Reason:
    return Reason(
        f"Standarden siger kun, at det sædvanligvis tager {wording.period(within)}. Det lover ikke noget for "
        "den enkelte sag.",
        source,
        f"The standard only says that it usually takes {wording.period_en(within)}. That promises nothing for a case.",
    )


def _for_group(group: GroupPeriod, source: Source) -> Reason:
    return Reason(
        f"For {group.da} lover kommunen svar inden for {wording.period(group.period)}.",
        source,
        f"For {group.en} the municipality promises an answer within {wording.period_en(group.period)}.",
    )


def _other_group(group: GroupPeriod, source: Source) -> Reason:
    return Reason(
        f"For {group.da} er fristen {wording.period(group.period)}. Den bruges, når det står fast, at sagen hører til "
        "gruppen.",
        source,
        f"For {group.en} the deadline is {wording.period_en(group.period)}. It is used once the case is known to "
        "belong to the group.",
    )


def _promised(within: Period, source: Source) -> Reason:
    return Reason(
        f"Kommunen lover svar inden for {wording.period(within)}.",
        source,
        f"The municipality promises an answer within {wording.period_en(within)}.",
    )


def _start(start: Start, source: Source) -> Reason:
    if start is Start.RECEIPT:
        return Reason(
            "Fristen løber fra den dag, ansøgningen blev modtaget.",
            source,
            "The deadline runs from the day the application was received.",
        )
    return Reason(
        "Standarden nævner ingen startdag; efter loven løber fristen fra modtagelsen af ansøgningen.",
        sources.RESPONSE_DEADLINE,
        "The standard names no first day; by statute the deadline runs from receipt of the application.",
    )
