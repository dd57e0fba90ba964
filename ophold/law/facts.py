"""What is said when facts contradict each other: a sentence fit to show, never a guess at which of them is right."""

from __future__ import annotations


class ContradictoryFacts(ValueError):
    """Two facts cannot both be right; the text is one Danish sentence that says which and what to do."""
