"""Passwords: for demo and emergency accounts only; the normal door is another one, later.

Argon2id with m=19456 KiB, t=2, p=1 (OWASP's floor), at most two at a time in one worker, so that a storm of sign-ins
does not take the processors from everybody else.
"""

from __future__ import annotations

import threading
from typing import Any

from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.http import HttpRequest

from ophold.record.people.models import Account

_AT_ONCE = threading.BoundedSemaphore(2)


class Argon2idHasher(Argon2PasswordHasher):
    """Argon2id at the floor that still resists a stolen table."""

    time_cost = 2
    memory_cost = 19_456
    parallelism = 1

    def verify(self, password: str, encoded: str) -> bool:
        with _AT_ONCE:
            return super().verify(password, encoded)

    def encode(self, password: str, salt: str) -> str:
        with _AT_ONCE:
            return super().encode(password, salt)


class PasswordBackend(BaseBackend):
    """Signs in by user name and password; takes the same time whether or not the name exists."""

    def authenticate(
        self, request: HttpRequest | None, username: str | None = None, password: str | None = None, **_: Any
    ) -> Account | None:
        """The account, or None."""
        if username is None or password is None:
            return None
        account = Account.objects.filter(username=username, is_active=True).select_related("municipality").first()
        if account is None:
            Account().set_password(password)
            return None
        return account if account.check_password(password) else None

    def get_user(self, user_id: int) -> Account | None:
        """Used by Django's own sign-in only; requests get the account with the session in one statement."""
        return Account.objects.select_related("municipality").filter(pk=user_id, is_active=True).first()
