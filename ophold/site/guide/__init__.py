"""The guide's pages: what can I expect? Nothing is stored, and nobody signs in."""
