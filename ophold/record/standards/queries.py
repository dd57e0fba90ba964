"""The versions that were adopted here, as standards, and what was recorded with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from django_scopes import scopes_disabled

from ophold.record.people.models import Municipality
from ophold.record.standards.models import AdoptedVersion, Minutes
from ophold.standard.assemble import standard_from_text
from ophold.standard.shape import Standard


@lru_cache(maxsize=1024)
def adopted(municipality_id: int, stamp: str) -> tuple[Standard, ...]:
    """A municipality's adopted versions; `stamp` is another one after every adoption, whichever process made it.

    Met outside the tenant's scope: a standard is public, and nothing in it is about a person.
    """
    with scopes_disabled():
        rows = AdoptedVersion.objects.filter(municipality_id=municipality_id).order_by("pk")
        return tuple(standard_from_text(text, name) for name, text in rows.values_list("version", "canonical"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """What was recorded with an adoption and is public: the council's reasons, and whether its minutes are."""

    reasons: Mapping[str, str]  # by `findings.key_of`
    has_minutes: bool


def recorded(key: str, version: str) -> Recorded | None:
    """What stands beside a version; None where it lies as a file. Met outside the tenant's scope: it is public."""
    with scopes_disabled():
        rows = AdoptedVersion.objects.filter(municipality__key=key, version=version)
        row = rows.values_list("findings", "minutes__is_public").first()
    if row is None:
        return None
    findings, public = row
    reasons = {place(each["code"], each["provision"], each["matter"]): each["reason"] for each in findings}
    return Recorded(reasons={name: reason for name, reason in reasons.items() if reason}, has_minutes=bool(public))


def minutes(key: str, version: str) -> Minutes | None:
    """The minutes of the meeting, public or not; who may have them is `access.minutes`."""
    with scopes_disabled():
        return Minutes.objects.filter(adopted__municipality__key=key, adopted__version=version).first()


def place(code: str, provision: str, matter: str) -> str:
    """What a reason is given to: the same rule in the same place."""
    return f"{code}.{provision or '-'}.{matter}"


def stamps() -> tuple[tuple[str, int, str], ...]:
    """Every municipality that has adopted a version here: (key, id, stamp)."""
    found = Municipality.objects.exclude(standards_stamp="").order_by("key")
    return tuple(found.values_list("key", "pk", "standards_stamp"))
