"""Citizens, staff and how they sign in."""
