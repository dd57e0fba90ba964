"""Sessions in the database, read together with the account in one statement; the stored key is a hash of the cookie."""

from __future__ import annotations

import hashlib
import json
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import CreateError, SessionBase
from django.db import IntegrityError, transaction

from ophold.record import clock
from ophold.record.people.models import Account, Session


def _hashed(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


class SessionStore(SessionBase):
    """Django's session, with `account` beside it."""

    account: Account | None = None

    @classmethod
    def get_session_store_class(cls) -> type[SessionStore]:
        return cls

    def load(self) -> dict[str, Any]:
        row = (
            Session.objects.filter(token_hash=_hashed(self.session_key or ""), ends_at__gt=clock.now())
            .select_related("account__municipality")
            .first()
        )
        if row is None:
            self._session_key = None
            return {}
        self.account = row.account
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
        row = Session(
            token_hash=_hashed(self.session_key),
            account_id=contents.get(SESSION_KEY),
            contents=json.dumps(contents),
            ends_at=clock.now() + timedelta(seconds=settings.SESSION_COOKIE_AGE),
        )
        try:
            with transaction.atomic():
                row.save(force_insert=must_create)
        except IntegrityError as taken:
            if must_create:
                raise CreateError from taken
            raise
        return None

    def delete(self, session_key: str | None = None) -> None:
        key = session_key or self.session_key
        if key is not None:
            Session.objects.filter(token_hash=_hashed(key)).delete()

    @classmethod
    def clear_expired(cls) -> None:
        Session.objects.filter(ends_at__lte=clock.now()).delete()
