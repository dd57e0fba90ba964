"""The policy officer's pages: who opens them, and what each shows, keeps and refuses."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from ophold.law.promises import ResponsePromise
from ophold.record.cases.standards import installed, standard_in_force
from ophold.record.people.choices import Role
from ophold.record.standards import actions
from ophold.record.standards.models import AdoptedVersion, Draft, Section
from ophold.standard.canonical import canonical_text
from tests import people
from tests.people import TODAY, anna, erik, signed_in, staff
from tests.standards.writing import EIGHT_WEEKS, a_draft, adopt, home, niels, signe, write
from tests.statements import assert_statements

pytestmark = pytest.mark.django_db
TYPED = {
    "state": "fixed", "provisions": ["I1"], "value-within-value": "8", "value-within-unit": "weeks",
    "value-start": "receipt", "revision": "0", "window": "w",
}  # fmt: skip
DRAFT_PAGES = ["draft", "draft-difference", "draft-check", "adopt-draft", "withdraw-draft", "draft-yaml"]


def _section(draft: Draft, name: str = "response_deadline") -> str:
    return reverse("draft-section", args=[draft.pk, name])


def test_signing_in_leads_to_the_drafts() -> None:
    niels()
    answer = people.Browser().post(reverse("become"), {"username": "niels-ishoej"}, follow=True)
    assert answer.redirect_chain[-1][0] == reverse("drafts")
    assert "Kommunens standard" in answer.text


@pytest.mark.parametrize("page", DRAFT_PAGES)
def test_a_draft_opens_for_its_own_policy_officers_only(page: str) -> None:
    draft = a_draft()
    address = reverse(page, args=[draft.pk])
    assert signed_in(niels()).get(address).status_code == 200
    assert signed_in(signe()).get(address).status_code == 200
    leader = staff("lene", "Lene Lund", key="ishoej", role=Role.TEAM_LEADER)
    for other in (niels("lejre"), anna(), erik(), leader):
        assert signed_in(other).get(address).status_code == 404
    assert "/log-ind/" in people.Browser().get(address)["Location"]


@pytest.mark.parametrize(
    "name", ["keep-theirs", "remove-provision", "draft-section", "add-provision", "withdraw-draft"]
)
def test_nobody_else_writes_in_it(name: str) -> None:
    draft = a_draft()
    arguments = [draft.pk] if name in ("add-provision", "withdraw-draft") else [draft.pk, "I1"]
    before = list(Section.objects.values_list("name", "revision", "is_removed"))
    for other in (niels("lejre"), anna(), erik()):
        assert signed_in(other).post(reverse(name, args=arguments), TYPED).status_code == 404
    assert list(Section.objects.values_list("name", "revision", "is_removed")) == before


def test_a_new_draft_begins_from_the_version_in_force_or_from_nothing() -> None:
    browser = signed_in(niels())
    for origin, title in (
        ("version", installed().versions("ishoej")[-1].header.title),
        ("nothing", "serviceloven § 107"),
    ):
        answer = browser.post(reverse("begin-draft"), {"origin": origin}, follow=True)
        assert title in answer.text
    assert [draft.based_on for draft in Draft.objects.order_by("pk")] == ["undated-1", ""]


def test_what_is_written_is_kept_and_shown_again() -> None:
    draft, browser = a_draft(), signed_in(niels())
    answer = browser.post(_section(draft), TYPED)
    assert "Gemt" in answer.text
    again = browser.get(_section(draft)).text
    assert re.search(r'name="value-within-value" value="8"', again)
    assert actions.standard_of(draft).promises["response_deadline"].state.value == "fixed"


def test_what_is_not_whole_is_kept_as_typed_and_told() -> None:
    draft, browser = a_draft(), signed_in(niels())
    answer = browser.post(_section(draft), TYPED | {"value-within-unit": ""})
    assert answer.status_code == 200
    assert "Skriv eller vælg noget her." in answer.text
    assert re.search(r'name="value-within-value" value="8"', browser.get(_section(draft)).text)
    assert "Ikke færdig" in browser.get(reverse("draft", args=[draft.pk])).text


def test_two_who_write_at_once_see_both_texts_and_choose() -> None:
    draft = a_draft()
    signed_in(niels()).post(_section(draft), TYPED)
    hers = signed_in(signe())
    answer = hers.post(_section(draft), TYPED | {"value-within-value": "6", "window": "another"})
    for seen in (answer.text, hers.get(_section(draft)).text):
        assert "To har skrevet i afsnittet" in seen
        assert "8 uger" in seen
        assert re.search(r'name="value-within-value" value="6"', seen)
    assert "6 uger" in answer.text
    assert "Vælg mellem to tekster" in hers.get(reverse("draft", args=[draft.pk])).text
    assert "Vælg mellem" not in signed_in(niels()).get(reverse("draft", args=[draft.pk])).text
    chosen = hers.post(_section(draft), TYPED | {"value-within-value": "6", "revision": "1", "window": "another"})
    assert "To har skrevet" not in chosen.text
    said = actions.standard_of(draft).promises["response_deadline"].value
    assert isinstance(said, ResponsePromise)
    assert said.within.value == 6


def test_one_can_let_ones_own_text_go() -> None:
    draft = a_draft()
    signed_in(niels()).post(_section(draft), TYPED)
    hers = signed_in(signe())
    hers.post(_section(draft), TYPED | {"value-within-value": "6", "window": "another"})
    answer = hers.post(reverse("keep-theirs", args=[draft.pk, "response_deadline"]), follow=True)
    assert "To har skrevet" not in answer.text
    assert re.search(r'name="value-within-value" value="8"', answer.text)


def test_the_checker_speaks_beside_the_section_and_of_the_whole_draft() -> None:
    draft, browser = a_draft(), signed_in(niels())
    before = browser.get(reverse("draft-check", args=[draft.pk])).text
    assert "Mangler" in before
    browser.post(_section(draft), {"state": "silent", "revision": "0", "window": "w"})
    beside = browser.get(_section(draft)).text
    assert 'class="finding-list' in beside
    browser.post(_section(draft), TYPED | {"revision": "1"})
    assert 'class="finding-list' not in browser.get(_section(draft)).text


def test_the_difference_says_what_was_and_what_becomes() -> None:
    draft, browser = a_draft(), signed_in(niels())
    page = reverse("draft-difference", args=[draft.pk])
    assert "siger det samme" in browser.get(page).text
    browser.post(_section(draft), TYPED)
    changed = browser.get(page).text
    assert "<ins>8 uger</ins>" in changed
    assert "Sagsbehandlingsfrist" in changed


def test_a_file_becomes_a_draft_and_the_draft_a_file() -> None:
    text = canonical_text(installed().versions("ishoej")[-1])
    home()
    browser = signed_in(niels())
    answer = browser.post(
        reverse("import-draft"), {"file": SimpleUploadedFile("i.yaml", (text + "# husk\n").encode())}, follow=True
    )
    assert "kommentarer er ikke med" in answer.text
    draft = Draft.objects.get()
    taken = browser.get(reverse("draft-yaml", args=[draft.pk]))
    assert taken.content.decode() == text
    assert taken["Content-Disposition"].endswith('.yaml"')


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "tom"),
        (b"x" * 900_000, "800 kB"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b"a: &a [x]\nb: *a\n", "ankre"),
        (b"schema: 1\n", "header"),
        (canonical_text(installed().versions("lejre")[-1]).encode(), "lejre"),
    ],
)
def test_a_file_that_is_no_standard_of_ours_is_one_clear_refusal(content: bytes, says: str) -> None:
    home()
    answer = signed_in(niels()).post(reverse("import-draft"), {"file": SimpleUploadedFile("x.yaml", content)})
    assert answer.status_code == 200
    assert says in answer.text
    assert not Draft.objects.exists()


def test_a_council_adopts_and_the_next_receipt_promises_the_new_number() -> None:
    draft, browser = a_draft(), signed_in(niels())
    browser.post(_section(draft), TYPED)
    page = reverse("adopt-draft", args=[draft.pk])
    posted = {
        "body": "Byrådet", "adopted_on_0": "2", "adopted_on_1": "3", "adopted_on_2": "2026",
        "valid_from_0": "2", "valid_from_1": "3", "valid_from_2": "2026",
    }  # fmt: skip
    answer = browser.post(page, posted | _reasons(browser.get(page).text), follow=True)
    assert answer.redirect_chain[-1][0] == reverse("drafts")
    version = AdoptedVersion.objects.get()
    assert (version.version, version.recorded_by) == ("2026-03-02", niels())
    assert standard_in_force(home(), TODAY).version == "2026-03-02"
    assert "Kladden er lukket" in browser.get(reverse("draft", args=[draft.pk])).text


def test_a_conflict_with_statute_stops_nothing_but_takes_a_reason() -> None:
    draft = a_draft("hjoerring")  # asks more of the citizen than statute does
    browser = signed_in(niels("hjoerring"))
    page = reverse("adopt-draft", args=[draft.pk])
    reasons = _reasons(browser.get(page).text)
    assert reasons
    posted = {
        "body": "Byrådet", "adopted_on_0": "2", "adopted_on_1": "3", "adopted_on_2": "2026",
        "valid_from_0": "1", "valid_from_1": "4", "valid_from_2": "2026",
    }  # fmt: skip
    assert "Skriv kommunalbestyrelsens grund" in browser.post(page, posted).text
    with pytest.raises(actions.AdoptionRefused, match="mangler en grund"):
        adopt(draft, reasons={})
    assert not AdoptedVersion.objects.exists()
    browser.post(page, posted | reasons)
    kept = AdoptedVersion.objects.get().findings
    assert {each["severity"] for each in kept if each["reason"]} == {"conflict"}


def test_an_open_draft_and_its_sections_cost_few_statements() -> None:
    draft, browser = a_draft(), signed_in(niels())
    browser.get(reverse("draft", args=[draft.pk]))
    with assert_statements(4):
        browser.get(reverse("draft", args=[draft.pk]))
    with assert_statements(5):
        browser.get(_section(draft))


def test_a_closed_draft_shows_its_text_and_takes_nothing() -> None:
    draft, browser = a_draft(), signed_in(niels())
    write(draft, "response_deadline", EIGHT_WEEKS)
    browser.post(reverse("withdraw-draft", args=[draft.pk]))
    answer = browser.post(_section(draft), TYPED)
    assert "Trukket tilbage" in answer.text
    assert ">Gem<" not in browser.get(_section(draft)).text
    assert Section.objects.get(draft=draft, name="response_deadline").revision == 1


def _reasons(page: str) -> dict[str, str]:
    return dict.fromkeys(re.findall(r'name="(reason-\d+)"', page), "Byrådet ønsker at prøve det.")
