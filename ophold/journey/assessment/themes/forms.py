"""The form of a theme, made from KL's sub-themes, and the form of the conclusion."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms import BoundField
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from ophold.journey.assessment.themes import codes
from ophold.journey.assessment.themes.actions import ConclusionWords, ThemeWords
from ophold.journey.assessment.themes.codes import Theme
from ophold.journey.assessment.themes.models import Conclusion, ThemeFinding
from ophold.record.cases.forms import LONG, Act


class Versioned(Act):
    """A form that knows which version its writer has read."""

    based_on = forms.IntegerField(widget=forms.HiddenInput, min_value=0, initial=0)

    def now_based_on(self, version: int) -> None:
        """Whoever saves this form again has seen the newer version."""
        assert isinstance(self.data, QueryDict)
        sent = self.data.copy()
        sent["based_on"] = str(version)
        self.data = sent

    def keys(self) -> dict[str, Any]:
        """What makes saving safe: the version it was based on, and the key of the act."""
        return {name: self.cleaned_data[name] for name in ("based_on", "act_key")}


class ThemeForm(Versioned):
    """How the citizen and the caseworker see a theme; a level or a tick for each sub-theme."""

    citizen_view = forms.CharField(
        label=_("Hvordan ser borgeren det selv?"),
        max_length=LONG,
        required=False,
        widget=forms.Textarea,
        help_text=_("Med borgerens egne ord."),
    )
    caseworker_view = forms.CharField(
        label=_("Hvordan ser du det?"), max_length=LONG, required=False, widget=forms.Textarea
    )
    source = forms.CharField(
        label=_("Hvor ved du det fra?"),
        max_length=300,
        required=False,
        help_text=_("Fx en samtale 3. marts eller en udtalelse fra egen læge."),
    )

    def __init__(self, *args: object, theme: Theme, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type] # handed on to Django as it came
        self.theme = theme
        if theme.rated:
            for sub in theme.sub_themes:
                self.fields[sub.code] = forms.ChoiceField(
                    label=sub.term,
                    choices=[(level.value, _short(level)) for level in codes.LEVELS],
                    widget=forms.RadioSelect,
                    initial="-",
                    error_messages={"required": _("Vælg et niveau, eller vælg ”ikke vurderet”.")},
                )
        else:
            self.fields["matters"] = forms.MultipleChoiceField(
                label=_("Hvad har betydning i denne sag?"),
                choices=[(sub.code, sub.term) for sub in theme.sub_themes],
                widget=forms.CheckboxSelectMultiple,
                required=False,
                help_text=_("Her sættes intet niveau. Sæt kryds ved det, der betyder noget."),
            )

    def levels(self) -> Iterator[BoundField]:
        """The fields of the rated sub-themes, in KL's order."""
        return (self[sub.code] for sub in self.theme.sub_themes) if self.theme.rated else iter(())

    def words(self) -> ThemeWords:
        """What was found."""
        told = {name: self.cleaned_data[name] for name in ("citizen_view", "caseworker_view", "source")}
        levels = {sub.code: self.cleaned_data[sub.code] for sub in self.theme.sub_themes} if self.theme.rated else {}
        said = any(told.values()) or any(level != "-" for level in levels.values())
        return ThemeWords(
            theme=self.theme, levels=levels if said else {}, matters=self.cleaned_data.get("matters", ()), **told
        )


class ConclusionForm(Versioned):
    """The support need, why, which other help was considered, and the target groups."""

    need = forms.ChoiceField(
        label=_("Hvor stort er støttebehovet samlet set?"),
        choices=codes.need_pairs,
        widget=forms.RadioSelect,
    )
    why = forms.CharField(
        label=_("Hvad er din samlede vurdering?"),
        max_length=LONG,
        widget=forms.Textarea,
        help_text=_("Teksten står ved siden af, når du vurderer § 107 og skriver afgørelsen."),
    )
    alternatives = forms.CharField(
        label=_("Hvilken anden hjælp har du overvejet, og hvorfor rækker den eller ikke?"),
        max_length=LONG,
        required=False,
        widget=forms.Textarea,
        help_text=_("Fx støtte i eget hjem, § 85, eller en almen handicapbolig."),
    )
    primary = forms.ChoiceField(label=_("Hvilken målgruppe er den primære?"))
    others = forms.MultipleChoiceField(label=_("Andre målgrupper"), required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type] # handed on to Django as it came
        pairs = [(group.code, f"{group.heading}: {group.term}") for group in codes.TARGET_GROUPS]
        self.fields["primary"].choices = [("", _("Vælg en")), *pairs]  # type: ignore[attr-defined]
        self.fields["others"].choices = pairs  # type: ignore[attr-defined]

    def words(self) -> ConclusionWords:
        """What the themes come to."""
        told = {name: self.cleaned_data[name] for name in ("need", "why", "alternatives", "primary")}
        return ConclusionWords(**told, others=tuple(dict.fromkeys(self.cleaned_data["others"])))


def starting_theme(found: ThemeFinding | None) -> dict[str, object]:
    """What the form shows at first: the newest version, if there is one."""
    if found is None:
        return {"based_on": 0}
    ratings = {row.sub_theme: row.level for row in found.ratings.all()}
    return {
        "based_on": found.version,
        "citizen_view": found.citizen_view,
        "caseworker_view": found.caseworker_view,
        "source": found.source,
        "matters": [code for code, level in ratings.items() if not level],
    } | {code: level for code, level in ratings.items() if level}


def starting_conclusion(found: Conclusion | None) -> dict[str, object]:
    """What the form shows at first."""
    if found is None:
        return {"based_on": 0}
    groups = list(found.groups.all())
    return {
        "based_on": found.version,
        "need": found.need,
        "why": found.why,
        "alternatives": found.alternatives,
        "primary": next((row.group for row in groups if row.is_primary), ""),
        "others": [row.group for row in groups if not row.is_primary],
    }


def _short(level: codes.Level) -> str:
    return level.term if level.value == "-" else f"{level.value} · {level.term}"
