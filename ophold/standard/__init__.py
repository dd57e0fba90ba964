"""The shape of an adopted standard; load it, find the one in force, answer from it."""
