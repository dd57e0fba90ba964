"""Every page behind sign-in, opened by somebody it is for, also with its form refused: whole, quiet and accessible.

A new page needs a line in `PAGES` (or in `ANSWERS_POSTS_ONLY`); without one the first test fails.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from playwright.sync_api import Page

from ophold.journey.assessment.information.actions import Asked, request_information
from ophold.journey.assessment.information.choices import Ground, Informant
from ophold.journey.complaints.actions import complain, reassess
from ophold.journey.complaints.choices import Outcome as Reassessed
from ophold.journey.decisions.actions import send_hearing
from ophold.journey.decisions.choices import Outcome as Decided
from ophold.journey.decisions.words import HearingWords
from ophold.journey.intake.actions import save_draft
from ophold.journey.intake.steps import STEPS
from ophold.journey.placements.actions import MovingIn, begin_stay
from ophold.journey.placements.choices import AcceptedBy
from ophold.record import clock
from ophold.record.cases import actions as cases
from ophold.record.cases.choices import Channel, PartyRole
from ophold.record.cases.life.actions import annul_case
from ophold.record.cases.models import Case, Party
from ophold.record.letters import sending
from ophold.record.letters.content import plain
from ophold.record.letters.models import Dispatch
from ophold.record.people.choices import Role
from ophold.record.people.emergency import links
from ophold.record.people.models import Account
from ophold.record.standards.actions import save_section
from ophold.site.access_table import routes
from tests import people
from tests.browser.conftest import axe, opened, screenshot
from tests.browser.test_public import PAGES as PUBLIC
from tests.complaints.decided import a_decision, digital_post
from tests.intake.examples import ANSWERS, apply_to, key
from tests.standards.writing import EIGHT_WEEKS, a_draft, niels, signe, typed, write

Be = Callable[[Page, Account], None]

FILES = {"letter-pdf", "my-letter-pdf", "compare-sheet", "compare-json", "draft-yaml"}
FILES |= {"attachment", "my-attachment", "minutes"}
FILES |= {"standard-yaml", "standard-json", "standard-answers", "standard-pdf", "standard-pdf-en"}
FILES |= {"standards-json", "standards-csv", "changes", "changes-of"}
ANSWERS_POSTS_ONLY = {"set-language", "become", "sign-out", "stay-signed-in", "keep-typed"}
ANSWERS_POSTS_ONLY |= {"take-case", "show-cpr", "end-cover", "close-account", "withdraw-consent"}
ANSWERS_POSTS_ONLY |= {"begin-draft", "add-provision", "remove-provision", "keep-theirs"}
REDIRECTS = {"reassess", "standard-in-force", "apply-begin", "provision", "old-address", "old-address-of-part"}
REDIRECTS |= {"guide-answer"}  # without answers; with them: test_guide
ADDRESSES = dict(routes())
LONG = "Ildebrandshåndteringsvejledningsmedarbejderuddannelsesplanlægning" * 3


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What is in the database when a page is opened."""

    dorte: Account
    erik: Account
    case: Case

    @property
    def copy(self) -> int:
        """The copy of the first letter that went out."""
        return Dispatch.objects.get(letter__case=self.case).pk


def _case_page(name: str, *more: object) -> Callable[[World], tuple[Account | None, str]]:
    return lambda world: (world.dorte, reverse(name, args=[world.case.reference, *more]))


def _own(name: str, *arguments: str) -> Callable[[World], tuple[Account | None, str]]:
    return lambda world: (world.erik, reverse(name, args=arguments))


DRAFT_SECTIONS = ("header", "response_deadline", "contact", "ending", "case_steps", "I1")


def _draft(name: str, *more: str, key: str = "ishoej") -> str:
    """A page about a draft in which something was changed."""
    draft = a_draft(key)
    if key == "ishoej":
        write(draft, "response_deadline", EIGHT_WEEKS)
        write(draft, "respite", None, boxes={"state": ["fixed"]})
    return reverse(name, args=[draft.pk, *more] if "<int:number>" in ADDRESSES[name] else [])


def _draft_section(name: str) -> Callable[[World], tuple[Account | None, str]]:
    return lambda world: (niels(), _draft("draft-section", name))


def _two_texts() -> str:
    """Niels saved while Signe wrote."""
    draft = a_draft()
    write(draft, "response_deadline", EIGHT_WEEKS)
    boxes = {"state": ["individual"], "provisions": ["I1"]}
    hers = typed({"state": "individual", "provisions": ["I1"]}, boxes=boxes)
    save_section(draft, "response_deadline", hers, by=signe(), at=people.NOON)
    return reverse("draft-section", args=[draft.pk, "response_deadline"])


PAGES: dict[str, Callable[[World], tuple[Account | None, str]]] = {
    "choose-password": lambda world: (
        None,
        reverse("choose-password", args=[links.token(world.dorte, at=clock.now())]),
    ),
    "work-list": lambda world: (world.dorte, reverse("work-list")),
    "administration": lambda world: (_otto(), reverse("administration")),
    "setting/svarfrist": lambda world: (_otto(), reverse("setting", args=["svarfrist"])),
    "setting/klageadresse": lambda world: (_otto(), reverse("setting", args=["klageadresse"])),
    "staff": lambda world: (_otto(), reverse("staff")),
    "drafts": lambda world: (niels(), _draft("drafts")),
    "import-draft": lambda world: (niels(), _draft("import-draft")),
    "draft": lambda world: (niels(), _draft("draft")),
    "draft-difference": lambda world: (niels(), _draft("draft-difference")),
    "draft-check": lambda world: (niels(), _draft("draft-check")),
    "adopt-draft": lambda world: (niels("hjoerring"), _draft("adopt-draft", key="hjoerring")),
    "withdraw-draft": lambda world: (niels(), _draft("withdraw-draft")),
    **{f"draft-section/{name}": _draft_section(name) for name in DRAFT_SECTIONS},
    "draft-section/two": lambda world: (signe(), _two_texts()),
    "change-role": lambda world: (_otto(), reverse("change-role", args=[world.dorte.pk])),
    "search": lambda world: (world.dorte, reverse("search")),
    "case": _case_page("case"),
    "note": _case_page("note"),
    "next-date": _case_page("next-date"),
    "add-party": _case_page("add-party"),
    "end-party": lambda world: (world.dorte, reverse("end-party", args=[world.case.reference, _party(world.case)])),
    "close-case": _case_page("close-case"),
    "themes": _case_page("themes"),
    "theme": _case_page("theme", "egenomsorg"),
    "theme/unrated": _case_page("theme", "mentale-funktioner"),
    "conclusion": _case_page("conclusion"),
    "information": _case_page("information"),
    "record-consent": _case_page("record-consent"),
    "request-information": _case_page("request-information"),
    "chase-information": lambda world: (world.dorte, _asked(world, "chase-information")),
    "register-information": lambda world: (world.dorte, _asked(world, "register-information")),
    "assess": _case_page("assess"),
    "assess-limb": _case_page("assess-limb", "stk-2-nr-1"),
    "send-hearing": _case_page("send-hearing"),
    "exempt-hearing": _case_page("exempt-hearing"),
    "register-remarks": lambda world: (world.dorte, _in_hearing(world, "register-remarks")),
    "decide": lambda world: (world.dorte, _in_hearing(world, "decide")),
    "hearing-reply": lambda world: (world.erik, _in_hearing(world, "hearing-reply")),
    "letter": _case_page("letter", 1),
    "register-delivery": lambda world: (
        world.dorte,
        reverse("register-delivery", args=[world.case.reference, 1, world.copy]),
    ),
    "retry-letter": lambda world: (
        world.dorte,
        reverse("retry-letter", args=[world.case.reference, 1, world.copy]),
    ),
    "apply-start": _own("apply-start"),
    **{f"apply/{step.slug}": _own("apply", "hjoerring", step.slug) for step in STEPS},
    "apply-summary": _own("apply-summary", "hjoerring"),
    "register": lambda world: (world.dorte, reverse("register")),
    "receipt": lambda world: (world.erik, reverse("receipt", args=[world.case.reference])),
    "notify-delay": _case_page("notify-delay"),
    "correct-received": _case_page("correct-received"),
    "reassign": _case_page("reassign"),
    "register-withdrawal": _case_page("register-withdrawal"),
    "register-death": _case_page("register-death"),
    "register-move": _case_page("register-move"),
    "annul-case": _case_page("annul-case"),
    "correct-party": lambda world: (
        world.dorte,
        reverse("correct-party", args=[world.case.reference, _party(world.case)]),
    ),
    "reopen-case": lambda world: (world.dorte, _annulled(world)),
    "withdraw": lambda world: (world.erik, reverse("withdraw", args=[world.case.reference])),
    "cover": lambda world: (
        people.staff("hanne", "Hanne Holst", key="ballerup", role=Role.TEAM_LEADER),
        reverse("cover"),
    ),
    "move-version": _case_page("move-version"),
    "my-cases": _own("my-cases"),
    "my-application": lambda world: (world.erik, reverse("my-application", args=[world.case.reference])),
    "application": _case_page("application"),
    "my-case": lambda world: (world.erik, reverse("my-case", args=[world.case.reference])),
    "begin-stay": lambda world: (world.dorte, _decided(world, "begin-stay", Decided.GRANT)),
    "hold-follow-up": lambda world: (world.dorte, _decided(world, "hold-follow-up", Decided.GRANT)),
    "register-complaint": lambda world: (world.dorte, _decided(world, "register-complaint")),
    "complaint": lambda world: (world.dorte, _decided(world, "complaint", complained=True)),
    "forward-complaint": lambda world: (world.dorte, _decided(world, "forward-complaint", complained=True)),
    "record-authority": lambda world: (world.dorte, _decided(world, "record-authority", complained=True)),
    "delay-reassessment": lambda world: (world.dorte, _decided(world, "delay-reassessment", complained=True)),
    "decide-anew": lambda world: (world.dorte, _decided(world, "decide-anew", complained=True)),
    "complain": lambda world: (world.erik, _decided(world, "complain")),
    "complaint-receipt": lambda world: (world.erik, _decided(world, "complaint-receipt", complained=True)),
    "my-letter": lambda world: (world.erik, reverse("my-letter", args=[world.case.reference, 1])),
}


def _annulled(world: World) -> str:
    annul_case(world.case, why="To sager om det samme", by=world.dorte, at=people.NOON, act_key=key())
    return reverse("reopen-case", args=[world.case.reference])


def _otto() -> Account:
    return people.staff("otto", "Otto Ottesen", key="ballerup", role=Role.ADMINISTRATOR)


def _in_hearing(world: World, name: str) -> str:
    words = HearingWords(draft="Vi overvejer at give afslag.\n\nDu klarer dig med støtte hjemme.")
    send_hearing(world.case, words=words, by=world.dorte, at=people.NOON, act_key=key())
    return reverse(name, args=[world.case.reference])


def _asked(world: World, name: str) -> str:
    asked = Asked(
        informant=Informant.MEDICAL_CONSULTANT, name="Lægekonsulenten", address="Rådhuset", about="Hvad står der?",
        serves=None, ground=Ground.OWN_ADVISER, consent_id=None, provision="", wanted_by=people.TODAY + timedelta(14),
    )  # fmt: skip
    row = request_information(world.case, asked=asked, by=world.dorte, at=people.NOON, act_key=key())
    assert row is not None
    return reverse(name, args=[world.case.reference, row.pk])


def _party(case: Case) -> int:
    with people.set_up():
        return Party.objects.create(
            municipality=case.municipality, case=case, role=PartyRole.COMPANION, name="Bent B", valid_from=people.TODAY
        ).pk


def _decided(world: World, name: str, outcome: Decided = Decided.REFUSAL, *, complained: bool = False) -> str:
    """A page about a case that is decided, moved into where that is what the page is about, or complained about."""
    case, decision = a_decision(world.dorte, key="ballerup", outcome=outcome)
    digital_post(case, decision, on=people.TODAY)
    if name == "hold-follow-up":
        moving = MovingIn(facility="Solsikken", began_on=people.TODAY, accepted_by=AcceptedBy.CITIZEN)
        begin_stay(case, moving=moving, by=world.dorte, at=people.NOON, act_key=key())
    if complained:
        complain(
            case, decision_id=decision.pk, text="Jeg kan ikke bo alene.", suspension_asked=True,
            by=world.erik, at=people.NOON, act_key=key(),
        )  # fmt: skip
    if name == "decide-anew":
        reassess(
            case, number=1, outcome=Reassessed.CHANGED, reasons="Ny udtalelse",
            by=world.dorte, at=people.NOON, act_key=key(),
        )  # fmt: skip
    return reverse(name, args=[case.reference, 1] if complained else [case.reference])


def _names(patterns: list[URLPattern | URLResolver]) -> Iterator[str]:
    for each in patterns:
        if isinstance(each, URLResolver):
            yield from _names(each.url_patterns)
        elif each.name:
            yield each.name


@pytest.fixture
def world(page: Page) -> World:
    """Erik has applied in Ballerup; Dorte has taken the case, and he has a letter saying when he hears."""
    case = apply_to("ballerup")
    dorte = people.dorte()
    cases.take_case(case, by=dorte, at=people.NOON, act_key=key())
    cases.note_conversation(
        case, text="Erik vil gerne bo tæt på sin mor.", held_on=people.TODAY, channel=Channel.PHONE,
        with_whom="Erik", by=dorte, at=people.NOON, act_key=key(),
    )  # fmt: skip
    save_draft(
        municipality=people.municipality("hjoerring"), told=plain(ANSWERS), reached=5, by=people.erik(), at=people.NOON
    )
    sending.sweep(now=lambda: people.NOON)
    return World(dorte=dorte, erik=people.erik(), case=case)


def test_every_named_page_has_a_run_here() -> None:
    assert set(_names(get_resolver().url_patterns)) - ANSWERS_POSTS_ONLY - REDIRECTS - FILES == {
        name.partition("/")[0] for name in (*PAGES, *PUBLIC)
    }


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_accessible_also_when_its_form_was_refused(page: Page, world: World, be: Be, name: str) -> None:
    who, path = PAGES[name](world)
    if who:
        be(page, who)
    opened(page, path)
    axe(page)
    picture = name.replace("/", "-")
    screenshot(page, picture)
    if page.locator("main details").count():
        page.evaluate("document.querySelectorAll('main details').forEach(each => { each.open = true; })")
        axe(page)
    form = page.locator("main form[method=post]:has(input:not([type=hidden]), textarea, select)").first
    if form.count():
        form.locator("button[type=submit]").last.click()
        page.wait_for_load_state("load")
        axe(page)
        screenshot(page, f"{picture}-errors")
        summary = page.locator("[data-module=error-summary]")
        if summary.count():
            assert page.evaluate("document.activeElement.dataset.module") == "error-summary"


def test_a_long_name_and_a_long_word_do_not_break_the_page(page: Page, be: Be) -> None:
    anna = people.anna()
    citizen = people.a_citizen(name=LONG[:190], digits="6203881235", is_protected=True)
    case = people.a_case(citizen=citizen, caseworker=anna)
    be(page, anna)
    for name, path in (("work-list", reverse("work-list")), ("case", reverse("case", args=[case.reference]))):
        opened(page, path)
        axe(page)
        screenshot(page, f"{name}-long")


def test_an_empty_work_list_says_what_will_be_here(page: Page, be: Be) -> None:
    be(page, people.anna())
    opened(page, reverse("work-list"))
    assert page.get_by_text("Du har ingen åbne sager her").is_visible()
    axe(page)
    screenshot(page, "work-list-empty")
