"""A copy of everything that runs, in one file: `ophold backup` and `ophold restore`.

A tar file with `manifest.json` (first), the database as its own tool writes it, and the running data's folders (letters
that were handed over). The keys are never in it, only what tells whether they are the same. Not encrypted: where it is
kept must see to that.
"""
