"""Puts the table of variables into docs/operations.md: `python -m ophold.site.operations_page`."""

from __future__ import annotations

from pathlib import Path

from ophold.site import environment

PLACE: Path = environment.BASE_DIR / "docs" / "operations.md"
BEGINS, ENDS = "<!-- variables: from ophold/site/environment.py -->", "<!-- end of variables -->"


def page(kept: str) -> str:
    """The page with today's table."""
    before, _, rest = kept.partition(BEGINS)
    _, _, after = rest.partition(ENDS)
    return f"{before}{BEGINS}\n{environment.table()}\n{ENDS}{after}"


def main() -> None:
    """Write the page."""
    PLACE.write_text(page(PLACE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
