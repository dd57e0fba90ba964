"""A standard arranged for a reader: what it promises, for whom, what it leaves open, and where that stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from ophold.law.finding import Finding
from ophold.law.promises import Contact, ContactPoint
from ophold.law.statute import Statute
from ophold.site import formats
from ophold.site.promise_words import COMPARED, NUMBERED, headline, in_words, state_words
from ophold.site.standard_findings import NO_FINDINGS, FindingLink, Findings
from ophold.standard.answers import response_deadline
from ophold.standard.matters import MATTERS, promised
from ophold.standard.questions import QUESTIONS
from ophold.standard.resolve import Answers, answers
from ophold.standard.settings import MunicipalitySettings
from ophold.standard.shape import Provision, Standard, State
from ophold.standard.spoken import scope


@dataclass(frozen=True, slots=True, kw_only=True)
class RemarkLine:
    """One remark on a text."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvisionLine:
    """One provision, with the address of its own."""

    id: str
    text: str
    place: str
    remarks: tuple[RemarkLine, ...]
    findings: tuple[FindingLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseLine:
    """One matter in one phrase, and the provisions it rests on."""

    title: str
    words: str
    note: str
    provisions: tuple[str, ...]
    law: tuple[str, ...] = ()  # what statute says where the text leaves the matter open


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Matters that belong together, and their provisions."""

    id: str
    title: str
    provisions: tuple[ProvisionLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardPage:
    """All of it, in reading order."""

    standard: Standard
    covers: str  # the sections a joint standard is for; empty where it is for section 107 alone
    no_deadline: Finding[date] | None  # the answer to "when do I hear?", where the text has no number for it
    numbered: tuple[PromiseLine, ...]
    sections: tuple[Section, ...]
    open: tuple[PromiseLine, ...]
    unsaid: tuple[str, ...]  # matters that neither text nor statute mentions
    contacts: tuple[ContactPoint, ...]
    remarks: tuple[RemarkLine, ...]
    findings: Findings


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonRow:
    """One municipality beside the others."""

    standard: Standard
    cells: tuple[tuple[str, str], ...]  # matter's title and its phrase


def standard_page(
    standard: Standard,
    statute: Statute,
    settings: MunicipalitySettings | None = None,
    *,
    findings: Findings = NO_FINDINGS,
) -> StandardPage:
    """The standard in the reader's language, with statute where the standard leaves out the time to complain."""
    covers, said = scope(standard), answers(standard, statute, settings)
    left = [_open(standard, name, said) for name in MATTERS
            if _is_open(standard, name) and name not in findings.matters]  # fmt: skip
    return StandardPage(
        standard=standard,
        covers=covers.in_language(formats.language()) if covers else "",
        no_deadline=None if headline(standard.promise("response_deadline")) else _deadline(standard, settings),
        numbered=(*(line for name in NUMBERED if (line := _numbered(standard, name))), *_complaint(said)),
        sections=tuple(_sections(standard, findings)),
        open=tuple(line for line in left if line.note or line.law or line.provisions),
        unsaid=tuple(line.title for line in left if not (line.note or line.law or line.provisions)),
        contacts=_contacts(standard),
        remarks=tuple(
            RemarkLine(kind="", text=_text(remark.da, remark.en))
            for remark in standard.header.remarks
            if not findings.says("", remark)
        ),
        findings=findings,
    )


def comparison(standards: list[Standard]) -> list[ComparisonRow]:
    """The promises with a number or a date, side by side."""
    return [
        ComparisonRow(
            standard=standard,
            cells=tuple((title(name), headline(standard.promise(name)) or state_words(standard.promise(name)))
                        for name in COMPARED),
        )
        for standard in standards
    ]  # fmt: skip


def title(matter: str) -> str:
    """A matter's name in the reader's language."""
    return MATTERS[matter].title.in_language(formats.language())


_HANDLING = ("contact", "case_steps", "notices", "committee", "delegation", "hearing", "response_deadline")


def _outline() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    return (
        ("hvem", _("Hvem er det for?"), ("target_group", "assessment", "citizen_conditions", "least_intrusive")),
        ("indhold", _("Hvad får du?"), ("goals", "extent", "respite", "holiday_escort", "exclusions")),
        (
            "sagen",
            _("Hvordan bliver din sag behandlet?"),
            ("contact", "case_steps", "notices", "committee", "delegation", "hearing", "response_deadline"),
        ),
        ("stedet", _("Hvem vælger stedet?"), ("provider_choice", "provider_requirements", "no_vacancy")),
        ("undervejs", _("Hvad sker der undervejs?"), ("follow_up", "grant_length", "ending")),
        ("betaling", _("Hvad betaler du selv?"), ("own_payment",)),
        ("klage", _("Hvordan klager du?"), ("complaint",)),
    )


def _sections(standard: Standard, findings: Findings) -> Iterator[Section]:
    placed: set[str] = set()
    for anchor, heading, matters in _outline():
        mine = [id_ for name in matters for id_ in standard.promise(name).provisions if id_ not in placed]
        ids = list(dict.fromkeys(mine))
        placed.update(ids)
        if ids:
            lines = tuple(_provision(standard, each, findings) for each in ids)
            yield Section(id=anchor, title=heading, provisions=lines)
    rest = [each for each in standard.provisions if each not in placed]
    if rest:
        lines = tuple(_provision(standard, each, findings) for each in rest)
        yield Section(id="formaal", title=_("Formål og grundlag"), provisions=lines)


def _provision(standard: Standard, id_: str, findings: Findings) -> ProvisionLine:
    provision: Provision = standard.provisions[id_]
    return ProvisionLine(
        id=id_,
        text=_text(provision.da, provision.en),
        place=provision.place,
        remarks=tuple(
            RemarkLine(kind=_kinds()[remark.kind.value], text=_text(remark.da, remark.en))
            for remark in provision.remarks
            if not findings.says(id_, remark)
        ),
        findings=findings.links.get(id_, ()),
    )


def _kinds() -> dict[str, str]:
    return {
        "ambiguous": _("Kan læses på flere måder"),
        "contradiction": _("Stemmer ikke med sig selv"),
        "silent": _("Ikke nævnt"),
        "beyond_statute": _("Anderledes end loven"),
        "outdated": _("Forældet henvisning"),
        "copy_error": _("Hører til en anden tekst"),
        "reading": _("Sådan læser vi det"),
    }


def _numbered(standard: Standard, name: str) -> PromiseLine | None:
    promise = standard.promise(name)
    words = headline(promise)
    if not words or (promise.state is not State.FIXED and name != "respite"):
        return None
    return PromiseLine(title=title(name), words=words, note=_note(standard, name), provisions=promise.provisions)


def _is_open(standard: Standard, name: str) -> bool:
    return standard.promise(name).state is not State.FIXED


def _open(standard: Standard, name: str, said: Answers) -> PromiseLine:
    promise, language = standard.promise(name), formats.language()
    asked = [question for question in QUESTIONS.values() if question.matter == name]
    laws = [(question, found) for question in asked if (found := said[question.name].floor) is not None]
    return PromiseLine(
        title=title(name),
        words=state_words(promise),
        note=_note(standard, name),
        provisions=promise.provisions,
        law=tuple(
            f"{'' if question.main else question.title.in_language(language) + ': '}{found.text.in_language(language)}"
            f" ({found.source}{'' if found.source.evidence.confirmed else ', ' + _('ikke bekræftet')})"
            for question, found in laws
        ),
    )


def _complaint(said: Answers) -> Iterator[PromiseLine]:
    """The citizen's time to complain by statute, where the standard does not say it or says less."""
    window = said["complaint_within"].floor
    if window is not None and window.period is not None:
        yield PromiseLine(
            title=_("Klagefrist"),
            words=_("%(period)s til at klage") % {"period": in_words(window.period)},
            note=_("Det siger loven (%(source)s). Kommunens tekst nævner det ikke.") % {"source": window.source}
            if not said["complaint_within"].set_aside
            else _("Det siger loven (%(source)s). Kommunens tekst siger mindre, og det gælder ikke.")
            % {"source": window.source},
            provisions=(),
        )


def _deadline(standard: Standard, settings: MunicipalitySettings | None) -> Finding[date]:
    return response_deadline(standard, received=None, settings=settings)


def _note(standard: Standard, name: str) -> str:
    note = standard.promise(name).note
    return note.in_language(formats.language()) if note else ""


def _contacts(standard: Standard) -> tuple[ContactPoint, ...]:
    contact = promised(standard, Contact).value
    return contact.points if contact else ()


def _text(danish: str, english: str) -> str:
    return english if formats.english() else danish
