"""What does national law say in numbers on a day, and what is a rate that day? Reads `law.yaml` and `rates/`.

Not here: what councils adopted (`load`). Sources: each entry names its own, with its evidence mark.
Reading: an entry without a first day reaches as far back as any case here; a year whose rate is not known is asked for
and never filled from the year before.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Protocol, TypeVar

from ophold.law.finding import Evidence, Finding, Reason, Source, Status
from ophold.law.promises import Period
from ophold.law.statute import Fixed, Statute
from ophold.standard.decode import decode
from ophold.standard.plain_yaml import Where, read_plain
from ophold.standard.shape import StandardRefused, Text


class Dated(Protocol):
    """Anything that holds from one day to another."""

    @property
    def valid_from(self) -> date | None: ...
    @property
    def valid_to(self) -> date | None: ...


D = TypeVar("D", bound=Dated)


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodInLaw:
    """One period fixed by law for a time."""

    valid_from: date | None
    valid_to: date | None
    period: Period
    work: str
    place: str
    evidence: Evidence
    seen_in: str

    def fixed(self) -> Fixed:
        """As a rule takes it."""
        return Fixed(period=self.period, source=_source(self, self.work, self.place, self.evidence))


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeInLaw:
    """One age limit fixed by law for a time."""

    valid_from: date | None
    valid_to: date | None
    years: int
    work: str
    place: str
    evidence: Evidence
    seen_in: str

    def source(self) -> Source:
        """Where it stands."""
        return _source(self, self.work, self.place, self.evidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """One amount of a yearly rate."""

    valid_from: date | None
    valid_to: date | None
    amount: str  # kroner, with a full stop before the øre
    evidence: Evidence
    seen_in: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """A rate that changes from year to year."""

    title: Text
    unit: Text
    work: str
    place: str
    remark: Text | None
    values: tuple[Amount, ...]

    def on(self, day: date) -> Finding[Decimal]:
        """The rate on a day; asked for where it is not known."""
        found = in_force(self.values, day)
        if found is None:
            return Finding(status=Status.MISSING, missing=(f"satsen »{self.title.da}« for {day.year}",))
        reason = Reason(
            f"{self.title.da}: {found.amount} {self.unit.da}.",
            _source(found, self.work, self.place, found.evidence),
            f"{self.title.en}: {found.amount} {self.unit.en}.",
        )
        return Finding(status=Status.SETTLED, value=Decimal(found.amount), because=(reason,))


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """Everything in `law.yaml`, each matter oldest first."""

    complaint_window: tuple[PeriodInLaw, ...]
    reassessment: tuple[PeriodInLaw, ...]
    letter_days: tuple[PeriodInLaw, ...]
    file_access: tuple[PeriodInLaw, ...]
    unapproved_place: tuple[PeriodInLaw, ...]
    least_age: tuple[AgeInLaw, ...]

    def statute(self, on: date) -> Statute:
        """What binds every council on a day."""
        age = _needed(self.least_age, on)
        return Statute(
            complaint_window=_needed(self.complaint_window, on).fixed(),
            reassessment=_needed(self.reassessment, on).fixed(),
            letter_days=_needed(self.letter_days, on).fixed(),
            file_access=_needed(self.file_access, on).fixed(),
            unapproved_place=_needed(self.unapproved_place, on).fixed(),
            least_age=age.years,
            least_age_source=age.source(),
        )


def in_force(entries: Iterable[D], on: date) -> D | None:
    """The entry that holds on a day."""
    return next(
        (each for each in entries if (each.valid_from or date.min) <= on <= (each.valid_to or date.max)),
        None,
    )


def national_law(root: Path) -> Law:
    """The law in the `law.yaml` of a folder; raises StandardRefused."""
    where = Where(str(root / "law.yaml"))
    return decode(Law, read_plain(_text(root / "law.yaml", where), where), where)


def rates(root: Path) -> Mapping[str, Rate]:
    """Every rate in the `rates/` of a folder, by the name of its file; raises StandardRefused."""
    found = {}
    for path in sorted((root / "rates").glob("*.yaml")):
        where = Where(str(path))
        found[path.stem] = decode(Rate, read_plain(_text(path, where), where), where)
    return MappingProxyType(found)


def _needed(entries: tuple[D, ...], on: date) -> D:
    found = in_force(entries, on)
    if found is None:
        raise StandardRefused(f"Loven blev ikke slået op, fordi law.yaml ikke dækker {on}; tilføj et punkt for dagen.")
    return found


def _source(entry: Dated, work: str, place: str, evidence: Evidence) -> Source:
    return Source(work=work, place=place, evidence=evidence, valid_from=entry.valid_from, valid_to=entry.valid_to)


def _text(path: Path, where: Where) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise where.refusal("filen ikke findes eller ikke kan læses", "ret stien eller rettighederne") from None
