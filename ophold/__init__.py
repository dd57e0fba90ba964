"""Ophold: temporary residence for adults, from application to own front door."""

__version__ = "0.1.0"
