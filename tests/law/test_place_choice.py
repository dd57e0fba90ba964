from __future__ import annotations

import pytest

from ophold.law.place_choice import place_choice
from ophold.law.promises import ProviderChoice
from tests.law.table import both_languages, standard, texts


@pytest.mark.parametrize(
    ("free", "chosen"),
    [(None, False), (False, False), (True, True)],
)
def test_a_standard_can_give_the_free_choice_that_statute_does_not(free: bool | None, chosen: bool) -> None:
    finding = place_choice(ProviderChoice(free_choice=free), standard("X1"))
    assert finding.value is chosen
    assert ("Loven giver ikke frit valg" in texts(finding)) is not chosen
    assert both_languages(finding)


def test_nobody_moves_without_saying_yes_whatever_the_standard_says() -> None:
    for choice in (None, ProviderChoice(free_choice=False), ProviderChoice(free_choice=True)):
        assert "uden selv at sige ja" in texts(place_choice(choice, standard("X1")))


def test_a_silent_standard_leaves_the_wish() -> None:
    finding = place_choice(None, standard(""))
    assert "siger intet om valg" in texts(finding)
    assert "et ønske kan altid siges" in texts(finding)


def test_what_a_standard_weighs_is_told() -> None:
    weighed = ProviderChoice(
        free_choice=False,
        wish_weighed=True,
        together_with_citizen=True,
        cheapest_of_equally_suited=True,
        grant_names_facility=True,
    )
    said = place_choice(weighed, standard("X1"))
    assert sum(reason.source.provision == "X1" for reason in said.because) == 5
    assert both_languages(said)
