"""Sessions in the database, read together with the account in one statement; the stored key is a hash of the cookie.

A session lasts `SESSION_COOKIE_AGE` from when it was last saved, and never past `SESSION_LONGEST` from its beginning.
"""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import CreateError, SessionBase
from django.db import IntegrityError, transaction

from ophold.record import clock
from ophold.record.people.models import Account, Session


def _hashed(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _end(contents: dict[str, Any], now: datetime) -> datetime:
    """When a session saved now ends; the first save is its beginning."""
    began = datetime.fromtimestamp(contents.setdefault("began", int(now.timestamp())), UTC)
    return min(
        now + timedelta(seconds=settings.SESSION_COOKIE_AGE), began + timedelta(seconds=settings.SESSION_LONGEST)
    )


class SessionStore(SessionBase):
    """Django's session, with `account` and the instant it ends beside it."""

    account: Account | None = None
    ends_at: datetime | None = None

    @classmethod
    def get_session_store_class(cls) -> type[SessionStore]:
        return cls

    def load(self) -> dict[str, Any]:
        asked = Session.objects.select_related("account__municipality")
        try:
            row = asked.get(token_hash=_hashed(self.session_key or ""), ends_at__gt=clock.now())
        except Session.DoesNotExist:
            self._session_key = None
            return {}
        self.account, self.ends_at = row.account, row.ends_at
        contents: dict[str, Any] = json.loads(row.contents)
        return contents

    def exists(self, session_key: str) -> bool:
        return Session.objects.filter(token_hash=_hashed(session_key)).exists()

    def create(self) -> None:
        while True:
            self._session_key = self._get_new_session_key()  # type: ignore[attr-defined]
            try:
                self.save(must_create=True)
            except CreateError:
                continue
            self.modified = True
            return

    def save(self, must_create: bool = False) -> None:
        if self.session_key is None:
            return self.create()
        contents = self._get_session(no_load=must_create)  # type: ignore[attr-defined]
        self.ends_at = _end(contents, clock.now())
        row = Session(
            token_hash=_hashed(self.session_key),
            account_id=contents.get(SESSION_KEY),
            contents=json.dumps(contents),
            ends_at=self.ends_at,
        )
        try:
            with transaction.atomic():
                row.save(force_insert=must_create)
        except IntegrityError as taken:
            if must_create:
                raise CreateError from taken
            raise
        return None

    def prolong(self) -> datetime:
        """Ask for it to be saved with the answer; the instant it then ends."""
        self.modified = True
        return _end(self._get_session(), clock.now())  # type: ignore[attr-defined]

    def delete(self, session_key: str | None = None) -> None:
        key = session_key or self.session_key
        if key is not None:
            Session.objects.filter(token_hash=_hashed(key)).delete()

    @classmethod
    def clear_expired(cls) -> None:
        Session.objects.filter(ends_at__lte=clock.now()).delete()
