"""On which day did a letter count as received (modtaget)?

Not here: what then begins to run (`hearing`, `complaint_window`) and the sending itself.
Sources: lov om Digital Post § 10 (received when available) and Ankestyrelsen's principle 26-16; Ankestyrelsen's
presumption of six hverdage for an ordinary letter.
Reading: the six are read as Monday to Friday, the latest reading; a municipality can set its own number; either way it
stays unconfirmed (docs/decisions/0005-letter-days.md). A recorded day of receipt goes before every presumption.
"""

from __future__ import annotations

from datetime import date
from enum import Enum

from ophold.law import sources, wording
from ophold.law.calendar import count
from ophold.law.facts import ContradictoryFacts
from ophold.law.finding import Finding, Reason, Status
from ophold.law.own_date import as_counted, counting_steps
from ophold.law.statute import Fixed

SENT = "dagen brevet blev sendt"
LATEST_HOLDS = Reason(
    "Det er ikke fastslået, om lørdag er en brevdag. Den seneste dag gælder, fordi den er til modtagerens fordel.",
    sources.LETTER_DAYS,
    "It is not settled whether Saturday is a delivery day. The latest day holds, as it favours the recipient.",
)


class Channel(Enum):
    """How a letter goes out."""

    DIGITAL_POST = "digital_post"
    LETTER = "letter"


def delivery(channel: Channel, letter_days: Fixed, *, sent: date | None, received: date | None) -> Finding[date]:
    """The day a letter counts as received; `received` is the recorded day (Digital Post: the day it was available)."""
    if sent is not None and received is not None and received < sent:
        raise ContradictoryFacts(
            f"Modtagelsen kan ikke regnes ud: brevet er modtaget {wording.day(received)}, men sendt "
            f"{wording.day(sent)}. Ret en af de to dage."
        )
    if received is not None:
        return _recorded(channel, received)
    if sent is None:
        return Finding(status=Status.MISSING, missing=(SENT,))
    return _available(sent) if channel is Channel.DIGITAL_POST else _presumed(letter_days, sent)


def _recorded(channel: Channel, received: date) -> Finding[date]:
    digital = channel is Channel.DIGITAL_POST
    text = "var tilgængeligt i Digital Post" if digital else "er registreret modtaget"
    text_en = "was available in Digital Post" if digital else "is recorded as received"
    reason = Reason(
        f"Brevet {text} {wording.weekday(received)}.",
        sources.DIGITAL_POST if digital else sources.RECORDED,
        f"The letter {text_en} on {wording.weekday_en(received)}.",
    )
    return Finding(status=Status.SETTLED, value=received, because=(reason,))


def _available(sent: date) -> Finding[date]:
    reason = Reason(
        f"Digital Post regnes for modtaget, når den er tilgængelig, her samme dag som sendt: {wording.weekday(sent)}.",
        sources.DIGITAL_POST,
        f"Digital Post counts as received when available, here on the day it was sent: {wording.weekday_en(sent)}.",
    )
    return Finding(status=Status.SETTLED, value=sent, because=(reason,))


def _presumed(letter_days: Fixed, sent: date) -> Finding[date]:
    period = letter_days.period
    counts = sorted(((count(each, sent), each) for each in period.meanings()), key=lambda pair: pair[0].end)
    latest = counts[-1][0]
    because = (
        Reason(
            f"Et almindeligt brev regnes for modtaget {wording.period(period)} efter afsendelsen.",
            letter_days.source,
            f"An ordinary letter counts as received {wording.period_en(period)} after it was sent.",
        ),
        *counting_steps(latest),
    )
    if counts[0][0].end == latest.end:
        return Finding(status=Status.SETTLED, value=latest.end, because=because)
    readings = {counted.end: as_counted(meaning, counted.end) for counted, meaning in reversed(counts)}
    return Finding(
        status=Status.SETTLED, value=latest.end, because=(*because, LATEST_HOLDS), readings=tuple(readings.values())
    )
