"""Which periods does national law fix, whatever a council adopted?

Not here: the numbers (`law.yaml`, with validity and source) and how they are read (`ophold.standard.national`).
"""

from __future__ import annotations

from dataclasses import dataclass

from ophold.law.finding import Source
from ophold.law.promises import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed:
    """A period that is fixed, and where."""

    period: Period
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Statute:
    """What national law says in numbers on one day."""

    complaint_window: Fixed  # how long a party has to complain
    reassessment: Fixed  # how long the municipality has to reassess and forward
    letter_days: Fixed  # how long an ordinary letter is reckoned to be on its way
    file_access: Fixed  # how long a party may wait for the case file before being told why
    unapproved_place: Fixed  # how long a place without approval may be used in an acute case
    least_age: int
    least_age_source: Source
