"""Ophold: temporary residence for adults, from application to own front door."""
