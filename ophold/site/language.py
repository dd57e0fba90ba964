"""Compiles the translations at set-up: `python -m ophold.site.language`. The compiled files are not committed."""

from __future__ import annotations

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).resolve().parent / "locale"


def translations(language: str = "en") -> Catalog:
    """Every text and its translation."""
    with (LOCALE / language / "LC_MESSAGES" / "django.po").open("rb") as file:
        return read_po(file, locale=language)


def main() -> None:
    """The command."""
    for source in LOCALE.glob("*/LC_MESSAGES/django.po"):
        with source.open("rb") as file, source.with_suffix(".mo").open("wb") as compiled:
            write_mo(compiled, read_po(file))


if __name__ == "__main__":
    main()
