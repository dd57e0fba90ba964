"""The request of a page that only somebody signed in reaches."""

from __future__ import annotations

from django.http import HttpRequest

from ophold.record.people.models import Account
from ophold.record.people.sessions import SessionStore


class SignedInRequest(HttpRequest):
    """For views under `login_required`: the user is an account, never anonymous, and the session is ours."""

    user: Account
    session: SessionStore
