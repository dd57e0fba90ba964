"""The commands that need the database; each hands its words on to Django's management command."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

import click

HANDED_ON = {"ignore_unknown_options": True, "help_option_names": []}


@click.command(context_settings=HANDED_ON)
@click.argument("words", nargs=-1, type=click.UNPROCESSED)
def demo(words: tuple[str, ...]) -> None:
    """Læg demonstrationens data i databasen."""
    hand_on("demo", words)


@click.command(context_settings=HANDED_ON)
@click.argument("words", nargs=-1, type=click.UNPROCESSED)
def worker(words: tuple[str, ...]) -> None:
    """Send breve, og forsegl journalens læsninger, til den bliver bedt om at stoppe."""
    hand_on("worker", words)


def start() -> None:
    """Bring Django up in this process; a setting that is wrong is told in one line."""
    import django
    from django.core.exceptions import ImproperlyConfigured

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ophold.site.settings")
    try:
        django.setup()
    except ImproperlyConfigured as wrong:
        raise click.ClickException(str(wrong)) from None


@contextmanager
def database_answers() -> Iterator[None]:
    """A database that is away, or not set up, is told in one line and not in its own words."""
    from django.db import DatabaseError

    try:
        yield
    except DatabaseError as away:
        raise click.ClickException(
            f"Databasen svarede ikke, som den skal ({type(away).__name__}). Kør `ophold doctor` for at se hvorfor."
        ) from None


def hand_on(command: str, words: tuple[str, ...]) -> None:
    """Let Django's management command do it; a setting that is wrong is told in one line."""
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ophold.site.settings")
    try:
        execute_from_command_line(["ophold", command, *words])
    except ImproperlyConfigured as wrong:
        raise click.ClickException(str(wrong)) from None
