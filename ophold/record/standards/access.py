"""The only way to a municipality's drafts: for its policy officers."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.db.models import F, QuerySet
from django.http import Http404

from ophold.record.people.choices import Role
from ophold.record.people.models import Account, Municipality
from ophold.record.standards import queries
from ophold.record.standards.models import AdoptedVersion, Draft, Minutes, Section


def home(account: Account) -> Municipality:
    """The municipality whose standard an account writes. Raises Http404."""
    if account.role != Role.POLICY_OFFICER or account.municipality is None:
        raise Http404
    return account.municipality


def drafts(account: Account) -> QuerySet[Draft]:
    """Every draft of it, the newest first. Raises Http404."""
    found = Draft.objects.filter(municipality=home(account)).select_related("municipality", "begun_by", "ended_by")
    return found.order_by("-pk")


def draft(account: Account, number: int) -> Draft:
    """One of them. Raises Http404, alike whether it is absent or another municipality's."""
    found = drafts(account).filter(pk=number).first()
    if found is None:
        raise Http404
    return found


def section(account: Account, number: int, name: str) -> Section:
    """A section of one of them. Raises Http404."""
    found = Section.objects.filter(draft=draft(account, number), name=name).select_related("saved_by").first()
    if found is None:
        raise Http404
    return found


def minutes(account: Account | AnonymousUser, key: str, version: str) -> Minutes:
    """The minutes of a version: everybody's where they are public, else its own policy officers'. Raises Http404."""
    found = queries.minutes(key, version)
    if found is None:
        raise Http404
    if not found.is_public and (isinstance(account, AnonymousUser) or home(account).pk != found.municipality_id):
        raise Http404
    return found


def versions(account: Account) -> QuerySet[AdoptedVersion]:
    """The versions adopted here, the newest first. Raises Http404."""
    found = AdoptedVersion.objects.filter(municipality=home(account)).select_related("recorded_by")
    return found.annotate(with_minutes=F("minutes__pk")).order_by("-pk")
