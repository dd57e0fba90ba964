"""Sealing what must not be read from a copy of the database: CPR numbers, personal text, letters.

AES-256-GCM with a context (table and purpose) as associated data, so that a sealed value cannot be moved elsewhere.
Layout: 1 byte format, 1 byte key id, 12 bytes nonce, then cipher text with tag. Not here: finding (`cpr.index`).
"""

from __future__ import annotations

import os
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

FORMAT = 1
KEY_ID = 1
_HEAD = bytes((FORMAT, KEY_ID))


class SealBroken(Exception):
    """The sealed bytes were changed, moved, or sealed with another key."""


@lru_cache(maxsize=4)
def _cipher(key: bytes) -> AESGCM:
    return AESGCM(key)


def seal(plain: bytes, *, context: str) -> bytes:
    """Seal `plain`; only the same `context` opens it again."""
    nonce = os.urandom(12)
    return _HEAD + nonce + _cipher(settings.CPR_SEAL_KEY).encrypt(nonce, plain, context.encode())


def unseal(sealed: bytes, *, context: str) -> bytes:
    """Open what `seal` made. Raises SealBroken."""
    sealed = bytes(sealed)
    if sealed[:2] != _HEAD:
        raise SealBroken("Det forseglede har et ukendt format eller en ukendt nøgle.")
    try:
        return _cipher(settings.CPR_SEAL_KEY).decrypt(sealed[2:14], sealed[14:], context.encode())
    except InvalidTag as broken:
        raise SealBroken(
            "Det forseglede kan ikke åbnes: det er ændret, flyttet eller forseglet med en anden nøgle."
        ) from broken


def seal_text(plain: str, *, context: str) -> bytes:
    """`seal` for text."""
    return seal(plain.encode(), context=context)


def unseal_text(sealed: bytes, *, context: str) -> str:
    """`unseal` for text."""
    return unseal(sealed, context=context).decode()
