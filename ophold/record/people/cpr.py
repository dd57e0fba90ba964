"""The Danish personal number (CPR): read, checked, masked, found.

The modulus-11 check was given up in 2007 and is not applied. Demonstration numbers have the day plus 60, outside the
real value space. Source: CPR-kontoret's description of the number; ecosystem of public formats.
"""

from __future__ import annotations

import hmac
import re
from datetime import date

from django.conf import settings

from ophold.record.people.seal import seal_text, unseal_text

_CONTEXT = "people.cpr"
_PATTERN = re.compile(r"(?<!\w)(\d{6})[- ]?(\d{4})(?!\w)")


class CprRefused(ValueError):
    """The text is not a CPR number; `str()` is fit to show."""


def parse(text: str) -> str:
    """Ten digits from what a person typed. Raises CprRefused."""
    digits = re.sub(r"[\s-]", "", text)
    if not re.fullmatch(r"[0-9]{10}", digits):
        raise CprRefused("CPR-nummeret blev ikke gemt, fordi det skal have 10 cifre. Skriv det som 010203-1234.")
    born_on(digits)
    return digits


def born_on(digits: str) -> date:
    """The day of birth the number carries. Raises CprRefused."""
    day, month, year, seventh = int(digits[:2]), int(digits[2:4]), int(digits[4:6]), int(digits[6])
    if day > 60:
        day -= 60
    if seventh <= 3:
        century = 1900
    elif seventh in (4, 9):
        century = 2000 if year <= 36 else 1900
    else:
        century = 2000 if year <= 57 else 1800
    try:
        return date(century + year, month, day)
    except ValueError as wrong:
        raise CprRefused(
            "CPR-nummeret blev ikke gemt, fordi de første seks cifre ikke er en dato. Se efter, om cifre er byttet om."
        ) from wrong


def found_in(text: str) -> bool:
    """Whether a text holds something that reads as a CPR number: such text is kept sealed or not at all."""
    for match in _PATTERN.finditer(text):
        try:
            born_on(match[1] + match[2])
        except CprRefused:
            continue
        return True
    return False


def index(digits: str) -> bytes:
    """The keyed hash a number is kept under; without the key it tells nothing."""
    return indexes(digits)[0]


def indexes(digits: str) -> list[bytes]:
    """Every keyed hash a number may be found under, the one it is kept under first: while a key is being changed."""
    return [hmac.digest(key, digits.encode(), "sha256") for key in settings.CPR_INDEX_KEYS.values()]


def seal_cpr(digits: str) -> bytes:
    """The number, sealed for storage."""
    return seal_text(digits, context=_CONTEXT)


def unseal_cpr(sealed: bytes | memoryview) -> str:
    """The number, for someone whose asking is journalled."""
    return unseal_text(bytes(sealed), context=_CONTEXT)


def masked(digits: str) -> str:
    """What is shown until a person asks: day, month and year."""
    return f"{digits[:6]}-••••"


def written(digits: str) -> str:
    """As people write it: 010203-1234."""
    return f"{digits[:6]}-{digits[6:]}"


def age_on(born: date, on: date) -> int:
    """Whole years on a day."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
