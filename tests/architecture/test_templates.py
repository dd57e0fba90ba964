"""Every template loads, and none lets text through unescaped."""

from __future__ import annotations

import re

import pytest
from django.template import engines

from tests.architecture import tree

TEMPLATES = [path for path in tree.files(".html", under="ophold/") if "templates" in path.parts]
UNESCAPED = re.compile(r"\|\s*safe\b|autoescape\s+false|Markup\(")


def _name(path: str) -> str:
    return path.split("/templates/", 1)[1]


@pytest.mark.parametrize("place", [tree.named(path) for path in TEMPLATES])
def test_the_template_loads(place: str) -> None:
    engines["jinja2"].get_template(_name(place))  # StrictUndefined and the syntax are checked when it compiles


def test_no_template_has_the_name_of_another() -> None:
    names = [_name(tree.named(path)) for path in TEMPLATES]
    assert len(names) == len(set(names))


def test_nothing_goes_through_safe() -> None:
    found = [
        tree.named(path, number)
        for path in TEMPLATES
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if UNESCAPED.search(line)
    ]
    assert not found, found


def test_no_template_has_a_script_or_a_style_of_its_own() -> None:
    inline = re.compile(r"<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=\"", re.IGNORECASE)
    letters = "templates/letters/"  # a letter is a page of its own, kept with its style
    found = [
        tree.named(path)
        for path in TEMPLATES
        if letters not in tree.named(path) and inline.search(path.read_text(encoding="utf-8"))
    ]
    assert not found, f"The content security policy refuses these: {found}"
