"""Writing a draft, and recording that a council adopted it; each stands in the municipality's own journal chain.

Every act locks the municipality first: what two people do at the same moment happens in turn.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import uuid4

from django.utils.translation import gettext as _

from ophold.record.acting import acting
from ophold.record.cases.acts import Refused
from ophold.record.cases.standards import catalogue_of
from ophold.record.journal.actions import write_municipal
from ophold.record.people.models import Account, Municipality
from ophold.record.standards import findings, whole
from ophold.record.standards.boxes import in_language
from ophold.record.standards.choices import DraftState, Origin
from ophold.record.standards.models import AdoptedVersion, Draft, Minutes, Section
from ophold.standard.assemble import standard_from_text
from ophold.standard.canonical import canonical_text
from ophold.standard.shape import Standard, StandardRefused


class DraftRefused(Refused):
    """A draft was not begun, written in or withdrawn."""


class AdoptionRefused(Refused):
    """A version was not adopted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What somebody has in the window: the boxes as typed, their value if they are whole, and what it began from."""

    boxes: Mapping[str, object]
    value: object | None  # None: something in the boxes is not right yet
    revision: int  # how often the section was saved when the window opened
    window: str  # the window's own key


@dataclass(frozen=True, slots=True, kw_only=True)
class Adoption:
    """Who adopted, when, and from when it applies."""

    body: str
    adopted_on: date
    valid_from: date
    reasons: Mapping[str, str] = field(default_factory=dict)  # for each conflict with statute, by `findings.key_of`
    minutes: bytes | None = None  # a PDF, already looked into (`ophold.record.attachments.checking`)
    minutes_public: bool = False


def begin_draft(
    home: Municipality, standard: Standard, *, origin: Origin, based_on: str = "", by: Account | None, at: datetime
) -> Draft:
    """A new draft, whole from the first moment. Raises DraftRefused."""
    if standard.key != home.key:
        raise DraftRefused(
            _("Kladden blev ikke begyndt, fordi teksten hører til ”%(key)s”. Ret key i filen, eller vælg en anden fil.")
            % {"key": standard.key}
        )
    with acting("begin_draft"):
        draft = Draft.objects.create(municipality=home, origin=origin, based_on=based_on, begun_by=by, begun_at=at)
        sections = enumerate(whole.sections_of(standard))
        Section.objects.bulk_create(
            Section(municipality=home, draft=draft, name=name, place=place, value=value, saved_by=by, saved_at=at)
            for place, (name, value) in sections
        )
        facts = {"draft": draft.pk, "origin": origin.value, "based_on": based_on}
        write_municipal(home, act="begin_draft", by=by, at=at, facts=facts)
    return draft


def save_section(draft: Draft, name: str, typed: Typed, *, by: Account, at: datetime) -> Section:
    """What is typed in a section, kept whether it is whole or not.

    Where somebody else saved the section meanwhile, nothing of theirs is overwritten: this text is put aside under the
    writer's own name until they have seen both (`asides`). Raises DraftRefused.
    """
    with acting("save_section"):
        _open(draft)
        section = Section.objects.filter(draft=draft, name=name).first()
        if section is None:
            raise DraftRefused(_("Afsnittet blev ikke gemt, fordi det ikke findes i kladden. Gå tilbage til kladden."))
        if section.revision != typed.revision and section.written_in != typed.window:
            section.asides[str(by.pk)] = {"boxes": dict(typed.boxes), "at": at.isoformat()}
            section.save(update_fields=["asides"])
            return section
        said = typed.value if _holds(draft, name, typed.value) else None
        section.typed, section.is_whole, section.is_removed = dict(typed.boxes), said is not None, False
        section.value = section.value if said is None else said
        section.revision, section.written_in = section.revision + 1, typed.window
        section.saved_by, section.saved_at = by, at
        section.asides.pop(str(by.pk), None)
        section.save()
        facts = {"draft": draft.pk, "section": name, "revision": section.revision}
        write_municipal(draft.municipality, act="save_section", by=by, at=at, facts=facts)
    return section


def _holds(draft: Draft, name: str, value: object) -> bool:
    """Whether the draft is whole with this value in it now; a colleague may have taken out what it rests on."""
    if value is None:
        return False
    others = Section.objects.filter(draft=draft, is_removed=False).exclude(name=name).order_by("place")
    try:
        whole.standard_of_sections([*others.values_list("name", "value"), (name, value)])
    except StandardRefused:
        return False
    return True


def drop_aside(draft: Draft, name: str, *, by: Account, at: datetime) -> None:
    """The other's text is kept, and one's own that was put aside is let go. Raises DraftRefused."""
    with acting("drop_aside"):
        _open(draft)
        section = Section.objects.get(draft=draft, name=name)
        if section.asides.pop(str(by.pk), None) is not None:
            section.save(update_fields=["asides"])
            facts = {"draft": draft.pk, "section": name}
            write_municipal(draft.municipality, act="drop_aside", by=by, at=at, facts=facts)


def add_provision(draft: Draft, *, by: Account, at: datetime) -> Section:
    """A provision with the next free number, to be written; it counts once it is whole. Raises DraftRefused."""
    with acting("add_provision"):
        _open(draft)
        sections = list(Section.objects.filter(draft=draft).values_list("name", "place"))
        section = Section.objects.create(
            municipality=draft.municipality,
            draft=draft,
            name=whole.next_provision([name for name, _place in sections]),
            place=max(place for _name, place in sections) + 1,
            is_whole=False,
            saved_by=by,
            saved_at=at,
        )
        facts = {"draft": draft.pk, "section": section.name}
        write_municipal(draft.municipality, act="add_provision", by=by, at=at, facts=facts)
    return section


def remove_provision(draft: Draft, name: str, *, removed: bool = True, by: Account, at: datetime) -> None:
    """Leave a provision out, or take it back in; its text is kept. Raises DraftRefused."""
    with acting("remove_provision"):
        _open(draft)
        section = Section.objects.filter(draft=draft, name=name).first()
        if section is None or not whole.is_provision(name):
            raise DraftRefused(_("Bestemmelsen blev ikke fjernet, fordi den ikke findes i kladden."))
        section.is_removed, section.revision = removed, section.revision + 1
        section.saved_by, section.saved_at = by, at
        section.save()
        try:
            standard_of(draft)
        except StandardRefused as refusal:
            raise DraftRefused(
                _("%(name)s blev ikke fjernet, fordi et emne henviser til den. Ret emnet først.") % {"name": name}
            ) from refusal
        facts = {"draft": draft.pk, "section": name, "removed": removed}
        write_municipal(draft.municipality, act="remove_provision", by=by, at=at, facts=facts)


def withdraw_draft(draft: Draft, *, by: Account, at: datetime) -> None:
    """Nobody writes in it any more; it can still be read and exported. Raises DraftRefused."""
    with acting("withdraw_draft"):
        _close(_open(draft), DraftState.WITHDRAWN, by, at)
        write_municipal(draft.municipality, act="withdraw_draft", by=by, at=at, facts={"draft": draft.pk})


def adopt_version(
    draft: Draft,
    adoption: Adoption,
    *,
    by: Account,
    at: datetime,
) -> AdoptedVersion:
    """The draft as the council adopted it, from now on a version like any other; it is never changed again.

    A conflict with statute stops nothing: the council decides, and its reason is kept and published beside the finding.
    Raises AdoptionRefused.
    """
    if adoption.adopted_on > at.date():
        raise AdoptionRefused(
            _("Udgaven blev ikke skrevet ind, fordi dagen for vedtagelsen ikke er kommet. Vælg i dag eller før.")
        )
    with acting("adopt_version"):
        held = _open(draft, AdoptionRefused)
        standard, found = _to_adopt(held, adoption, at.date())
        text = canonical_text(standard)
        assert standard_from_text(text, standard.version_key) == standard, "what is kept is what was written"
        adopted = AdoptedVersion.objects.create(
            municipality=held.municipality,
            draft=held,
            version=standard.version,
            canonical=text,
            fingerprint=hashlib.sha256(text.encode()).hexdigest(),
            adopted_on=adoption.adopted_on,
            valid_from=adoption.valid_from,
            findings=found,
            recorded_by=by,
            recorded_at=at,
        )
        _keep_minutes(adopted, adoption)
        _close(held, DraftState.ADOPTED, by, at)
        Municipality.objects.filter(pk=held.municipality_id).update(standards_stamp=uuid4().hex)
        facts = {"draft": held.pk, "version": adopted.version, "fingerprint": adopted.fingerprint}
        write_municipal(held.municipality, act="adopt_version", by=by, at=at, facts=facts)
    return adopted


def _close(draft: Draft, state: DraftState, by: Account, at: datetime) -> None:
    draft.state, draft.ended_by, draft.ended_at = state, by, at
    draft.save()


def _keep_minutes(adopted: AdoptedVersion, adoption: Adoption) -> None:
    if adoption.minutes is not None:
        Minutes.objects.create(
            municipality=adopted.municipality,
            adopted=adopted,
            content=adoption.minutes,
            sha256=hashlib.sha256(adoption.minutes).hexdigest(),
            is_public=adoption.minutes_public,
        )


def _to_adopt(draft: Draft, adoption: Adoption, on: date) -> tuple[Standard, list[dict[str, object]]]:
    """The standard with its adoption in it, and what the checker finds, with reasons. Raises AdoptionRefused."""
    unfinished = Section.objects.filter(draft=draft, is_whole=False, is_removed=False).order_by("place")
    if names := list(unfinished.values_list("name", flat=True)):
        raise AdoptionRefused(
            _("Udgaven blev ikke skrevet ind, fordi %(count)s afsnit ikke er skrevet færdigt. Ret dem først.")
            % {"count": len(names)}
        )
    try:
        written = standard_of(draft)
    except StandardRefused as refusal:
        raise AdoptionRefused(str(refusal)) from refusal
    taken = {each.version for each in catalogue_of(draft.municipality).standards.get(written.key, ())}
    standard = whole.as_adopted(
        written,
        version=whole.version_name(adoption.adopted_on, taken),
        by=adoption.body,
        on=adoption.adopted_on,
        valid_from=adoption.valid_from,
    )
    found = findings.checked(standard, draft.municipality, on)
    if missing := findings.without_reason(found, adoption.reasons):
        raise AdoptionRefused(
            _("Udgaven blev ikke skrevet ind, fordi en uenighed med loven mangler en grund: %(text)s Skriv grunden.")
            % {"text": in_language(missing[0].text)}
        )
    return standard, findings.kept(found, adoption.reasons)


def standard_of(draft: Draft) -> Standard:
    """The whole standard a draft is now, each section as it last was whole. Raises StandardRefused."""
    rows = Section.objects.filter(draft=draft, is_removed=False).order_by("place")
    return whole.standard_of_sections(rows.values_list("name", "value"))


def _open(draft: Draft, refused: type[Refused] = DraftRefused) -> Draft:
    """The draft, its municipality locked before it. Raises when it is no longer open."""
    Municipality.objects.select_for_update().get(pk=draft.municipality_id)
    held = Draft.objects.select_related("municipality").get(pk=draft.pk)
    if held.state != DraftState.OPEN:
        raise refused(
            _("Der blev ikke gemt noget, fordi kladden er ”%(state)s”. Begynd en ny kladde fra den udgave, der gælder.")
            % {"state": held.get_state_display()}
        )
    return held
