"""The only way to a draft or an application: a draft by its account, an application by its case."""

from __future__ import annotations

from django.http import Http404

from ophold.journey.intake.models import Application, Draft, DraftPaper
from ophold.record.attachments.tray import Tray
from ophold.record.cases import access as case_access
from ophold.record.people.choices import Role
from ophold.record.people.models import Account


def may_register(account: Account) -> bool:
    """Whether the account may enter an oral or paper application."""
    return account.role in (Role.CASEWORKER, Role.TEAM_LEADER)


def draft(account: Account, key: str) -> Draft | None:
    """The account's own draft in a municipality, if it has begun one."""
    return Draft.objects.filter(account=account, municipality__key=key).first()


def drafts(account: Account) -> list[Draft]:
    """Every draft the account has begun, the latest first."""
    return list(Draft.objects.filter(account=account).select_related("municipality").order_by("-updated_at"))


def tray(found: Draft) -> Tray:
    """Where the papers of a draft lie; it is the account's own as the draft is."""
    whose = {"draft__account": found.account_id}
    return Tray(rows=DraftPaper, place={"draft": found}, whose=whose, municipality=found.municipality)


def application(account: Account, reference: str) -> Application:
    """The application of a case the account may see. Raises Http404, alike whether it is absent or forbidden."""
    found = (
        Application.objects.filter(case__in=case_access.cases(account), case__reference=reference)
        .select_related("case__citizen", "case__municipality", "case__caseworker")
        .prefetch_related("items")
        .first()
    )
    if found is None:
        raise Http404
    return found
