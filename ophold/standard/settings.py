"""What a municipality fixes for itself outside its standard: addresses, letter days, deadlines published elsewhere.

Every value says where it is from and as of when; a placeholder for demonstration says that it is one. Not here: what
the council promised (`shape`). Reading: a complaint goes to the standard's address, else to the setting's, else no
letter can be sent (docs/decisions/0021-complaint-address.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from ophold.law import wording
from ophold.law.finding import Evidence, Layer, Source
from ophold.law.promises import ComplaintRoute, Period, PublishedDeadline
from ophold.standard.decode import decode
from ophold.standard.matters import promised
from ophold.standard.plain_yaml import Where, read_plain, shown
from ophold.standard.shape import SCHEMA, Standard

_CODE = re.compile(r"0\d{3}")
_LETTERS = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who a letter is from (letterhead)."""

    name: str
    department: str
    address: tuple[str, ...]
    phone: str | None
    email: str | None
    source: str
    placeholder: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where a complaint is sent when the standard names no address."""

    to: str
    address: tuple[str, ...]
    email: str | None
    phone: str | None
    source: str
    placeholder: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterDays:
    """How long an ordinary letter is reckoned to be on its way."""

    within: Period
    source: str
    confirmed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingDay:
    """A day the municipality keeps closed besides the national ones."""

    on: date
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MunicipalitySettings:
    """One municipality's own settings, as of a day."""

    schema: int
    key: str
    name: str
    code: str  # kommunekode, four digits
    reference_letters: str  # in the case's reference, BAL-2026-00017
    as_of: date
    source: str
    sender: Sender
    complaint_address: Address | None  # only where the standard names none
    letter_days: LetterDays
    closing_days: tuple[ClosingDay, ...]
    published_deadline: PublishedDeadline | None  # where the standard itself has no number

    def as_source(self, place: str, *, confirmed: bool = True) -> Source:
        """A setting as the source of an answer."""
        return Source(
            work=f"{self.name}, kommunens egne indstillinger pr. {wording.day(self.as_of)}",
            place=place,
            layer=Layer.SETTING,
            evidence=Evidence.STATED if confirmed else Evidence.RECALLED,
            valid_from=self.as_of,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A setting entered over the file's, in the file's own shape; days as texts (2026-03-02)."""

    what: str
    value: Mapping[str, object]
    valid_from: date
    source: str


_SHAPES: Mapping[str, type] = {
    "sender": Sender,
    "complaint_address": Address,
    "letter_days": LetterDays,
    "closing_days": ClosingDay,
    "published_deadline": PublishedDeadline,
}
_DAYS = frozenset({"on", "published_on"})


def changed(settings: MunicipalitySettings, changes: Iterable[Change]) -> MunicipalitySettings:
    """The settings with changes laid over them, in their order; a closing day is added. Raises StandardRefused."""
    for change in changes:
        raw = {
            name: date.fromisoformat(value) if name in _DAYS and isinstance(value, str) else value
            for name, value in change.value.items()
        }
        value: object = decode(_SHAPES[change.what], raw, Where(change.what))
        settings = replace(_laid_over(settings, value), as_of=max(settings.as_of, change.valid_from))
    return settings


def _laid_over(settings: MunicipalitySettings, value: object) -> MunicipalitySettings:
    match value:
        case Sender():
            return replace(settings, sender=value)
        case Address():
            return replace(settings, complaint_address=value)
        case LetterDays():
            return replace(settings, letter_days=value)
        case PublishedDeadline():
            return replace(settings, published_deadline=value)
        case ClosingDay():
            return replace(settings, closing_days=(*settings.closing_days, value))
    raise TypeError(f"No setting for {value!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintAddress:
    """Where a complaint is sent, and which level said so."""

    to: str
    address: tuple[str, ...]
    email: str
    phone: str
    source: Source
    placeholder: bool


def complaint_address(standard: Standard, settings: MunicipalitySettings) -> ComplaintAddress | None:
    """The standard's address, else the setting's, else None: without one no letter about a decision can be sent."""
    promise = promised(standard, ComplaintRoute)
    route = promise.value
    if route is not None and (route.address or route.email):
        return ComplaintAddress(
            to=route.to,
            address=route.address,
            email=route.email,
            phone="",
            source=standard.sources(promise)[0],
            placeholder=False,
        )
    own = settings.complaint_address
    if own is None:
        return None
    return ComplaintAddress(
        to=own.to,
        address=own.address,
        email=own.email or "",
        phone=own.phone or "",
        source=settings.as_source("klageadresse", confirmed=not own.placeholder),
        placeholder=own.placeholder,
    )


def settings_from_text(text: str, file: str) -> MunicipalitySettings:
    """The settings in a YAML text; `file` is the name that a refusal shows."""
    where = Where(file)
    settings = decode(MunicipalitySettings, read_plain(text, where), where)
    if settings.schema != SCHEMA:
        raise where.refusal(f"schema er {settings.schema}", f"skriv schema: {SCHEMA}")
    if not _CODE.fullmatch(settings.code):
        raise where.at("code").refusal(
            f"»{shown(settings.code)}« ikke er en kommunekode", "skriv fire cifre i anførselstegn, som begynder med 0"
        )
    if not _LETTERS.fullmatch(settings.reference_letters):
        raise where.at("reference_letters").refusal(
            f"»{shown(settings.reference_letters)}« ikke er tre store bogstaver A–Z", "skriv tre, som BAL"
        )
    return settings
