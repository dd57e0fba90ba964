"""Whoever sends us something we did not ask for."""
