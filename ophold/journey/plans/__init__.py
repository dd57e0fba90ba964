"""Follow-ups and reviews of a stay."""
