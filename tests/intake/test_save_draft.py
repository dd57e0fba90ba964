"""A draft is the citizen's own: one in each municipality, sealed, and nobody else's."""

from __future__ import annotations

from ophold.journey.intake import access
from ophold.journey.intake.actions import save_draft
from ophold.journey.intake.answers import unsealed
from ophold.journey.intake.models import DRAFT_CONTEXT, Draft
from ophold.record.people.models import Account
from tests import people
from tests.intake.examples import ANSWERS


def save(by: Account, **changes: str) -> Draft:
    told = {"need": ANSWERS.need, "place": ANSWERS.place} | changes
    return save_draft(municipality=people.municipality("ballerup"), told=told, reached=1, by=by, at=people.NOON)


def test_what_another_page_was_told_stays(erik: Account) -> None:
    save(erik)
    save_draft(municipality=people.municipality("ballerup"), told={"home": "own"}, reached=3, by=erik, at=people.NOON)
    kept = unsealed(bytes(Draft.objects.get().answers_sealed), DRAFT_CONTEXT)
    assert (kept.need, kept.home) == (ANSWERS.need, "own")


def test_saving_again_keeps_one_draft_with_the_latest_words(erik: Account) -> None:
    save(erik)
    save(erik, need="Noget andet.")
    assert unsealed(bytes(Draft.objects.get().answers_sealed), DRAFT_CONTEXT).need == "Noget andet."


def test_the_words_are_sealed(erik: Account) -> None:
    assert b"overskue" not in bytes(save(erik).answers_sealed)


def test_a_draft_is_found_by_its_own_account_alone(erik: Account, gert: Account) -> None:
    save(erik)
    assert access.draft(erik, "ballerup") is not None
    assert access.draft(erik, "lejre") is None
    assert access.draft(gert, "ballerup") is None
