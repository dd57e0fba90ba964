"""The demonstration: made by the real acts, the same from the same seed, and nobody real in it."""

from __future__ import annotations

import io
from collections import Counter
from datetime import date

import pypdf
import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from pytest_django import Settings

from ophold.record.attachments.checking import checked
from ophold.record.attachments.choices import Kind
from ophold.record.attachments.models import Attachment
from ophold.record.attachments.tray import content_of, name_of
from ophold.record.cases.choices import CaseState
from ophold.record.cases.models import Case, Clock
from ophold.record.journal.models import Entry
from ophold.record.letters.models import Dispatch, FrozenLetter
from ophold.record.people import cpr
from ophold.record.people.models import Account, Citizen
from ophold.record.standards.actions import standard_of
from ophold.record.standards.choices import DraftState
from ophold.record.standards.models import Draft, Section
from ophold.site.demo import papers, population
from ophold.site.demo.cast_cases import HOMES
from ophold.site.demo.plots import PLOTS
from ophold.standard.shape import State

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 20)


@pytest.fixture(autouse=True)
def _few_lives(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(population, "WITH_LETTERS", {True: 6, False: 3})
    monkeypatch.setattr(population, "PLOTS", PLOTS[2:4])


@pytest.fixture(autouse=True)
def _a_folder_of_its_own(settings: Settings, tmp_path: object) -> None:
    settings.VAR = tmp_path


def make() -> None:
    call_command("municipalities", verbosity=0)
    call_command("demo", "--open", "10", "--closed", "21", "--today", TODAY.isoformat(), verbosity=0)


def content() -> list[object]:
    """Everything that does not depend on keys or the order of the clock."""
    cases = Case.objects.order_by("reference").values_list(
        "reference", "citizen__name", "state", "received_on", "next_on", "caseworker__username"
    )
    entries = Entry.objects.order_by("case__reference", "number").values_list("case__reference", "number", "act", "at")
    clocks = Clock.objects.order_by("case__reference", "pk").values_list("case__reference", "kind", "due_on", "ended")
    words = [cpr.unseal_cpr(sealed) for sealed in Citizen.objects.order_by("pk").values_list("cpr_sealed", flat=True)]
    return [*cases, *entries, *clocks, *words]


def test_the_same_seed_gives_the_same_content() -> None:
    found = []
    for _time in range(2):
        with transaction.atomic():
            make()
            found.append(content())
            transaction.set_rollback(True)
    assert len(found[0]) > 100
    assert found[0] == found[1]


def test_it_is_whole_with_papers_and_a_draft_nobody_in_it_is_real_and_a_second_time_changes_nothing() -> None:
    """One demonstration looked at from every side, because making it takes seconds."""
    make()
    _is_whole()
    _nobody_is_real()
    _the_cast_has_papers()
    _the_policy_officer_is_in_the_middle_of_a_draft()
    _a_second_time_changes_nothing()


def _is_whole() -> None:
    call_command("journal_verify", verbosity=0)
    opened, closed = Case.objects.exclude(state=CaseState.CLOSED), Case.objects.filter(state=CaseState.CLOSED)
    assert opened.count() + closed.count() == 10 + 21 + len(HOMES)  # and one for each of the cast's citizens
    assert opened.count() >= 8
    assert closed.count() >= 21
    assert not Case.objects.filter(state=CaseState.CLOSED, closed_on__gt=TODAY).exists()
    assert Entry.objects.filter(at__date__gt=TODAY).count() == 0
    with_bytes = Dispatch.objects.filter(frozen__isnull=False)
    assert with_bytes.values("letter__case").distinct().count() == 6 + 3 + len(HOMES)
    assert FrozenLetter.objects.count() == with_bytes.exclude(sent_at=None).count()
    assert not Dispatch.objects.filter(sent_at=None).exists()


def _nobody_is_real() -> None:
    for sealed in Citizen.objects.values_list("cpr_sealed", flat=True):
        assert int(cpr.unseal_cpr(sealed)[:2]) > 60


def test_so_many_cases_with_most_of_them_in_one_municipality() -> None:
    call_command("municipalities", verbosity=0)
    call_command("demo", "--cases", "60", "--today", TODAY.isoformat(), verbosity=0)
    call_command("journal_verify", verbosity=0)
    held = Counter(Case.objects.filter(citizen__account=None).values_list("municipality__key", flat=True))
    assert held.total() == 60
    assert held.most_common(1) == [("ballerup", 24)]  # 42 % of the 6 open, and of the 54 closed


def _a_second_time_changes_nothing() -> None:
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


def test_a_wrong_number_is_refused_and_help_is_given(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(CommandError, match="”-3” er ikke et antal"):
        call_command("demo", "--cases", "-3")
    with pytest.raises(SystemExit):
        call_command("demo", "--help")
    assert "42 %" in capsys.readouterr().out


def _the_cast_has_papers() -> None:
    """To fetch, and such as anybody could have attached."""
    found = list(Attachment.objects.select_related("case__citizen"))
    assert {row.case.citizen.name for row in found} == {"Erik Eriksen", "Omar Olesen"}
    for row in found:
        assert name_of(row) == papers.NAME
        paper = checked(name_of(row), content_of(row))
        assert paper.kind == Kind.PDF
        assert "opdigtede" in pypdf.PdfReader(io.BytesIO(paper.content)).pages[0].extract_text()


def _the_policy_officer_is_in_the_middle_of_a_draft() -> None:
    draft = Draft.objects.select_related("begun_by").get()
    assert draft.begun_by is not None
    assert (draft.begun_by.username, draft.state) == ("niels", DraftState.OPEN)
    sections = Section.objects.filter(draft=draft, revision=1).order_by("place")
    assert list(sections.values_list("name", "is_whole")) == [("response_deadline", True), ("respite", False)]
    assert standard_of(draft).promises["response_deadline"].state is State.FIXED
