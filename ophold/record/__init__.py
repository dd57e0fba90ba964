"""The ground every step of a case stands on: people, cases, journal and letters."""
