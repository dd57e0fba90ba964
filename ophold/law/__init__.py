"""The law as plain functions over plain values. Knows nothing of the web, the database or today's date."""
