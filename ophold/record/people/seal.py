"""Sealing what must not be read from a copy of the database: CPR numbers, personal text, letters.

AES-256-GCM with a context (table and purpose) as associated data, so that a sealed value cannot be moved elsewhere.
Layout: 1 byte format, 1 byte key number, 12 bytes nonce, then cipher text with tag. Several keys may be held: the first
seals, all open, and `resealed` moves what an older one sealed. Not here: finding (`cpr.index`).
"""

from __future__ import annotations

import os
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

FORMAT = 1


class SealBroken(Exception):
    """The sealed bytes were changed, moved, or sealed with another key."""


@lru_cache(maxsize=8)
def _cipher(key: bytes) -> AESGCM:
    return AESGCM(key)


def current_key() -> int:
    """The number of the key that seals."""
    return next(iter(settings.CPR_SEAL_KEYS))


def key_of(sealed: bytes) -> int:
    """The number of the key something was sealed with."""
    return sealed[1]


def seal(plain: bytes, *, context: str) -> bytes:
    """Seal `plain`; only the same `context` opens it again."""
    number, nonce = current_key(), os.urandom(12)
    cipher = _cipher(settings.CPR_SEAL_KEYS[number])
    return bytes((FORMAT, number)) + nonce + cipher.encrypt(nonce, plain, context.encode())


def unseal(sealed: bytes, *, context: str) -> bytes:
    """Open what `seal` made. Raises SealBroken."""
    sealed = bytes(sealed)
    key = settings.CPR_SEAL_KEYS.get(sealed[1]) if sealed[:1] == bytes((FORMAT,)) and len(sealed) > 14 else None
    if key is None:
        raise SealBroken("Det forseglede har et ukendt format eller en ukendt nøgle.")
    try:
        return _cipher(key).decrypt(sealed[2:14], sealed[14:], context.encode())
    except InvalidTag as broken:
        raise SealBroken(
            "Det forseglede kan ikke åbnes: det er ændret, flyttet eller forseglet med en anden nøgle."
        ) from broken


def resealed(sealed: bytes, *, context: str) -> bytes:
    """The same, sealed with the key that seals now. Raises SealBroken."""
    return seal(unseal(sealed, context=context), context=context)


def seal_text(plain: str, *, context: str) -> bytes:
    """`seal` for text."""
    return seal(plain.encode(), context=context)


def unseal_text(sealed: bytes, *, context: str) -> str:
    """`unseal` for text."""
    return unseal(sealed, context=context).decode()
