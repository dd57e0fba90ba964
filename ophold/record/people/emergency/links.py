"""A link with which the holder chooses a password, once. Nothing is stored: it is signed, and bound to the password
the account has now, so that using it, renewing it or closing the account makes it worthless.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.core import signing
from django.utils.crypto import constant_time_compare, salted_hmac

from ophold.record.people.models import Account

VALID_FOR = timedelta(days=2)
_SALT = "ophold emergency link"


def token(account: Account, *, at: datetime) -> str:
    """What stands in the link."""
    said = {"account": account.pk, "until": int((at + VALID_FOR).timestamp()), "bound": _bound(account)}
    return signing.dumps(said, salt=_SALT)


def account_of(token: str, *, at: datetime) -> Account | None:
    """Whose link it is; None when it is not ours, too old, used, or its account has ended."""
    try:
        said = signing.loads(token, salt=_SALT)
    except signing.BadSignature:
        return None
    account = Account.objects.filter(pk=said["account"], is_active=True).select_related("municipality").first()
    if account is None or said["until"] < at.timestamp() or (account.ends_at and account.ends_at <= at):
        return None
    return account if constant_time_compare(said["bound"], _bound(account)) else None


def _bound(account: Account) -> str:
    return salted_hmac(_SALT, account.password, algorithm="sha256").hexdigest()[:32]
