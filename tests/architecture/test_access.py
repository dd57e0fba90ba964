"""Every route, as every role, on somebody else's case: 404, or the sign-in page; nothing read, nothing written."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.urls import reverse

from ophold.record.cases.models import Case
from ophold.record.cases.transitions import TRANSITIONS
from ophold.record.journal.models import Entry, ReadEntry
from ophold.record.people.choices import Role
from ophold.record.people.models import Account
from ophold.site.access_table import ROUTES, Row, page, routes
from tests import people
from tests.architecture import tree
from tests.standards.writing import a_draft

ADDRESSES = dict(routes())
ABOUT_A_CASE = [name for name, row in ROUTES.items() if row.about_a_case]
SIGNED_IN = [name for name, row in ROUTES.items() if row.opens]
# What stands in an address beside the case; in a case that is somebody else's it must not matter.
STANDS_IN = {"int": 1, "slug": "x", "str": "x", "uuid": "00000000-0000-0000-0000-000000000000"}

OTHERS_CPR = "6504772345"


def _of(name: str, role: Role) -> Callable[[], Account]:
    return lambda: people.staff(f"{name}-{role}", name, key="hjoerring", role=role)


def eriks_case() -> Case:
    """Erik's case in Hjørring, where Fatma is his guardian."""
    return people.a_case()


def case_in_ballerup() -> Case:
    """Erik's case in another municipality."""
    return people.a_case("ballerup")


def somebody_elses_case() -> Case:
    """Another citizen's case in Hjørring."""
    return people.a_case(citizen=people.a_citizen(digits=OTHERS_CPR, name="Ole Olsen"))


FOREIGN = {
    "a caseworker, another municipality's case": (people.anna, case_in_ballerup),
    "a team leader, another municipality's case": (people.clara, case_in_ballerup),
    "an appeals officer, another municipality's case": (_of("Hans", Role.APPEALS_OFFICER), case_in_ballerup),
    "another municipality's caseworker": (people.dorte, eriks_case),
    "the policy officer": (_of("Inge", Role.POLICY_OFFICER), eriks_case),
    "the administrator": (_of("Jens", Role.ADMINISTRATOR), eriks_case),
    "a citizen, somebody else's case": (people.erik, somebody_elses_case),
    "the guardian, who has no sign-in yet": (people.fatma, eriks_case),
    "a stranger": (people.gert, eriks_case),
}


def _address(name: str, reference: str) -> str:
    words = dict(_parts(ADDRESSES[name]))
    if ADDRESSES[name].startswith("/kommunens-standard/kladde/"):  # a draft of the municipality's own
        words |= {"number": a_draft("hjoerring").pk} | ({"name": "header"} if "name" in words else {})
    return reverse(name, kwargs=words | ({"reference": reference} if "reference" in words else {}))


def _parts(address: str) -> list[tuple[str, object]]:
    return [(word, STANDS_IN[kind or "str"]) for kind, word in re.findall(r"<(?:(\w+):)?(\w+)>", address)]


def test_every_route_has_a_row_and_every_row_a_route() -> None:
    names = [name for name, _ in routes()]
    assert sorted(names) == sorted(set(names)), "a route is there twice"
    assert set(names) - ROUTES.keys() == set(), "add a row to ophold/site/access_table.py"
    assert ROUTES.keys() - set(names) == set()


def test_a_route_about_a_case_says_so_in_its_row() -> None:
    for name, address in ADDRESSES.items():
        assert ROUTES[name].about_a_case == ("<slug:reference>" in address), name
        assert not ROUTES[name].act or ROUTES[name].act in TRANSITIONS, name


def test_the_page_in_the_docs_is_the_table() -> None:
    kept = (tree.ROOT / "docs" / "access.md").read_text(encoding="utf-8")
    assert kept == page(), "run `python -m ophold.site.access_table`"


@pytest.mark.django_db
@pytest.mark.parametrize("who", FOREIGN)
@pytest.mark.parametrize("name", ABOUT_A_CASE)
def test_somebody_elses_case_does_not_exist(name: str, who: str) -> None:
    account, its = FOREIGN[who]
    case, browser = its(), people.signed_in(account())
    before = Entry.objects.count()
    address = _address(name, case.reference)
    answers = [browser.get(address), browser.post(address, {"act_key": "k"})]
    assert {answer.status_code for answer in answers} <= {404, 405}
    assert 404 in {answer.status_code for answer in answers}
    for answer in answers:
        assert case.citizen.name.split()[-1] not in answer.content.decode()
    assert (Entry.objects.count(), ReadEntry.objects.count()) == (before, 0)


@pytest.mark.django_db
@pytest.mark.parametrize("name", SIGNED_IN)
def test_who_is_not_signed_in_is_sent_to_sign_in(name: str, client: people.Browser) -> None:
    address = _address(name, eriks_case().reference)
    for answer in (client.get(address), client.post(address)):
        assert answer.status_code == 302
        assert answer["Location"].startswith(reverse("sign-in"))


@pytest.mark.django_db
@pytest.mark.parametrize("name", ABOUT_A_CASE)
def test_a_page_for_the_other_side_does_not_exist_even_on_ones_own_case(name: str) -> None:
    row = ROUTES[name]
    account = people.anna() if row.opens == {"citizen"} else people.erik()
    if (account.role or "citizen") in row.opens:
        return
    answers = [_ask(method, name, account) for method in ("get", "post")]
    assert set(answers) <= {404, 405}
    assert 404 in answers


@pytest.mark.django_db
@pytest.mark.parametrize("name", [name for name in SIGNED_IN if not ROUTES[name].about_a_case])
def test_a_list_for_others_does_not_exist(name: str) -> None:
    row = ROUTES[name]
    for account in (people.anna(), _of("Inge", Role.POLICY_OFFICER)(), people.erik()):
        expected = {200, 302, 405} if (account.role or "citizen") in row.opens else {404, 405}
        assert _ask("get", name, account) in expected, account


@pytest.mark.django_db
@pytest.mark.parametrize("name", [name for name in ABOUT_A_CASE if len(_parts(ADDRESSES[name])) == 1])
def test_who_may_open_a_page_gets_one(name: str) -> None:
    for account in _openers(ROUTES[name]):
        assert _ask("get", name, account) in {200, 302, 405}, account


@pytest.mark.django_db
@pytest.mark.parametrize("name", [name for name in ABOUT_A_CASE if len(_parts(ADDRESSES[name])) == 1])
def test_looking_at_a_case_is_journalled_once_and_changes_nothing(name: str) -> None:
    for account in _openers(ROUTES[name]):
        case = eriks_case()
        before, read = Entry.objects.count(), ReadEntry.objects.count()
        answer = people.signed_in(account).get(_address(name, case.reference))
        reads = list(ReadEntry.objects.order_by("pk").values_list("account", "references")[read:])
        assert Entry.objects.count() == before
        assert reads == ([(account.pk, [case.reference])] if answer.status_code == 200 else []), account


def _openers(row: Row) -> list[Account]:
    everybody = [people.anna(), people.clara(), _of("Hans", Role.APPEALS_OFFICER)(), people.erik()]
    return [account for account in everybody if (account.role or "citizen") in row.opens]


def _ask(method: str, name: str, account: Account) -> int:
    answer = getattr(people.signed_in(account), method)(_address(name, eriks_case().reference))
    status: int = answer.status_code
    return status
