"""The acts, orders and guidance for a reader: which is in force, how surely we know it, and what rests on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ophold.law.finding import Evidence
from ophold.site import formats
from ophold.standard.acts import Act, Acts, Kind
from ophold.standard.shape import Standard, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedBy:
    """A standard that cites an edition, and where."""

    key: str
    version: str
    name: str
    provisions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One edition as the page shows it; `id` is its permanent address."""

    id: str
    title: str
    number: str  # "LBK 1129 af 22. september 2025"; "" where none was seen
    valid: str  # "" where no day was seen
    evidence: str
    confirmed: bool
    note: str
    replaced_by: str  # "" where it is the newest
    replaced_by_id: str
    rests: tuple[str, ...]  # rules, letters and the rest of the product
    cited_by: tuple[CitedBy, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """One text: its newest edition, and the older ones we know."""

    newest: Edition
    older: tuple[Edition, ...]  # the newest of them first


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Every text of one kind."""

    id: str
    title: str
    families: tuple[Family, ...]


def shelves(acts: Acts, standards: Iterable[Standard]) -> tuple[Shelf, ...]:
    """Everything in the table, by kind, in the table's order."""
    cited = _cited(acts, tuple(standards))
    found = []
    for kind, title in _kinds().items():
        editions: dict[str, list[Edition]] = {}
        for act in acts.every:
            if act.kind is kind:
                editions.setdefault(act.family, []).append(_edition(acts, act, cited.get(act.key, ())))
        families = tuple(Family(newest=each[-1], older=tuple(reversed(each[:-1]))) for each in editions.values())
        found.append(Shelf(id=kind.value, title=title, families=families))
    return tuple(shelf for shelf in found if shelf.families)


def rule_titles() -> dict[str, str]:
    """What each rule in ophold/law that rests on an act is called."""
    return {
        "assessment": _("udredningen"),
        "citizen_date": _("borgerens frister, der flyttes"),
        "committee": _("svar efter et udvalgsmøde"),
        "complaint_window": _("klagefristen"),
        "delay_notice": _("besked om forsinkelse"),
        "delivery": _("hvornår et brev er modtaget"),
        "ending": _("hvornår et ophold slutter"),
        "follow_ups": _("opfølgning"),
        "hearing_deadline": _("svarfristen i en partshøring"),
        "hearing_duty": _("pligten til partshøring"),
        "limbs": _("lovens tre grupper i § 107"),
        "limbs_in_play": _("hvilke grupper der kan komme på tale"),
        "own_date": _("kommunens egne frister"),
        "own_payment": _("hvad man betaler for"),
        "place_choice": _("valg af sted"),
        "reassessment": _("genvurdering"),
        "respite": _("aflastning"),
        "respite_basis": _("grundlaget for aflastning"),
        "response_deadline": _("svarfristen på en ansøgning"),
        "review": _("dagen, hvor en bevilling ses efter"),
    }


def _kinds() -> dict[Kind, str]:
    return {
        Kind.ACT: _("Love"),
        Kind.ORDER: _("Bekendtgørelser"),
        Kind.GUIDANCE: _("Vejledninger og skrivelser"),
        Kind.PRACTICE: _("Praksis og udtalelser"),
        Kind.METHOD: _("Metoder og begreber"),
    }


def _evidence() -> dict[Evidence, str]:
    return {
        Evidence.READ: _("Vi har læst det, vi bruger."),
        Evidence.STATED: _("En myndighed gengiver det. Vi har ikke læst selve teksten."),
        Evidence.RECALLED: _("Kendt efter hukommelsen. Ikke bekræftet."),
        Evidence.INFERRED: _("Udledt af andre kilder. Ikke bekræftet."),
    }


def _edition(acts: Acts, act: Act, cited_by: tuple[CitedBy, ...]) -> Edition:
    successor = acts.by_key(act.replaced_by) if act.replaced_by else None
    return Edition(
        id=act.key,
        title=_text(act.title),
        number=_number(act),
        valid=_valid(act, successor),
        evidence=_evidence()[act.evidence],
        confirmed=act.evidence.confirmed,
        note=_text(act.note) if act.note else "",
        replaced_by=(successor.short if successor.number else _text(successor.title)) if successor else "",
        replaced_by_id=successor.key if successor else "",
        rests=_rests(act),
        cited_by=cited_by,
    )


def _number(act: Act) -> str:
    if not act.number:
        return ""
    if act.of is not None:
        return _("%(number)s af %(day)s") % {"number": act.number, "day": formats.plain_day(act.of)}
    return _("%(number)s fra %(year)s; dagen er ikke set") % {"number": act.number, "year": act.year}


def _valid(act: Act, successor: Act | None) -> str:
    """From when to when, as far as it was seen; empty where no day was."""
    until = act.valid_to or (successor.starts if successor else None)
    if act.starts is None:
        return ""
    first = formats.plain_day(act.starts)
    if until is not None:
        return _("Fra %(first)s til %(last)s") % {"first": first, "last": formats.plain_day(until)}
    return _("Fra %(first)s") % {"first": first}


def _rests(act: Act) -> tuple[str, ...]:
    titles = rule_titles()
    rules = [titles.get(rule, rule) for rule in act.rules]
    return (*rules, *(_text(each) for each in act.letters), *(_text(each) for each in act.used_for))


def _cited(acts: Acts, standards: tuple[Standard, ...]) -> dict[str, tuple[CitedBy, ...]]:
    found: dict[str, tuple[CitedBy, ...]] = {}
    for standard in standards:
        for citation in standard.header.cites:
            act = acts.cited(citation)
            if act is not None:
                by = CitedBy(
                    key=standard.key,
                    version=standard.version,
                    name=standard.header.name,
                    provisions=citation.provisions,
                )
                found[act.key] = (*found.get(act.key, ()), by)
    return found


def _text(text: Text) -> str:
    return text.in_language(formats.language())
