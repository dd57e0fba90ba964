"""A draft is always a whole standard; what two people write at once is never lost; one that is ended stays so."""

from __future__ import annotations

from datetime import date

import pytest

from ophold.record.cases.standards import installed
from ophold.record.journal.models import Entry
from ophold.record.standards import actions, whole
from ophold.record.standards.choices import DraftState, Origin
from ophold.record.standards.models import Draft, Section
from ophold.standard.assemble import standard_from_text
from ophold.standard.canonical import canonical_text
from ophold.standard.matters import MATTERS
from ophold.standard.shape import Standard, State
from tests.people import NOON, TODAY
from tests.standards.writing import EIGHT_WEEKS, a_draft, adopt, home, niels, signe, typed, write

pytestmark = pytest.mark.django_db
STANDARDS = [each for versions in installed().standards.values() for each in versions]


@pytest.mark.parametrize("standard", STANDARDS, ids=lambda each: each.key)
def test_a_file_that_is_imported_and_exported_is_the_same_text(standard: Standard) -> None:
    text = canonical_text(standard)
    key = standard.key
    draft = actions.begin_draft(home(key), standard_from_text(text, "x"), origin=Origin.FILE, by=niels(key), at=NOON)
    assert canonical_text(actions.standard_of(draft)) == text


def test_an_empty_standard_is_silent_on_everything_and_whole() -> None:
    draft = actions.begin_draft(
        home(), whole.empty("ishoej", "Ishøj Kommune"), origin=Origin.NOTHING, by=niels(), at=NOON
    )
    standard = actions.standard_of(draft)
    assert {promise.state for promise in standard.promises.values()} == {State.SILENT}
    assert standard.promises.keys() == MATTERS.keys()


def test_a_draft_from_a_version_no_longer_says_that_it_was_adopted() -> None:
    header = actions.standard_of(a_draft("hjoerring")).header
    assert (header.version, header.adopted_on, header.valid_from, header.adopted_by) == ("undated-1", None, None, ())


def test_another_municipalitys_file_is_refused() -> None:
    foreign = installed().versions("lejre")[-1]
    with pytest.raises(actions.DraftRefused, match="lejre"):
        actions.begin_draft(home(), foreign, origin=Origin.FILE, by=niels(), at=NOON)
    assert not Draft.objects.exists()


def test_a_section_that_is_not_whole_is_kept_as_typed_and_the_last_whole_one_stands() -> None:
    draft = a_draft()
    write(draft, "response_deadline", EIGHT_WEEKS)
    section = write(draft, "response_deadline", None, revision=1, boxes={"value-within-value": ["otte"]})
    assert (section.typed, section.is_whole, section.value) == ({"value-within-value": ["otte"]}, False, EIGHT_WEEKS)
    assert actions.standard_of(draft).promises["response_deadline"].value is not None


def test_two_people_write_in_two_sections_and_both_are_kept() -> None:
    draft = a_draft()
    write(draft, "response_deadline", EIGHT_WEEKS)
    actions.save_section(draft, "respite", typed({"state": "silent"}), by=signe(), at=NOON)
    standard = actions.standard_of(draft)
    assert standard.promises["response_deadline"].state is State.FIXED
    assert standard.promises["respite"].state is State.SILENT


def test_who_saves_a_section_second_overwrites_nothing_and_loses_nothing() -> None:
    draft = a_draft()
    write(draft, "response_deadline", EIGHT_WEEKS)
    hers = typed({"state": "silent"}, boxes={"state": ["silent"]})
    section = actions.save_section(draft, "response_deadline", hers, by=signe(), at=NOON)
    assert (section.value, section.saved_by) == (EIGHT_WEEKS, niels())
    assert section.asides[str(signe().pk)]["boxes"] == {"state": ["silent"]}
    chosen = typed({"state": "silent"}, revision=1, boxes={"state": ["silent"]})
    section = actions.save_section(draft, "response_deadline", chosen, by=signe(), at=NOON)
    assert (section.value, section.asides, section.saved_by) == ({"state": "silent"}, {}, signe())


def test_what_was_put_aside_can_be_let_go_and_the_others_stays() -> None:
    draft = a_draft()
    write(draft, "response_deadline", EIGHT_WEEKS)
    actions.save_section(draft, "response_deadline", typed({"state": "silent"}), by=signe(), at=NOON)
    actions.drop_aside(draft, "response_deadline", by=signe(), at=NOON)
    section = Section.objects.get(draft=draft, name="response_deadline")
    assert (section.value, section.asides) == (EIGHT_WEEKS, {})


def test_the_same_window_that_never_heard_that_it_was_saved_is_not_its_own_rival() -> None:
    draft = a_draft()
    write(draft, "response_deadline", EIGHT_WEEKS, window="w")
    section = write(draft, "response_deadline", {"state": "silent"}, revision=0, window="w")
    assert (section.value, section.revision, section.asides) == ({"state": "silent"}, 2, {})


def test_a_provision_gets_the_next_number_and_counts_once_it_is_written() -> None:
    draft = a_draft()
    last = max(int(name[1:]) for name in actions.standard_of(draft).provisions)
    section = actions.add_provision(draft, by=niels(), at=NOON)
    assert section.name == f"I{last + 1}"
    assert section.name not in actions.standard_of(draft).provisions
    write(draft, section.name, {"place": "afsnit Frister", "da": "Svar på otte uger.", "en": "Answer in eight weeks."})
    assert actions.standard_of(draft).provisions[section.name].da == "Svar på otte uger."


def test_a_provision_a_matter_rests_on_is_not_removed_and_another_can_come_back() -> None:
    draft = a_draft()
    used = actions.standard_of(draft).promises["provider_choice"].provisions[0]
    with pytest.raises(actions.DraftRefused, match=used):
        actions.remove_provision(draft, used, by=niels(), at=NOON)
    assert used in actions.standard_of(draft).provisions
    name = actions.add_provision(draft, by=niels(), at=NOON).name
    write(draft, name, {"place": "p", "da": "d", "en": "e"})
    actions.remove_provision(draft, name, by=niels(), at=NOON)
    assert name not in actions.standard_of(draft).provisions
    actions.remove_provision(draft, name, removed=False, by=niels(), at=NOON)
    assert actions.standard_of(draft).provisions[name].da == "d"


def test_a_text_that_rests_on_what_a_colleague_just_took_out_is_kept_as_typed_and_the_draft_stays_whole() -> None:
    draft = a_draft()
    name = actions.add_provision(draft, by=niels(), at=NOON).name
    write(draft, name, {"place": "p", "da": "d", "en": "e"})
    resting = typed({"state": "individual", "provisions": [name]})  # judged while the provision was still there
    actions.remove_provision(draft, name, by=niels(), at=NOON)
    section = actions.save_section(draft, "respite", resting, by=signe(), at=NOON)
    assert not section.is_whole
    assert actions.standard_of(draft).promises["respite"].state is State.SILENT
    back = write(draft, name, {"place": "p", "da": "d", "en": "e"}, revision=2)
    assert not back.is_removed


def test_a_draft_that_is_withdrawn_takes_nothing_more_and_is_still_there() -> None:
    draft = a_draft()
    actions.withdraw_draft(draft, by=niels(), at=NOON)
    assert Draft.objects.get(pk=draft.pk).state == DraftState.WITHDRAWN
    for refused in (
        lambda: write(draft, "respite", {"state": "silent"}),
        lambda: actions.withdraw_draft(draft, by=niels(), at=NOON),
        lambda: actions.add_provision(draft, by=niels(), at=NOON),
        lambda: adopt(draft),
    ):
        with pytest.raises((actions.DraftRefused, actions.AdoptionRefused), match="Trukket tilbage"):
            refused()
    assert actions.standard_of(draft).key == "ishoej"


def test_every_act_stands_in_the_municipalitys_journal() -> None:
    draft = a_draft()
    write(draft, "respite", {"state": "silent"})
    adopt(draft)
    entries = Entry.objects.filter(municipality=home(), case=None).order_by("number")
    assert [(entry.act, entry.actor) for entry in entries] == [
        (act, niels()) for act in ("begin_draft", "save_section", "adopt_version")
    ]
    assert entries[2].facts["version"] == "2026-03-02"


def test_a_day_that_has_not_come_is_no_day_of_adoption() -> None:
    draft = a_draft()
    with pytest.raises(actions.AdoptionRefused, match="ikke er kommet"):
        adopt(draft, on=date(2026, 3, 3))
    assert Draft.objects.get(pk=draft.pk).state == DraftState.OPEN
    assert date(2026, 3, 3) > TODAY


def test_a_draft_with_an_unfinished_section_is_not_adopted() -> None:
    draft = a_draft()
    write(draft, "respite", None)
    with pytest.raises(actions.AdoptionRefused, match="ikke er skrevet færdigt"):
        adopt(draft)
