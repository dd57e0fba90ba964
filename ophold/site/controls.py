"""What a template needs to draw one Django form field; the drawing itself is in `dkfds/form.html`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _

from ophold.record.attachments.tray import Line

KINDS = {
    "textarea": "textarea",
    "select": "select",
    "radioselect": "radios",
    "checkboxselectmultiple": "checkboxes",
    "checkbox": "checkbox",
    "day": "day",
    "severalfiles": "papers",
}
SHOWN_ATTRIBUTES = ("maxlength", "inputmode", "accept", "multiple", "spellcheck", "min", "max", "step")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One radio button, check box or option."""

    id: str
    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One of the three boxes of a day."""

    kind: str  # "day", "month" or "year"
    id: str
    name: str
    label: str
    value: str
    length: int
    autocomplete: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """A form field, ready to be drawn."""

    kind: str  # an input type, or "textarea", "select", "radios", "checkboxes", "checkbox", "day", "papers", "hidden"
    id: str
    name: str
    label: str
    hint: str
    errors: tuple[str, ...]
    required: bool
    value: str
    autocomplete: str | None
    choices: tuple[Choice, ...]
    parts: tuple[Part, ...]
    attributes: tuple[tuple[str, str], ...]
    papers: tuple[Line, ...]  # what waits to be sent with the form

    @property
    def hint_id(self) -> str:
        """The id of the hint."""
        return f"{self.id}-hint"

    @property
    def error_id(self) -> str:
        """The id of the error message."""
        return f"{self.id}-error"

    @property
    def described_by(self) -> str:
        """The ids that explain the control to a screen reader."""
        ids = [self.hint_id] if self.hint else []
        return " ".join([*ids, self.error_id] if self.errors else ids)


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorLink:
    """One line of the error summary; no address where the error belongs to the whole form."""

    text: str
    href: str


def control(bound: BoundField, autocomplete: str | None = None) -> Control:
    """Everything about a bound field, read once."""
    widget = bound.field.widget
    value = bound.value()
    kind = _kind(bound)
    shown = {name: widget.attrs[name] for name in SHOWN_ATTRIBUTES if widget.attrs.get(name) not in (None, False)}
    return Control(
        kind=kind,
        id=str(bound.id_for_label or bound.auto_id) if kind != "day" else str(bound.auto_id),
        name=bound.html_name,
        label=str(bound.label),
        hint=str(bound.help_text),
        errors=tuple(str(error) for error in bound.errors),
        required=bound.field.required,
        value=_text(widget, value, kind),
        autocomplete=autocomplete or widget.attrs.get("autocomplete"),
        choices=tuple(_choices(bound, value)) if kind in ("select", "radios", "checkboxes") else (),
        parts=_parts(bound, value) if kind == "day" else (),
        attributes=tuple((name, name if held is True else str(held)) for name, held in shown.items()),
        papers=tuple(getattr(bound.form, "held", ())) if kind == "papers" else (),
    )


def error_links(form: forms.BaseForm) -> tuple[ErrorLink, ...]:
    """The errors of a form in the order of its fields, each leading to its field."""
    links = [ErrorLink(text=str(error), href="") for error in form.non_field_errors()]
    for bound in form:
        if bound.errors:
            links += [
                ErrorLink(text=f"{_named(bound)} {error}", href=f"#{_first_input(bound)}") for error in bound.errors
            ]
    return tuple(links)


def _named(bound: BoundField) -> str:
    label = str(bound.label)
    return label if label.endswith(("?", ":", ".")) else f"{label}:"


def _kind(bound: BoundField) -> str:
    if bound.is_hidden:
        return "hidden"
    widget_type = bound.widget_type
    return KINDS.get(widget_type) or str(getattr(bound.field.widget, "input_type", None) or "text")


def _text(widget: forms.Widget, value: Any, kind: str) -> str:
    if kind == "checkbox":
        return "on" if value else ""
    if kind in ("select", "radios", "checkboxes", "day", "file", "papers", "password"):
        return ""
    formatted = widget.format_value(value)
    return "" if formatted is None else str(formatted)


def _choices(bound: BoundField, value: Any) -> Iterator[Choice]:
    several = value if isinstance(value, list | tuple | set) else ["" if value is None else value]
    held = {str(one) for one in several}
    options: Any = bound.field.choices  # type: ignore[attr-defined] # only fields with choices come here
    for index, (code, label) in enumerate(options):
        yield Choice(id=f"{bound.auto_id}_{index}", value=str(code), label=str(label), chosen=str(code) in held)


def _parts(bound: BoundField, value: Any) -> tuple[Part, ...]:
    boxes = bound.field.widget.decompress(value) if not isinstance(value, list | tuple) else value
    labels = (("day", _("Dag"), 2, "day"), ("month", _("Måned"), 2, "month"), ("year", _("År"), 4, "year"))
    birth = bound.field.widget.attrs.get("autocomplete") == "bday"
    return tuple(
        Part(
            kind=kind,
            id=f"{bound.auto_id}_{index}",
            name=f"{bound.html_name}_{index}",
            label=label,
            value=str(boxes[index] or ""),
            length=length,
            autocomplete=f"bday-{word}" if birth else "",
        )
        for index, (kind, label, length, word) in enumerate(labels)
    )


def _first_input(bound: BoundField) -> str:
    return f"{bound.auto_id}_0" if _kind(bound) in ("day", "radios", "checkboxes") else str(bound.auto_id)
