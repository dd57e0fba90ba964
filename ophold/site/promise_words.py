"""A promise in one phrase in the reader's language, for headings and comparison: "Svar inden for 60 hverdage".

The words themselves are the standard room's (`headline`, `resolve.state_words`), the same for page, shell and file.
"""

from __future__ import annotations

from ophold.law import promises as law
from ophold.law import wording
from ophold.site import formats
from ophold.standard import headline as one_phrase
from ophold.standard import resolve
from ophold.standard.headline import NUMBERED as NUMBERED
from ophold.standard.shape import Promise

COMPARED = ("response_deadline", "hearing", "follow_up", "grant_length", "respite", "complaint")


def headline(promise: Promise[object]) -> str:
    """The number or date a promise carries; empty where it carries none."""
    said = one_phrase.headline(promise)
    return said.in_language(formats.language()) if said else ""


def state_words(promise: Promise[object]) -> str:
    """What the text does with a matter when it fixes no number."""
    return resolve.state_words(promise.state, promise.document).in_language(formats.language())


def in_words(period: law.Period) -> str:
    """A period in its own unit: 60 hverdage."""
    return wording.period_en(period) if formats.english() else wording.period(period)
