"""How does a word of a promise read where the reader may be somebody else than the resident?

The vocabulary (`words`) speaks to the resident as *du*; a relative or a professional reads the same line. Words that
say *du* or *din* have a form here without it; the rest are as they stand. Not here: whole sentences (`expectation`).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ophold.standard.shape import Text
from ophold.standard.words import WORDS

_FORMS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "manages_without_support": (
            "man kan klare sig uden opholdets støtte",
            "one manages without the support of the stay",
        ),
        "own_home_possible": ("man kan klare sig i egen bolig", "one can manage in a home of one's own"),
        "functioning_changed_substantially": (
            "funktionsevnen er ændret så meget, at stedet ikke længere passer",
            "functioning has changed so much that the place no longer fits",
        ),
        "wishes": ("ønsker", "wishes"),
        "need": ("behov", "need"),
        "resources": ("egne ressourcer", "own resources"),
    }
)


def impersonal(kind: str, field: str, word: str) -> tuple[str, str]:
    """A word of a promise in Danish and English, without *du*; a word that is free text as it stands."""
    said = WORDS.get((kind, field), {}).get(word, Text(da=word, en=word))
    return _FORMS.get(word, (said.da, said.en))


def listed(kind: str, field: str, words: tuple[str, ...]) -> tuple[str, str]:
    """Words in a row, in Danish and English."""
    said = [impersonal(kind, field, word) for word in words]
    return ", ".join(da for da, _ in said), ", ".join(en for _, en in said)
