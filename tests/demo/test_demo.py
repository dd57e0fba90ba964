"""The demonstration: made by the real acts, the same from the same seed, and nobody real in it."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from pytest_django import Settings

from ophold.record.cases.choices import CaseState
from ophold.record.cases.models import Case, Clock
from ophold.record.journal.models import Entry
from ophold.record.letters.models import Dispatch, FrozenLetter
from ophold.record.people import cpr
from ophold.record.people.models import Account, Citizen

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 20)


@pytest.fixture(autouse=True)
def _a_folder_of_its_own(settings: Settings, tmp_path: object) -> None:
    settings.VAR = tmp_path


def make() -> None:
    call_command("municipalities", verbosity=0)
    call_command("demo", "--open", "10", "--closed", "5", "--today", TODAY.isoformat(), verbosity=0)


def content() -> list[tuple[object, ...]]:
    """Everything that does not depend on keys or the order of the clock."""
    cases = Case.objects.order_by("reference").values_list(
        "reference", "citizen__name", "state", "received_on", "next_on", "caseworker__username"
    )
    entries = Entry.objects.order_by("case__reference", "number").values_list("case__reference", "number", "act", "at")
    clocks = Clock.objects.order_by("case__reference", "pk").values_list("case__reference", "kind", "due_on", "ended")
    return [*cases, *entries, *clocks]


def test_the_same_seed_gives_the_same_content() -> None:
    found = []
    for _time in range(2):
        with transaction.atomic():
            make()
            found.append(content())
            transaction.set_rollback(True)
    assert len(found[0]) > 100
    assert found[0] == found[1]


def test_it_is_whole() -> None:
    make()
    call_command("journal_verify", verbosity=0)
    assert Case.objects.exclude(state=CaseState.CLOSED).count() >= 8
    assert Case.objects.filter(state=CaseState.CLOSED).count() >= 5
    assert not Case.objects.filter(state=CaseState.CLOSED, closed_on__gt=TODAY).exists()
    assert Entry.objects.filter(at__date__gt=TODAY).count() == 0
    assert FrozenLetter.objects.count() == Dispatch.objects.exclude(sent_at=None).count() > 20


def test_nobody_in_it_is_real() -> None:
    make()
    for sealed in Citizen.objects.values_list("cpr_sealed", flat=True):
        assert int(cpr.unseal_cpr(sealed)[:2]) > 60


def test_a_second_time_changes_nothing() -> None:
    make()
    before = content()
    call_command("demo", "--if-empty", verbosity=0)
    with pytest.raises(CommandError, match="der allerede er en"):
        call_command("demo")
    assert content() == before


def test_outside_demo_mode_it_is_refused(settings: Settings) -> None:
    settings.DEMO = False
    with pytest.raises(CommandError, match="OPHOLD_DEMO"):
        call_command("demo")
    assert not Account.objects.exists()
