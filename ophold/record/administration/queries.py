"""What was changed here, in the order it takes effect."""

from __future__ import annotations

from datetime import date

from django.db.models import Q
from django_scopes import scopes_disabled

from ophold.record.administration.choices import AT_ONCE
from ophold.record.administration.models import SettingChange
from ophold.standard.settings import Change


def changes_on(municipality_id: int, on: date) -> tuple[Change, ...]:
    """The changes that hold on a day, oldest first; an address holds whatever the day.

    Met outside the tenant's scope: a citizen who applies for the first time is not yet known in the municipality, and
    nothing here is about a person.
    """
    with scopes_disabled():
        rows = SettingChange.objects.filter(
            Q(valid_from__lte=on) | Q(what__in=AT_ONCE), municipality_id=municipality_id
        ).order_by("valid_from", "pk")
        return tuple(
            Change(what=what, value=value, valid_from=valid_from, source=source)
            for what, value, valid_from, source in rows.values_list("what", "value", "valid_from", "source")
        )


def entered(municipality_id: int) -> list[SettingChange]:
    """Everything entered here, the newest first, with who entered it."""
    found = SettingChange.objects.filter(municipality_id=municipality_id).select_related("entered_by")
    return list(found.order_by("-valid_from", "-pk"))
