from __future__ import annotations

from ophold.law.ending import ending, no_grounds
from ophold.law.finding import Status
from ophold.law.promises import EndingGrounds
from tests.law.table import both_languages, standard, texts

WORDS = {
    "goals_met": ("målene er nået", "the goals are met"),
    "own_home": ("egen bolig er mulig", "a home is possible"),
}


def test_each_ground_is_a_sentence_and_its_facts_must_all_hold() -> None:
    grounds = EndingGrounds(grounds=(("goals_met", "own_home"), ("own_home",)))
    finding = ending(grounds, standard("F8"), WORDS)
    assert finding.value == grounds.grounds
    assert finding.because[0].text == "Opholdet slutter, når målene er nået og egen bolig er mulig."
    assert finding.because[1].text_en == "The stay ends when a home is possible."
    assert both_languages(finding)


def test_a_text_that_says_may_is_told_as_may() -> None:
    finding = ending(EndingGrounds(grounds=(("goals_met",),), may=True), standard("B10"), WORDS)
    assert finding.because[0].text == "Opholdet kan slutte, når målene er nået."


def test_no_stay_ends_of_itself() -> None:
    for finding in (no_grounds(standard("")), ending(EndingGrounds(grounds=(("goals_met",),)), standard("X1"), WORDS)):
        assert "ved en ny afgørelse" in texts(finding)
        assert both_languages(finding)
    assert no_grounds(standard("")).status is Status.SILENT
