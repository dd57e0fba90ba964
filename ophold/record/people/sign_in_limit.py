"""How often may somebody try to sign in? Counted in the database, so that every process sees the same number.

A try is counted before the password is looked at, under a keyed hash of the name and one of the address; who gets in
takes the name's tries away again. Past the limit nothing is looked at until the quarter of an hour is over.
"""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

WINDOW = timedelta(minutes=15)
PER_NAME = 10
PER_ADDRESS = 50


class TooManyAttempts(PermissionDenied):
    """Too many tries within the window; answered by the page for 429."""

    retry_after = int(WINDOW.total_seconds())


def address(request: HttpRequest) -> str:
    """Who is asking; behind a proxy of ours, the last address, which is the one the proxy itself wrote."""
    forwarded = request.headers.get("X-Forwarded-For", "") if settings.BEHIND_PROXY else ""
    return forwarded.rpartition(",")[2].strip() or str(request.META.get("REMOTE_ADDR", ""))


def limits(username: str, address: str) -> dict[str, int]:
    """What a try is counted under, and how many each may have."""
    return {of_name(username): PER_NAME, _hashed("address", address): PER_ADDRESS}


def of_name(username: str) -> str:
    """The hash a user name's tries are counted under."""
    return _hashed("name", username.casefold())


def _hashed(kind: str, value: str) -> str:
    return salted_hmac(f"sign-in {kind}", value, algorithm="sha256").hexdigest()
