"""Hearing, decision and reasons."""
