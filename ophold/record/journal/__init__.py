"""Every write and every read of a person's data: append-only, chained by a key that is not in the database."""
