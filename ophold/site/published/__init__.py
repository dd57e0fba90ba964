"""The standards as they are published: side by side, as files, as open lists and as feeds. Nobody signs in here."""
