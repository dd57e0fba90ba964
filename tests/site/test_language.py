"""Danish first, English by a switch: no text is left untranslated, and none stands outside gettext."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from django import forms
from django.utils.translation import override

from ophold.site.language import translations

ROOT = Path(__file__).resolve().parent.parent.parent
ROOMS = ("ophold",)
KEYWORDS = {"_": None, "gettext": None, "gettext_lazy": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
DANISH_ONLY = ("errors/", "letters/_letter")  # both languages by hand; letters are Danish
NAMES = {"Ophold", "English", "Dansk", "Digital", "Post"}
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]")


def extracted() -> Iterator[tuple[str, str]]:
    """Every text to translate and the file it is in."""
    with (ROOT / "ophold" / "site" / "babel.cfg").open() as file:
        methods, options = parse_mapping_cfg(file)[:2]  # type: ignore[no-untyped-call]
    for room in ROOMS:
        for name, _line, message, _comments, _context in extract_from_dir(
            str(ROOT / room), methods, options, keywords=KEYWORDS
        ):
            for text in (message,) if isinstance(message, str) else message:
                if text:
                    yield f"{room}/{name}", text


def templates() -> list[Path]:
    found = [path for room in ROOMS for path in (ROOT / room).rglob("templates/**/*.html")]
    return [path for path in found if not any(part in str(path) for part in DANISH_ONLY)]


def test_every_text_has_an_english_translation_with_the_same_places_for_values() -> None:
    english = {message.id: message.string for message in translations() if isinstance(message.id, str)}
    plural = {one: message for message in translations() if not isinstance(message.id, str) for one in message.id}
    missing, uneven = [], []
    for name, text in extracted():
        if text in plural:
            missing += [] if all(plural[text].string or ()) else [f"{name}: {text}"]
        elif not english.get(text):
            missing.append(f"{name}: {text}")
        elif sorted(PLACEHOLDER.findall(text)) != sorted(PLACEHOLDER.findall(str(english[text]))):
            uneven.append(f"{name}: {text}")
    assert missing == [], "run `make messages` and translate these in ophold/site/locale/en"
    assert uneven == []


@pytest.mark.parametrize("path", templates(), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_template_has_no_words_outside_gettext(path: Path) -> None:
    text = re.sub(r"\{#.*?#\}", " ", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    text = re.sub(r"\{% trans .*?endtrans %\}", " ", text, flags=re.DOTALL)
    text = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", " ", text, flags=re.DOTALL)
    spoken = re.findall(r"(?:aria-label|alt|title|placeholder)=\"([^\"]*)\"", text)
    shown = re.sub(r"[\w-]+=\"[^\"]*\"", " ", re.sub(r"<[^>]*>", " ", text)) + " ".join(spoken)
    words = set(re.findall(r"[^\W\d_]{2,}", re.sub(r"&\w+;", " ", shown))) - NAMES
    assert words == set()


@pytest.mark.parametrize("path", templates(), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_only_our_own_sentences_are_translated_never_a_value(path: Path) -> None:
    """A translated text is not escaped, so what a person wrote must never go through gettext."""
    text = path.read_text(encoding="utf-8")
    assert re.findall(r"\b_\((?!\s*[\"'])[^)]*\)", text) == []
    assert re.findall(r"\|\s*safe\b", text) == []


def test_an_empty_field_is_refused_in_our_own_words() -> None:
    with override("da"), pytest.raises(forms.ValidationError) as refused:
        forms.CharField().clean("")
    assert refused.value.messages == ["Skriv eller vælg et svar."]
