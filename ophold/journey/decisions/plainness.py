"""Is a text easy to read? LIX, and the sentences that are too long for the house's own rule. Advice only: no gate."""

from __future__ import annotations

import re
from dataclasses import dataclass

LONG_WORD = 6  # a word of more letters than this is long (Björnsson's LIX)
LONG_SENTENCE = 20  # words; the house's rule for letters
HARD = 45
_SENTENCE = re.compile(r"[^.!?:\n]+[.!?:]?")
_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
_SHORT_FORMS = re.compile(r"\b(stk|nr|jf|fx|bl\.a|ca|dvs|evt)\.", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plainness:
    """How hard a text is, and where."""

    lix: int
    long_sentences: tuple[str, ...]

    @property
    def hard(self) -> bool:
        """Whether it is harder than a letter to a citizen ought to be."""
        return self.lix > HARD


def plainness(*texts: str) -> Plainness | None:
    """The texts taken together; None where there are no words."""
    whole = _SHORT_FORMS.sub(r"\1", "\n".join(texts))
    words = _WORD.findall(whole)
    if not words:
        return None
    sentences = [sentence.strip() for sentence in _SENTENCE.findall(whole) if _WORD.search(sentence)]
    long_words = sum(len(word) > LONG_WORD for word in words)
    return Plainness(
        lix=round(len(words) / len(sentences) + 100 * long_words / len(words)),
        long_sentences=tuple(each for each in sentences if len(_WORD.findall(each)) > LONG_SENTENCE),
    )
