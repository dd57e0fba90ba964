"""The versions that were adopted here, as standards."""

from __future__ import annotations

from functools import lru_cache

from django_scopes import scopes_disabled

from ophold.record.people.models import Municipality
from ophold.record.standards.models import AdoptedVersion
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


def stamps() -> tuple[tuple[str, int, str], ...]:
    """Every municipality that has adopted a version here: (key, id, stamp)."""
    found = Municipality.objects.exclude(standards_stamp="").order_by("key")
    return tuple(found.values_list("key", "pk", "standards_stamp"))
