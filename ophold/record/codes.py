"""Stored codes with a Danish word each. A model says `choices=X.pairs`, so that a new word makes no migration."""

from __future__ import annotations

from functools import cache

from django.db.models import TextChoices


class Codes(TextChoices):
    """Lower-case English words, never renamed or reused."""

    @classmethod
    @cache
    def pairs(cls) -> list[tuple[str, str]]:
        """Code and word, for a model field; a word is put into the reader's language where it is shown."""
        return list(cls.choices)
