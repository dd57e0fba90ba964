"""The stay: when it began, and where."""
