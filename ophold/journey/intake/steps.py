"""The pages of an application in order, and how its answers read in the summary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms as django_forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ophold.journey.intake import forms
from ophold.journey.intake.answers import Answers

SUMMARY = gettext_lazy("Læs igennem og send")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One page: its place in the address, its heading, and what it asks."""

    slug: str
    title: Promise
    form: type[django_forms.Form]
    lead: Promise | str = ""
    folded: tuple[str, ...] = ()  # fields most people skip, under a heading to unfold


STEPS = (
    Step(
        slug="dig",
        title=gettext_lazy("Hvem du er"),
        form=forms.Who,
        lead=gettext_lazy("Søger du for en anden, så svar om den, der har brug for et sted at bo."),
        folded=("helper_name", "helper_basis", "helper_phone"),
    ),
    Step(slug="behov", title=gettext_lazy("Det, du har brug for"), form=forms.Need),
    Step(slug="bolig", title=gettext_lazy("Din bolig nu"), form=forms.HomeNow),
    Step(
        slug="oplysninger",
        title=gettext_lazy("Hvem vi må spørge"),
        form=forms.MayAsk,
        lead=gettext_lazy("Du behøver ikke svare. Sagsbehandleren kan også spørge dig senere."),
    ),
    Step(slug="sted", title=gettext_lazy("Det, der er vigtigt ved et sted"), form=forms.Place),
    Step(
        slug="papirer",
        title=gettext_lazy("Papirer, du vil vedlægge"),
        form=forms.Papers,
        lead=gettext_lazy("Fx en udtalelse fra din læge eller et brev. Du behøver ikke vedlægge noget."),
    ),
)
_NUMBERS: Mapping[str, int] = {step.slug: number for number, step in enumerate(STEPS)}


def number_of(slug: str) -> int | None:
    """Where in the row a page stands, from 0; None for no page of ours."""
    return _NUMBERS.get(slug)


def initial(answers: Answers, step: Step) -> dict[str, Any]:
    """What a step's form shows of earlier answers."""
    return {name: getattr(answers, name) for name in step.form.base_fields if hasattr(answers, name)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One answer as it reads: the question, the answer in words, and the page where it can be changed."""

    label: str
    value: str
    slug: str


def told(answers: Answers) -> Iterator[tuple[Step, list[Told]]]:
    """Every page with its answers in words; a question that does not apply to this person is left out, and papers."""
    for step in STEPS:
        rows = [
            Told(label=str(field.label), value=_words(field, getattr(answers, name)), slug=step.slug)
            for name, field in step.form.base_fields.items()
            if hasattr(answers, name) and (getattr(answers, name) or not name.startswith("helper_"))
        ]
        if rows:
            yield step, rows


def _words(field: django_forms.Field, value: str | tuple[str, ...]) -> str:
    if not value:
        return _("Ikke besvaret")
    if isinstance(field, django_forms.ChoiceField):
        choices: Any = field.choices
        words = {str(code): str(word) for code, word in choices}
        codes = (value,) if isinstance(value, str) else value
        return "\n".join(words.get(code, code) for code in codes)
    return str(value)
