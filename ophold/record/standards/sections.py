"""One section of a draft as a form: its boxes, what was typed in them, and the plain value they make."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from ophold.record.standards import whole
from ophold.record.standards.boxes import Asked, Box, Node, boxes, in_language, of_field, told
from ophold.record.standards.leaves import Words
from ophold.standard import describe
from ophold.standard.matters import MATTERS
from ophold.standard.shape import Document, Header, Promise, Provision, StandardRefused, State, Text

OWN = frozenset({"csrfmiddlewaretoken", "revision", "window", "check", "more", "next"})  # not what is typed
VALUE, DOCUMENT = "value", "document"
# which states a promise's value and document belong to; what stands in the boxes otherwise is kept as typed, not said
HAS_VALUE = frozenset({State.FIXED.value, State.INDIVIDUAL.value})
HAS_DOCUMENT = frozenset({State.ELSEWHERE.value, State.INHERITS_STATUTE.value})


class SectionForm(forms.Form):
    """The boxes of one section; `said` is its plain value once it is valid and makes a whole standard."""

    said: object = None
    trees: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a section's form begins with, and whom it asks whether the whole draft still holds with it."""

    name: str
    held: object  # its plain value
    provisions: Mapping[str, str]  # the draft's provisions, by number, in a few words
    try_whole: Callable[[object], None]  # raises StandardRefused


def typed_in(posted: Any) -> dict[str, list[str]]:
    """Everything that stands in the boxes, as it is kept."""
    return {name: [str(each) for each in values] for name, values in posted.lists() if name not in OWN}


def section_form(contents: Contents, typed: Mapping[str, Any] | None = None) -> SectionForm:
    """The form; with `typed`, what was written is judged, and `said` set where it is right."""
    posted = None if typed is None else MultiValueDict({name: list(values) for name, values in typed.items()})
    if contents.name == whole.HEADER:
        shape: _Shape = _Whole(Header, contents, posted)
    elif whole.is_provision(contents.name):
        shape = _Whole(Provision, contents, posted)
    else:
        shape = _Matter(contents, posted)
    form = SectionForm(posted)
    form.trees = shape.trees
    for tree in form.trees:
        for name, field, shown in tree.fields():
            form.fields[name] = field
            form.initial[name] = shown
    if posted is not None and form.is_valid():
        _judge(form, shape, contents)
    return form


def _judge(form: SectionForm, shape: _Shape, contents: Contents) -> None:
    lacks: list[str] = []
    said = shape.plain(form.cleaned_data, lacks)
    for name in lacks:
        form.add_error(name, _("Skriv eller vælg noget her."))
    if lacks:
        return
    try:
        contents.try_whole(said)
    except StandardRefused as refusal:
        form.add_error(None, str(refusal))
    else:
        form.said = said


class _Shape:
    trees: tuple[Node, ...]

    def plain(self, cleaned: Mapping[str, Any], lacks: list[str]) -> object:
        raise NotImplementedError


class _Whole(_Shape):
    """A header or a provision: the boxes of one dataclass."""

    def __init__(self, kind: type, contents: Contents, posted: Any) -> None:
        self.tree = boxes(kind, contents.held, kind.__name__.lower(), posted=posted, asked=Asked(label=""))
        self.trees = (self.tree,)
        self.kind = kind

    def plain(self, cleaned: Mapping[str, Any], lacks: list[str]) -> object:
        said = self.tree.plain(cleaned, lacks)
        assert isinstance(said, dict)
        if self.kind is Header:  # what a header must have, if only to say that the text does not
            empty: dict[str, object] = dict.fromkeys(
                ("name_evidence", "adopted_on", "valid_from", "committee", "department")
            )
            said = {**empty, "adopted_by": [], "cites": [], **said}
            said["cites"] = [{"number": None, "of": None, **each} for each in said["cites"]]
        return said


class _Matter(_Shape):
    """A matter: what the text does with it, and what belongs to that."""

    def __init__(self, contents: Contents, posted: Any) -> None:
        held: Mapping[str, Any] = contents.held if isinstance(contents.held, Mapping) else {"state": "silent"}
        kind = MATTERS[contents.name].kind
        self.state = _state(held.get("state"))
        self.value = boxes(
            kind, held.get(VALUE), VALUE, posted=posted, asked=Asked(label=of_field(Promise, VALUE).label)
        )
        self.document = boxes(
            Document, held.get(DOCUMENT), DOCUMENT, posted=posted, asked=of_field(Promise, DOCUMENT), optional=True
        )
        self.provisions = _provisions(held.get("provisions"), contents.provisions)
        self.note = boxes(Text, held.get("note"), "note", posted=posted, asked=of_field(Promise, "note"), optional=True)
        self.trees = (self.state, self.value, self.document, self.provisions, self.note)

    def plain(self, cleaned: Mapping[str, Any], lacks: list[str]) -> object:
        state = str(self.state.plain(cleaned, lacks) or "")
        said: dict[str, object] = {"state": state}
        if not state:
            lacks.append("state")
        if state in HAS_VALUE and not (state == State.INDIVIDUAL.value and self.value.says_nothing(cleaned)):
            said[VALUE] = self.value.plain(cleaned, lacks)
        if state in HAS_DOCUMENT:
            said[DOCUMENT] = self.document.plain(cleaned, lacks)
            if said[DOCUMENT] is None and state == State.ELSEWHERE.value:
                lacks.append(f"{DOCUMENT}-name")
        said["provisions"] = self.provisions.plain(cleaned, lacks)
        if not said["provisions"] and state != State.SILENT.value:
            lacks.append("provisions")
        said["note"] = self.note.plain(cleaned, lacks)
        return {name: value for name, value in said.items() if value not in (None, [])}


def _state(held: object) -> Node:
    choices = [(state.value, in_language(describe.choice(state).label)) for state in State]
    asked = of_field(Promise, "state")
    return Box("state", Words(held, choices, one=True), asked)


def _provisions(held: object, known: Mapping[str, str]) -> Node:
    choices = [(name, f"{name} · {text}" if text else name) for name, text in known.items()]
    return Box("provisions", Words(held or [], choices), of_field(Promise, "provisions"))


def titles(names: list[str]) -> Iterator[tuple[str, str]]:
    """Every section's title in the reader's language, by its name."""
    for name in names:
        if name == whole.HEADER:
            yield name, _("Om standarden")
        else:
            yield name, name if whole.is_provision(name) else told(describe.matter(name)).label
