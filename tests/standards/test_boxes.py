"""Every standard goes into its boxes and comes out the same; what is left out is told at its own box."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import translation

from ophold.record.cases.standards import installed
from ophold.record.standards import whole
from ophold.record.standards.sections import Contents, SectionForm, section_form
from ophold.standard.matters import MATTERS
from ophold.standard.shape import Standard

STANDARDS = [each for versions in installed().standards.values() for each in versions]
SECTIONS = [(standard, name, value) for standard in STANDARDS for name, value in whole.sections_of(standard)]


def _contents(standard: Standard, name: str, held: object) -> Contents:
    def try_whole(said: object) -> None:
        others = [(each, value) for each, value in whole.sections_of(standard) if each != name]
        whole.standard_of_sections([*others, (name, said)])

    return Contents(name=name, held=held, provisions=dict.fromkeys(standard.provisions, ""), try_whole=try_whole)


def _boxes(form: SectionForm) -> dict[str, list[str]]:
    """What a browser would post from the form as it is shown."""
    found: dict[str, list[str]] = {}
    for bound in form:
        shown: Any = bound.value()
        if hasattr(bound.field.widget, "decompress"):
            parts = bound.field.widget.decompress(shown)
            found |= {f"{bound.html_name}_{place}": [part] for place, part in enumerate(parts)}
        elif isinstance(shown, bool):
            found |= {bound.html_name: ["on"]} if shown else {}
        elif isinstance(shown, list):
            found |= {bound.html_name: [str(each) for each in shown]} if shown else {}
        else:
            found[bound.html_name] = ["" if shown is None else str(shown)]
    return found


@pytest.mark.parametrize(
    ("standard", "name", "held"), SECTIONS, ids=lambda each: getattr(each, "key", None) or str(each)[:20]
)
def test_a_section_comes_out_of_its_boxes_as_it_went_in(standard: Standard, name: str, held: object) -> None:
    contents = _contents(standard, name, held)
    form = section_form(contents, _boxes(section_form(contents)))
    assert form.errors == {}
    others = [(each, value) for each, value in whole.sections_of(standard) if each != name]
    before = whole.standard_of_sections([*others, (name, held)])
    after = whole.standard_of_sections([*others, (name, form.said)])
    assert after == before


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("matter", MATTERS)
def test_a_silent_matter_stays_silent_and_every_box_has_a_name(matter: str, language: str) -> None:
    with translation.override(language):
        contents = _contents(STANDARDS[0], matter, {"state": "silent"})
        shown = section_form(contents)
        assert all(bound.label for bound in shown)
        assert "null" not in " ".join(str(bound.help_text) for bound in shown)
        assert section_form(contents, _boxes(shown)).said == {"state": "silent"}


def test_what_is_left_out_is_told_at_its_own_box() -> None:
    contents = _contents(STANDARDS[0], "response_deadline", {"state": "silent"})
    form = section_form(contents, {"state": ["fixed"], "value-within-value": ["8"]})
    assert set(form.errors) == {"value-within-unit", "value-start", "provisions"}
    assert form.said is None


def test_what_does_not_belong_to_the_state_is_not_said() -> None:
    contents = _contents(STANDARDS[0], "response_deadline", {"state": "silent"})
    form = section_form(contents, {"state": ["silent"], "value-within-value": ["8"], "document-name": ["Tavlen"]})
    assert form.said == {"state": "silent"}


def test_a_number_that_is_none_and_a_step_nobody_knows_are_told() -> None:
    first = next(iter(STANDARDS[0].provisions))
    contents = _contents(STANDARDS[0], "case_steps", {"state": "silent"})
    form = section_form(contents, {"state": ["fixed"], "provisions": [first], "value-steps": ["samtale\nfest"]})
    assert "fest" in str(form.errors["value-steps"])
    assert section_form(
        contents, {"state": ["fixed"], "provisions": [first], "value-steps": ["afgørelse\nsamtale"]}
    ).said == {
        "state": "fixed",
        "provisions": [first],
        "value": {"steps": ["decision", "interview"]},
    }


def test_a_cpr_number_is_not_taken() -> None:
    contents = _contents(STANDARDS[0], "Z9", None)
    form = section_form(contents, {"provision-place": ["p"], "provision-da": ["620388-1234"], "provision-en": ["e"]})
    assert "CPR" in str(form.errors["provision-da"])


def test_another_row_comes_when_the_last_is_filled() -> None:
    contents = _contents(STANDARDS[0], "contact", {"state": "silent"})
    form = section_form(contents, {"value-points-0-name": ["Team"], "value-points-1-name": ["Team to"]})
    assert {"value-points-0-name", "value-points-1-name"} <= set(form.fields)
