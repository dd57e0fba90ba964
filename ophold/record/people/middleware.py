"""Who is asking, and which municipality's rows they may meet at all."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.auth import HASH_SESSION_KEY
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare
from django_scopes import scope, scopes_disabled

from ophold.record import clock
from ophold.record.people.models import Account, Citizen


def AccountMiddleware(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Sets `request.user` from the session's own statement and opens the tenant scope for it.

    What somebody signed in was shown is kept by no browser and no proxy: the next person at the desk presses Back.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        account = _signed_in(request)
        request.user = account or AnonymousUser()
        if account is None:
            return get_response(request)
        with scope(municipality=_municipalities(account)):
            response = get_response(request)
        response.headers["Cache-Control"] = "no-store, private"
        return response

    return middleware


def _signed_in(request: HttpRequest) -> Account | None:
    stored_hash = request.session.get(HASH_SESSION_KEY)  # loads the session, and the account with it
    account: Account | None = getattr(request.session, "account", None)
    if account is None or not account.is_active or (account.ends_at and account.ends_at <= clock.now()):
        return None
    if not stored_hash or not constant_time_compare(stored_hash, account.get_session_auth_hash()):
        return None
    return account


def _municipalities(account: Account) -> list[int]:
    """A member of staff has one; a citizen has those where they are known."""
    if account.municipality_id is not None:
        return [account.municipality_id]
    with scopes_disabled():
        return list(Citizen.objects.filter(account=account).values_list("municipality_id", flat=True))
