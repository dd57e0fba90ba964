"""Across cases: work lists, the case page, statistics."""
