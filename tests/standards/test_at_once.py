"""Two people at the same moment, each in their own signed-in browser and transaction: nothing either wrote is lost."""

from __future__ import annotations

import pytest
from django.urls import reverse

from ophold.record.standards.actions import AdoptionRefused, standard_of
from ophold.record.standards.models import AdoptedVersion, Draft, Section
from tests.intake.test_at_once import at_once
from tests.people import Browser, signed_in
from tests.standards.writing import EIGHT_WEEKS_TYPED, a_draft, adopt, home, niels, signe


@pytest.fixture
def draft(transactional_db: None) -> Draft:
    return a_draft()


@pytest.fixture
def two(draft: Draft) -> list[Browser]:
    return [signed_in(niels()), signed_in(signe())]


def _save(browser: Browser, draft: Draft, name: str, window: str, **typed: object) -> str:
    posted = {**typed, "revision": "0", "window": window}
    answer = browser.post(reverse("draft-section", args=[draft.pk, name]), posted)
    return str(answer.status_code)


def test_two_sections_saved_at_once_are_both_saved(draft: Draft, two: list[Browser]) -> None:
    names = ["response_deadline", "respite"]
    values = [EIGHT_WEEKS_TYPED, {"state": ["individual"], "provisions": ["I1"]}]
    answers = at_once(lambda each: _save(two[each], draft, names[each], f"w{each}", **values[each]), 2)
    assert answers == ["200", "200"]
    standard = standard_of(draft)
    assert [standard.promises[name].state.value for name in names] == ["fixed", "individual"]


def test_one_section_saved_at_once_keeps_one_text_and_puts_the_other_aside(draft: Draft, two: list[Browser]) -> None:
    texts = [{**EIGHT_WEEKS_TYPED, "value-within-value": [number]} for number in ("6", "8")]
    at_once(lambda each: _save(two[each], draft, "response_deadline", f"w{each}", **texts[each]), 2)
    section = Section.objects.get(draft=draft, name="response_deadline")
    assert section.typed is not None
    (aside,) = section.asides.values()
    kept = {section.typed["value-within-value"][0], aside["boxes"]["value-within-value"][0]}
    assert (kept, section.revision) == ({"6", "8"}, 1)


def test_a_draft_adopted_at_once_is_adopted_once(draft: Draft) -> None:
    def press(_each: int) -> str:
        try:
            return adopt(draft).version
        except AdoptionRefused as refusal:
            return str(refusal)

    said = at_once(press, 3)
    assert AdoptedVersion.objects.count() == 1
    assert said.count("2026-03-02") == 1
    assert sum("Vedtaget" in each for each in said) == 2
    assert home().standards_stamp
