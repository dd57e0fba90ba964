"""A letter as structured data, its HTML and PDF, and its sending."""
