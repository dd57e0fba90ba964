"""Forms for hearings and decisions. What a decision lacks is the gate's to say, so most fields may stand empty."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from ophold.journey.decisions.choices import Ground, Outcome, PlanOffer
from ophold.journey.decisions.models import HearingParty
from ophold.journey.decisions.words import DecisionWords, ExemptionWords, HearingWords, RemarkWords
from ophold.record.attachments.forms import WithPapers
from ophold.record.cases.choices import Channel
from ophold.record.cases.forms import LONG, Act
from ophold.record.form_fields import DayField, OpenCharField

YES_NO = (("yes", _("Ja")), ("no", _("Nej")))
DUTY = _(
    "Bygger afgørelsen på oplysninger eller vurderinger udefra, som er til ugunst, har væsentlig betydning, "
    "og som borgeren ikke ved er med i sagen?"
)
STAFF_CHANNELS = (Channel.PHONE, Channel.IN_PERSON, Channel.LETTER, Channel.EMAIL, Channel.DIGITAL_POST)


def _text(label: Any, hint: Any = "", *, required: bool = False) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=LONG,
        required=required,
        widget=forms.Textarea,
    )


def _yes_no(label: Any, hint: Any = "", *, required: bool = False) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        help_text=hint,
        choices=YES_NO,
        required=required,
        widget=forms.RadioSelect,
    )


def _now_seen(form: forms.Form, name: str, number: int) -> None:
    assert isinstance(form.data, QueryDict)
    sent = form.data.copy()
    sent[name] = str(number)
    form.data = sent


def _answer(said: str) -> bool | None:
    return {"yes": True, "no": False}.get(said)


class HearingForm(Act):
    """A draft for a hearing. Where the standard always sends it, statute's question is not asked; where it promises a
    length, a day is chosen only to give more."""

    duty = _yes_no(DUTY, _("Et ja betyder, at loven kræver partshøring."), required=True)
    draft = _text(
        _("Udkast til afgørelse"), _("Skriv til borgeren. Lav en tom linje mellem afsnittene."), required=True
    )
    adverse = _text(
        _("Oplysninger og vurderinger, der taler imod"), _("Skriv dem, så borgeren kan forstå og svare på dem.")
    )
    answer_by = DayField(label=_("Svar senest"))
    drafts_seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)

    def __init__(self, *args: Any, always: bool, length: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if always:
            del self.fields["duty"]
        if length:
            self.fields["answer_by"].required = False
            self.fields["answer_by"].label = _("Giv længere tid end lovet: svar senest")

    def words(self) -> HearingWords:
        """What goes out."""
        said = self.cleaned_data
        return HearingWords(
            draft=said["draft"],
            adverse=said["adverse"],
            duty=_answer(said.get("duty", "")),
            answer_by=said["answer_by"],
            drafts_seen=said["drafts_seen"] or 0,
        )

    def has_now_seen(self, drafts: int) -> None:
        """Whoever sends this form again has had so many sent drafts before them."""
        _now_seen(self, "drafts_seen", drafts)


class ExemptionForm(Act):
    """Why statute's hearing is left out."""

    ground = forms.ChoiceField(
        label=_("Hvilken grund i forvaltningsloven § 19, stk. 2?"), choices=Ground.pairs, widget=forms.RadioSelect
    )
    reason = _text(_("Hvorfor gælder grunden i denne sag?"), required=True)

    def words(self) -> ExemptionWords:
        """The ground and its reason."""
        return ExemptionWords(ground=Ground(self.cleaned_data["ground"]), reason=self.cleaned_data["reason"])


class RemarksForm(WithPapers, Act):
    """What somebody heard said, entered by staff."""

    heard = forms.ChoiceField(label=_("Fra hvem?"), widget=forms.RadioSelect)
    received_on = DayField(label=_("Hvilken dag kom svaret?"))
    channel = forms.ChoiceField(
        label=_("Hvordan kom det?"),
        choices=[(one.value, one.label) for one in STAFF_CHANNELS],
        widget=forms.RadioSelect,
    )
    text = _text(_("Hvad blev sagt eller skrevet?"), _("Skriv så tæt på borgerens egne ord som muligt."))
    finished = forms.BooleanField(
        label=_("Siger selv, at der ikke kommer mere"),
        required=False,
        help_text=_("Sæt kun kryds, hvis personen har sagt det."),
    )

    def __init__(self, *args: Any, rows: list[HearingParty], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        heard = [(str(row.pk), row.party.name if row.party else _("Borgeren")) for row in rows]
        self.fields["heard"].choices = heard  # type: ignore[attr-defined] # a ChoiceField
        if len(heard) == 1:
            self.fields["heard"].initial = heard[0][0]

    def heard_id(self) -> int:
        """Who said it."""
        return int(self.cleaned_data["heard"])

    def words(self) -> RemarkWords:
        """The reply as it came."""
        said = self.cleaned_data
        return RemarkWords(
            texts=((0, said["text"]),),
            finished=said["finished"],
            received_on=said["received_on"],
            channel=Channel(said["channel"]),
        )


class ReplyForm(WithPapers, Act):
    """The citizen's reply: a field for each paragraph of the draft and one for the whole."""

    whole = _text(_("Bemærkninger til det hele"))
    finished = forms.BooleanField(
        label=_("Jeg har ikke mere at tilføje"),
        required=False,
        help_text=_("Så kan kommunen gå videre, før fristen er slut."),
    )

    def __init__(self, *args: Any, paragraphs: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.paragraphs = paragraphs
        for number in range(1, len(paragraphs) + 1):
            self.fields[f"paragraph_{number}"] = _text(_("Din bemærkning til afsnit %(number)s") % {"number": number})

    def words(self, *, on: date, nothing: bool) -> RemarkWords:
        """The reply; `nothing` is the button that says there are no remarks."""
        said = self.cleaned_data
        texts = [(number, said[f"paragraph_{number}"]) for number in range(1, len(self.paragraphs) + 1)]
        return RemarkWords(
            texts=(*texts, (0, said["whole"])),
            finished=said["finished"] or nothing,
            received_on=on,
            channel=Channel.SELF_SERVICE,
        )


class DecisionForm(Act):
    """A decision as it is written."""

    outcome = forms.ChoiceField(
        label=_("Hvad er afgørelsen?"),
        choices=Outcome.pairs,
        widget=forms.RadioSelect,
        help_text=_("Får borgeren mindre, andet eller senere end ansøgt, er det et delvist afslag."),
    )
    applied_for = _text(_("Hvad har borgeren søgt om?"))
    reasons = _text(_("Begrundelse"), _("Skriv til borgeren, resultatet først. Lav en tom linje mellem afsnittene."))
    considerations = _text(_("Hovedhensyn"), _("Hvad har du lagt mest vægt på, hvor loven giver plads til et skøn?"))
    facts = _text(_("Oplysninger, du har lagt vægt på"), _("Én på hver linje, gerne med dato."))
    rules = _text(_("Regler"), _("Én på hver linje."))
    duty = _yes_no(DUTY, _("Et ja betyder, at loven kræver partshøring."))
    duty_reason = _text(_("Hvis nej: hvorfor kræver loven ikke partshøring her?"))
    remarks_weighed = _text(_("Sådan har du vurderet bemærkningerne"), _("Kommer med i brevet."))
    remarks_seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)
    granted = _text(_("Hvad får borgeren?"), _("Kommer med i brevet."))
    place_free = _yes_no(_("Er der en ledig plads?"))
    interim_help = _text(_("Hvis nej: hvilken hjælp får borgeren imens?"))
    next_on = DayField(
        label=_("Næste dato"),
        required=False,
        help_text=_("Den dag opholdet begynder, eller den dag du ser på sagen igen."),
    )
    plan_offer = forms.ChoiceField(
        label=_("Er der tilbudt en handleplan?"), choices=PlanOffer.pairs, required=False, widget=forms.RadioSelect
    )
    facility = OpenCharField(label=_("Botilbud"), max_length=200, required=False)
    facility_accepted_on = DayField(label=_("Hvornår har botilbuddet sagt ja?"), required=False)
    citizen_accepted_on = DayField(label=_("Hvornår har borgeren eller værgen sagt ja til stedet?"), required=False)
    respite_full_days = forms.IntegerField(
        label=_("Aflastning: døgn om året"), min_value=1, max_value=366, required=False
    )
    review_on = DayField(
        label=_("Hvornår ses bevillingen efter?"), required=False, help_text=_("Opholdet stopper ikke af sig selv.")
    )
    follow_up_every_months = forms.IntegerField(
        label=_("Følg op oftere end standarden: mindst hver … måned"), min_value=1, max_value=12, required=False
    )

    def has_now_seen(self, remarks: int) -> None:
        """Whoever sends this form again has had so many remarks before them."""
        _now_seen(self, "remarks_seen", remarks)

    def unreadable(self) -> bool:
        """Whether so much is wrong that no letter can be shown."""
        return not self.is_valid() and bool(self.errors.keys() - {NON_FIELD_ERRORS})

    def words(self) -> DecisionWords:
        """What was written."""
        said = {name: value for name, value in self.cleaned_data.items() if name != "act_key"}
        said |= {name: _answer(said[name]) for name in ("duty", "place_free")}
        said |= {
            "outcome": Outcome(said["outcome"]),
            "plan_offer": PlanOffer(said["plan_offer"]) if said["plan_offer"] else None,
        }
        return DecisionWords(**said | {"remarks_seen": said["remarks_seen"] or 0})
