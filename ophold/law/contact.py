"""Whom does a citizen turn to first, by age?

Not here: who handles the case afterwards. Sources: L9, F12, B14, H13.
Reading: who turns 30 on the day has turned 30; someone born on 29 February turns older on 1 March in other years.
"""

from __future__ import annotations

from datetime import date

from ophold.law.finding import Finding, Reason, Source, Status
from ophold.law.promises import Contact, ContactPoint

BORN = "fødselsdatoen"


def age_on(born: date, on: date) -> int:
    """Whole years of age on a day."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def first_contact(contact: Contact, source: Source, *, age: int | None) -> Finding[ContactPoint]:
    """The one place to turn to; the age is asked for only where it decides."""
    fitting = tuple(point for point in contact.points if _may_be_for(point, age))
    if len(fitting) > 1 and age is None:
        return Finding(status=Status.MISSING, missing=(BORN,), because=tuple(_reason(each, source) for each in fitting))
    if not fitting:
        return Finding(status=Status.SILENT, because=(_nobody(source),))
    return Finding(status=Status.SETTLED, value=fitting[0], because=(_reason(fitting[0], source),))


def contact_in_band(
    contact: Contact, source: Source, *, from_age: int, under_age: int | None
) -> Finding[tuple[ContactPoint, ...]]:
    """Where somebody may turn whose age is known as a band only: every point that some age in it fits."""
    fitting = tuple(each for each in contact.points if _meets(each, from_age, under_age))
    if not fitting:
        return Finding(status=Status.SILENT, because=(_nobody(source),))
    because = tuple(_reason(each, source) for each in fitting)
    return Finding(status=Status.SETTLED, value=fitting, because=because)


def no_contact(silence: Source) -> Finding[ContactPoint]:
    """The answer where the standard names no first contact."""
    silent = Reason("Standarden nævner ingen indgang.", silence, "The standard names no entrance.")
    return Finding(status=Status.SILENT, because=(silent,))


def _nobody(source: Source) -> Reason:
    return Reason(
        "Standarden nævner ingen indgang for denne alder.", source, "The standard names no entrance for this age."
    )


def _meets(point: ContactPoint, from_age: int, under_age: int | None) -> bool:
    """Whether some whole age in a band is one the point is for."""
    first = max(from_age, point.from_age or 0)
    ends = [each for each in (under_age, point.under_age) if each is not None]
    return all(first < end for end in ends)


def _may_be_for(point: ContactPoint, age: int | None) -> bool:
    if age is None:
        return True
    return (point.from_age or 0) <= age and (point.under_age is None or age < point.under_age)


def _reason(point: ContactPoint, source: Source) -> Reason:
    if point.under_age is not None:
        return Reason(
            f"Er du under {point.under_age} år, går du til {point.name}.",
            source,
            f"If you are under {point.under_age}, turn to {point.name}.",
        )
    if point.from_age is not None:
        return Reason(
            f"Er du fyldt {point.from_age} år, går du til {point.name}.",
            source,
            f"If you are {point.from_age} or older, turn to {point.name}.",
        )
    return Reason(f"Du går til {point.name}.", source, f"Turn to {point.name}.")
