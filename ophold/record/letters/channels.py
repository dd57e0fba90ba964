"""The way out: what a letter channel must do, whichever outside system stands behind it.

`settings.LETTER_CHANNELS` names the class for each channel; the local stand-ins are in `ophold.exchange.postbox`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string


class NotTaken(Exception):
    """The outside system did not take the copy; its text never quotes the letter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What the channel says at once: the day the copy is available, or nothing yet (paper)."""

    available_on: date | None
    source: str


class LetterChannel(Protocol):
    """A way to hand a copy over, safe to repeat: the same key never makes two copies."""

    def hand_over(self, *, key: str, pdf: bytes, on: date) -> Receipt:
        """Hand the exact bytes over. Raises NotTaken, or OSError when it cannot be reached."""


def channel(code: str) -> LetterChannel:
    """The channel that carries a stored code."""
    made: LetterChannel = import_string(settings.LETTER_CHANNELS[code])()
    return made
