"""A Django form field drawn as dkfds draws it."""

from __future__ import annotations

from datetime import date

import pytest
from django import forms
from django.template import engines
from django.utils.translation import override

from ophold.record.form_fields import ActKeyField, DayField


class Everything(forms.Form):
    """One field of each kind."""

    name = forms.CharField(label="Navn", help_text="Som i passet", max_length=20)
    story = forms.CharField(label="Fortæl", widget=forms.Textarea, required=False)
    town = forms.ChoiceField(label="By", choices=[("a", "Aarhus"), ("b", "Ballerup")])
    way = forms.ChoiceField(label="Måde", choices=[("x", "Brev"), ("y", "Post")], widget=forms.RadioSelect)
    help_with = forms.MultipleChoiceField(
        label="Hjælp", choices=[("m", "Mad"), ("p", "Penge")], widget=forms.CheckboxSelectMultiple, required=False
    )
    agreed = forms.BooleanField(label="Enig", required=False)
    moved_on = DayField(label="Indflyttet")
    act_key = ActKeyField()


def drawn(form: forms.Form) -> str:
    template = engines["jinja2"].from_string(
        '{% from "dkfds/form.html" import fields %}{% from "dkfds/error_summary.html" import error_summary %}'
        "{{ error_summary(form) }}{{ fields(form) }}"
    )
    with override("da"):
        return str(template.render({"form": form}))


def test_every_kind_of_field_is_drawn_with_its_label() -> None:
    html = drawn(Everything(initial={"town": "b", "moved_on": date(2026, 3, 2), "help_with": ["p"]}))
    assert '<label class="form-label" for="id_name">Navn</label>' in html
    assert 'aria-describedby="id_name-hint"' in html
    assert '<span class="weight-normal"> (frivilligt)</span>' in html
    assert '<option value="b" selected>Ballerup</option>' in html
    assert 'type="radio" id="id_way_1" name="way" value="y"' in html
    assert 'value="p" checked' in html
    assert 'name="moved_on_2" value="2026"' in html
    assert '<input type="hidden" name="act_key"' in html


def test_an_error_is_in_the_summary_beside_the_field_and_known_to_a_screen_reader() -> None:
    html = drawn(Everything({"moved_on_0": "31", "moved_on_1": "2", "moved_on_2": "2026", "name": "<b>"}))
    assert 'data-module="error-summary"' in html
    assert 'href="#id_moved_on_0"' in html
    assert "Den dato findes ikke" in html
    assert 'aria-invalid="true"' in html
    assert 'value="&lt;b&gt;"' in html


@pytest.mark.parametrize("boxes", [["2", "3", "26"], ["", "3", "2026"], ["x", "y", "z"], ["31", "4", "2026"]])
def test_a_day_that_is_not_one_is_refused(boxes: list[str]) -> None:
    with pytest.raises(forms.ValidationError):
        DayField().clean(boxes)


def test_a_day_is_read_and_an_empty_one_may_be_left_out() -> None:
    assert DayField().clean(["2", "3", "2026"]) == date(2026, 3, 2)
    assert DayField(required=False).clean(["", "", ""]) is None


def test_two_forms_have_two_act_keys() -> None:
    assert Everything()["act_key"].value() != Everything()["act_key"].value()
