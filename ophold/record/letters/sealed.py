"""Letters at rest: content, recipients and PDFs are sealed, each bound to its own case or copy."""

from __future__ import annotations

import hashlib
import json

from ophold.record.letters.content import LetterContent, Recipient, build, plain
from ophold.record.letters.models import Dispatch, Letter
from ophold.record.people.seal import SealBroken, seal, unseal


def seal_content(content: LetterContent, case_id: int) -> bytes:
    """A letter's words, bound to its case."""
    return seal(content.to_bytes(), context=f"letters.content:{case_id}")


def content(letter: Letter) -> LetterContent:
    """A letter's words. Raises SealBroken."""
    return opened(bytes(letter.content), letter.case_id)


def opened(sealed: bytes, case_id: int) -> LetterContent:
    """A letter's words from their sealed bytes. Raises SealBroken."""
    return LetterContent.from_bytes(unseal(sealed, context=f"letters.content:{case_id}"))


def seal_recipient(recipient: Recipient, key: str) -> bytes:
    """A recipient as written on the copy, bound to the copy."""
    return seal(json.dumps(plain(recipient), ensure_ascii=False).encode(), context=f"letters.recipient:{key}")


def recipient(dispatch: Dispatch) -> Recipient:
    """The recipient as written on the copy. Raises SealBroken."""
    return build(Recipient, json.loads(unseal(bytes(dispatch.recipient), context=f"letters.recipient:{dispatch.key}")))


def seal_pdf(pdf: bytes, key: str) -> bytes:
    """The exact bytes sent, bound to the copy."""
    return seal(pdf, context=f"letters.pdf:{key}")


def pdf(dispatch: Dispatch) -> bytes:
    """The exact bytes sent; its frozen row must be there. Raises SealBroken also when they are not those bytes."""
    found = unseal(bytes(dispatch.frozen.sealed), context=f"letters.pdf:{dispatch.key}")
    if hashlib.sha256(found).hexdigest() != dispatch.frozen.sha256:
        raise SealBroken("Brevets bytes svarer ikke til aftrykket.")
    return found
