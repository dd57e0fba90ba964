"""To whom does a sentence speak: to the person it is about, to a relative, or to a professional?

A text is written once, with `{du}`, `{din}` and their like where the person stands, and in English also with both forms
of a verb: `{are/is}`, the first for the person themselves. Danish verbs need none. Not here: what is said.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from ophold.standard.shape import Text

_MARK = re.compile(r"\{([^{}]+)\}")


class Voice(Enum):
    """Who asks; stored codes."""

    SELF = "self"
    RELATIVE = "relative"
    PROFESSIONAL = "professional"


_PERSON: Mapping[Voice, Text] = MappingProxyType(
    {
        Voice.RELATIVE: Text(da="din pårørende", en="your relative"),
        Voice.PROFESSIONAL: Text(da="borgeren", en="the citizen"),
    }
)
_POSSESSIVE = frozenset({"din", "dit", "dine", "your"})
_KNOWN = frozenset({"du", "dig", "you"}) | _POSSESSIVE


def spoken(text: Text, voice: Voice) -> Text:
    """A text with its marks filled in for whoever reads it; an unknown mark is a mistake."""
    return Text(
        da=_MARK.sub(lambda mark: _filled(mark[1], voice, "da"), text.da),
        en=_MARK.sub(lambda mark: _filled(mark[1], voice, "en"), text.en),
    )


def _filled(mark: str, voice: Voice, language: str) -> str:
    if "/" in mark:
        own, others = mark.split("/")
        return own if voice is Voice.SELF else others
    word = mark.lower()
    if word not in _KNOWN:
        raise KeyError(mark)
    said = word if voice is Voice.SELF else _PERSON[voice].in_language(language)
    if voice is not Voice.SELF and word in _POSSESSIVE:
        said += "s" if language == "da" else "'s"
    return said[0].upper() + said[1:] if mark[0].isupper() else said
