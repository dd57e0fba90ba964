"""The authority a complaint lacked has come: whose it is now, and that nothing waited for it."""

from __future__ import annotations

import pytest
from django.http import Http404

from ophold.journey.complaints.actions import AuthorityRefused, record_authority
from ophold.journey.complaints.choices import Complainant
from ophold.journey.complaints.models import Complaint
from ophold.record.cases import access
from ophold.record.cases.acts import NotPossible
from ophold.record.cases.choices import PartyRole
from ophold.record.cases.models import Case, Party
from ophold.record.journal.models import Entry
from ophold.record.people.models import Account
from tests import people
from tests.complaints.test_register_complaint import delivered, enter, words
from tests.people import NOON, TODAY, signed_in


def by_a_neighbour(by: Account) -> Case:
    case, decision = delivered(by)
    enter(case, words(decision, complainant=Complainant.SOMEBODY, name="Nabo Nielsen"), by)
    return case


def representative(
    case: Case, *, role: PartyRole = PartyRole.REPRESENTATIVE, basis: str = "Fuldmagt af i dag"
) -> Party:
    with people.set_up():
        return Party.objects.create(
            municipality=case.municipality, case=case, role=role, name="Nabo Nielsen", basis=basis, valid_from=TODAY
        )


def record(case: Case, party: Party, by: Account) -> None:
    record_authority(case, number=1, party_id=party.pk, by=by, at=NOON, act_key="a")


def test_the_complaint_is_now_the_party_s(anna: Account) -> None:
    case = by_a_neighbour(anna)
    party = representative(case)
    record(case, party, anna)
    complaint = Complaint.objects.get()
    assert (complaint.complainant, complaint.party, complaint.name) == (Complainant.PARTY, party, "")
    assert complaint.authority_missing is False


@pytest.mark.parametrize(("role", "basis"), [(PartyRole.RELATIVE, "Mor"), (PartyRole.REPRESENTATIVE, "")])
def test_refused_for_a_party_without_authority(anna: Account, role: PartyRole, basis: str) -> None:
    case = by_a_neighbour(anna)
    with pytest.raises(AuthorityRefused, match="Tilføj parten"):
        record(case, representative(case, role=role, basis=basis), anna)
    assert Complaint.objects.get().authority_missing


def test_refused_for_another_case_s_party_and_where_none_is_missing(anna: Account) -> None:
    case, other = by_a_neighbour(anna), by_a_neighbour(anna)
    with pytest.raises(AuthorityRefused):
        record(case, representative(other), anna)
    whole, decision = delivered(anna)
    enter(whole, words(decision), anna)
    with pytest.raises(AuthorityRefused, match="ikke mangler"):
        record(whole, representative(whole), anna)


def test_done_twice_is_done_once_and_journalled(anna: Account) -> None:
    case = by_a_neighbour(anna)
    party = representative(case)
    record(case, party, anna)
    record(case, party, anna)
    assert Entry.objects.get(case=case, act="record_authority").facts == {"complaint": 1, "party": party.pk}


def test_the_citizen_may_not_and_another_municipality_finds_no_case(
    anna: Account, erik: Account, dorte: Account
) -> None:
    case = by_a_neighbour(anna)
    with pytest.raises(NotPossible):
        record(case, representative(case), erik)
    with pytest.raises(Http404):
        access.case(dorte, case.reference)


def test_on_the_page_only_those_with_a_basis_can_be_chosen(anna: Account) -> None:
    case = by_a_neighbour(anna)
    party, mother = representative(case), representative(case, role=PartyRole.RELATIVE, basis="")
    browser, address = signed_in(anna), f"/sag/{case.reference}/klage/1/fuldmagt/"
    assert "Registrer fuldmagten" in browser.get(f"/sag/{case.reference}/klage/1/").text
    html = browser.get(address).text
    assert f'value="{party.pk}"' in html
    assert f'value="{mother.pk}"' not in html
    assert browser.post(address, {"act_key": "k", "party_id": party.pk}).status_code == 302
    assert Complaint.objects.get().authority_missing is False
