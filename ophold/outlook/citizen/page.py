"""What the citizen's own page shows, gathered in few statements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from ophold.law.calendar import COPENHAGEN
from ophold.law.promises import ComplaintRoute
from ophold.outlook.citizen.words import HAPPENED, until, waits
from ophold.record.attachments import queries as attachments
from ophold.record.cases.choices import CaseState, ClockKind, WaitsOn
from ophold.record.cases.facts import read
from ophold.record.cases.models import Case, Clock, Party
from ophold.record.cases.queries import parties_on
from ophold.record.cases.standards import settings_of, standard_of
from ophold.record.journal.models import Entry
from ophold.record.letters import queries as letters_room
from ophold.record.letters.choices import Kind
from ophold.standard.matters import promised
from ophold.standard.settings import Sender
from ophold.standard.shape import StandardRefused

EVENTS = 50
DECIDED = frozenset({CaseState.GRANTED, CaseState.REFUSED, CaseState.STAYING, CaseState.CLOSED})
_STANDING = {
    CaseState.RECEIVED: 0,
    CaseState.ASSESSING: 1,
    CaseState.HEARING: 2,
    CaseState.GRANTED: 3,
    CaseState.REFUSED: 3,
    CaseState.STAYING: 4,
    CaseState.CLOSED: 5,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ToDo:
    """Something the citizen must or can do now, until a day."""

    text: str
    verb: str
    href: str
    until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLine:
    """A letter the citizen was sent, or a paper the citizen handed in."""

    title: str
    on: date
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened, as a sentence."""

    at: datetime
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPage:
    """Everything on the page."""

    case: Case
    waits: str
    until: date | None
    until_word: str
    passed: bool
    guide: list[dict[str, object]]
    to_do: list[ToDo]
    clocks: list[Clock]
    letters: list[PaperLine]
    papers: list[PaperLine]  # the citizen's own
    events: list[Event]
    parties: list[Party]
    sender: Sender
    conduct_to: str
    complain: str
    no_window: bool  # decided, and the complaint window has not started
    may_complain: bool  # the window stands open now


def own_page(case: Case, *, on: date) -> OwnPage:
    """The page for a case already fetched through access."""
    clocks = list(Clock.objects.filter(case=case, closed_on=None).order_by("due_on", "pk"))
    kind = case.next_kind or next((clock.kind for clock in clocks), "")
    ours = case.waits_on == WaitsOn.MUNICIPALITY
    letters, papers = _letters_and_papers(case)
    return OwnPage(
        case=case,
        waits=waits(case.state, kind, case.next_on is not None, case.waits_on),
        until=case.next_on,
        until_word=until(kind),
        passed=ours and case.next_on is not None and case.next_on < on,
        guide=guide(case),
        to_do=_to_do(case, clocks),
        clocks=[clock for clock in clocks if clock.kind != ClockKind.NEXT_STEP],
        letters=letters,
        papers=papers,
        events=_events(case),
        parties=parties_on(case, on),
        sender=settings_of(case.municipality).sender,
        conduct_to=_conduct_to(case),
        may_complain=any(clock.kind == ClockKind.COMPLAINT_WINDOW for clock in clocks),
        complain=_href("complain", case.reference) if case.state in DECIDED else "",
        no_window=case.state in DECIDED and not any(clock.kind == ClockKind.COMPLAINT_WINDOW for clock in clocks),
    )


def guide(case: Case) -> list[dict[str, object]]:
    """The steps of a case with the present one."""
    steps = [
        _("Ansøgningen er modtaget"),
        _("Kommunen undersøger sagen"),
        _("Du kan svare på et udkast"),
        _("Afgørelse"),
    ]
    if case.state in (CaseState.GRANTED, CaseState.STAYING, CaseState.CLOSED):
        steps.append(_("Ophold"))
    standing = _STANDING[CaseState(case.state)]
    return [
        {
            "text": text,
            "href": None if at else _href("receipt", case.reference),
            "state": "current" if at == standing else "done" if at < standing else "ahead",
        }
        for at, text in enumerate(steps)
    ]


def _to_do(case: Case, clocks: list[Clock]) -> list[ToDo]:
    return [
        ToDo(
            text=_("Læs kommunens udkast til afgørelse, og svar, hvis du har bemærkninger."),
            verb=_("Svar på partshøringen"),
            href=_href("hearing-reply", case.reference),
            until=clock.due_on,
        )
        for clock in clocks
        if clock.kind == ClockKind.HEARING and clock.waits_on == WaitsOn.CITIZEN
    ]


def _letters_and_papers(case: Case) -> tuple[list[PaperLine], list[PaperLine]]:
    """The newest first; a letter to a guardian in the citizen's stead is not theirs to open."""
    sent: list[PaperLine] = []
    handed_in: list[PaperLine] = []
    for fact in reversed(read((letters_room.own_facts(case), attachments.own_facts(case)))):
        assert fact.on is not None  # both have a day
        if fact.kind == "letter":
            href = _href("my-letter", case.reference, fact.id)
            sent.append(PaperLine(title=str(Kind(fact.label).label), on=fact.on, href=href))
        else:
            href = _href("my-attachment", case.reference, fact.id)
            handed_in.append(PaperLine(title=attachments.opened(fact.label), on=fact.on, href=href))
    return sent, handed_in


def _events(case: Case) -> list[Event]:
    told = Entry.objects.filter(case=case, act__in=list(HAPPENED)).order_by("-number").values_list("at", "act")
    each = [(at, str(HAPPENED[act])) for at, act in told[:EVENTS]]
    once_a_day = {(at.astimezone(COPENHAGEN).date(), sentence): at for at, sentence in reversed(each)}
    return [Event(at=at, sentence=sentence) for (_on, sentence), at in reversed(once_a_day.items())]


def _conduct_to(case: Case) -> str:
    """Who takes complaints about the handling of the case, where the standard says."""
    try:
        route = promised(standard_of(case), ComplaintRoute).value
    except StandardRefused:
        return ""
    return route.conduct_to if route else ""


def _href(name: str, *args: object) -> str:
    """Empty for a page that this installation does not have."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""
