"""What a person told us when applying: one value, kept sealed, the same for a draft and for an application.

Not here: what was applied for as stored codes (`ApplicationItem`), and the day it was received.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from ophold.journey.intake.choices import Applicant
from ophold.record.letters.content import build, plain
from ophold.record.people.seal import seal_text, unseal_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Every answer in the order it is asked. Codes are those of `choices`; free words are the person's own."""

    applicant: str = Applicant.SELF.value
    helper_name: str = ""  # who applies for the person
    helper_basis: str = ""  # guardianship or authority, and its date
    helper_phone: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    items: tuple[str, ...] = ()
    need: str = ""
    lives_here: str = ""
    home: str = ""
    home_words: str = ""
    consent: str = ""
    asked_of: tuple[str, ...] = ()
    consent_scope: str = ""
    place: str = ""

    def with_told(self, told: Mapping[str, Any]) -> Answers:
        """The answers with what a form has accepted put in; what is no answer of ours is left out."""
        known = {field.name for field in fields(Answers)}
        return build(Answers, plain(self) | {name: value for name, value in told.items() if name in known})

    def sealed(self, context: str) -> bytes:
        """For storage; only the same context opens it again."""
        return seal_text(json.dumps(plain(self), ensure_ascii=False), context=context)


def unsealed(sealed: bytes, context: str) -> Answers:
    """What `Answers.sealed` made."""
    return build(Answers, json.loads(unseal_text(sealed, context=context)))
