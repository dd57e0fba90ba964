"""A name as it is searched for: small letters without accents, one space before every word.

Reading: ”Åge” and ”Aage”, ”Søren” and ”Soeren”, are the same to somebody who looks for them; å and aa become a, ø and
oe become o, and æ becomes ae. So few letters are told apart that a search may find a name too many, never one too few.
"""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "ß": "ss", "ð": "d", "þ": "th", "ł": "l", "đ": "d"})
_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """The words of a text, folded."""
    plain = text.casefold().translate(_LETTERS)
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(letter))
    return _WORD.findall(bare.replace("aa", "a").replace("oe", "o").replace("'", "").replace("’", ""))


def folded(text: str) -> str:
    """The words, each with a space before it, so that a word's beginning can be looked for anywhere in it."""
    return "".join(f" {word}" for word in words(text))
