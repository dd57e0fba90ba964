"""The option that writes an answer into a file, and the writing."""

from __future__ import annotations

from pathlib import Path

import click

to_option = click.option("--to", metavar="FIL", help="Skriv i en fil.")


def write(path: Path, text: str) -> None:
    """A text in a file, in a folder that is made if it is not there; one sentence if it cannot be."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as refused:
        raise click.ClickException(
            f"»{path}« blev ikke skrevet ({refused.strerror}); vælg et sted, hvor du må skrive."
        ) from None
