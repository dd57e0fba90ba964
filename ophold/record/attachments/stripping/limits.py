"""How much one file may ask for. Past any of these it is refused, and the reader is told what to do."""

from __future__ import annotations

import resource

MEMORY = 1024 * 1024 * 1024  # bytes, libraries included
SECONDS = 20  # of reckoning; the house waits a little longer by the clock on the wall
OPEN_FILES = 32

PIXELS = 60_000_000  # the largest picture a telephone takes within 10 MB, with room to spare
PAGES = 300
OBJECTS = 100_000  # in a PDF
DEPTH = 60  # of things within things in a PDF
UNPACKED = 300 * 1024 * 1024  # bytes of a PDF's streams, all together


def obey() -> None:
    """From here on the system itself holds the limits, whatever a library does."""
    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_FSIZE, 0),  # nothing is written to any file
        (resource.RLIMIT_CORE, 0),  # and nothing is left behind
    ):
        resource.setrlimit(what, (most, most))
