"""A municipality's own standard in the making: drafts, and the versions its council adopted. Not here: its shape."""
