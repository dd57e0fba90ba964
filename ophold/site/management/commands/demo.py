"""Fills the database with a demonstration: `ophold demo`."""

from __future__ import annotations

import time
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Mapping
from datetime import date

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from ophold.record import clock
from ophold.record.people.models import Account, Municipality
from ophold.site.demo.cast import make_cast
from ophold.site.demo.population import Size, populate

LARGEST = 42  # percent of a large demonstration that lie in one municipality


class Command(BaseCommand):
    """The same seed and day give the same content."""

    help = "Fyld databasen med opdigtede mennesker og sager; en tom database bliver først sat op."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How many, from which seed, on which day."""
        parser.add_argument("--if-empty", action="store_true", help="gør intet, hvis der allerede er en demonstration")
        parser.add_argument("--seed", type=int, default=107)
        parser.add_argument("--open", type=_count, default=100, dest="opened")
        parser.add_argument("--closed", type=_count, default=1000)
        parser.add_argument("--cases", type=_count, help="så mange sager i alt, en tiendedel åbne, 42 %% i én kommune")
        parser.add_argument("--today", type=date.fromisoformat, default=None, help="demonstrationens dag, 2026-03-02")

    def handle(self, *_: object, **options: object) -> None:
        """Write cast and cases; refused outside demo mode, where the data would be somebody's."""
        if not settings.DEMO:
            raise CommandError("Demonstrationen blev ikke lavet, fordi OPHOLD_DEMO ikke er 1. Sæt den, og prøv igen.")
        if not connection.introspection.table_names():
            call_command("migrate", verbosity=0, interactive=False)
        if not Municipality.objects.exists():
            call_command("municipalities", verbosity=0)
        there = Account.objects.filter(is_demo=True).exists()
        if there and options["if_empty"]:
            return
        if there:
            raise CommandError("Demonstrationen blev ikke lavet, fordi der allerede er en. Slet databasen først.")
        began, seed = time.monotonic(), int(str(options["seed"]))
        today = options["today"] or clock.today()
        assert isinstance(today, date)
        size = _size(options)
        self.stdout.write(f"Laver en demonstration med {size.opened} åbne og {size.closed} lukkede sager …")
        homes = list(Municipality.objects.order_by("key"))
        populate(make_cast(homes), homes, size, seed=seed, today=today, say=self.stdout.write)
        self.stdout.write(f"Færdig efter {time.monotonic() - began:.0f} sekunder.")


def _size(options: Mapping[str, object]) -> Size:
    """As asked for; `--cases` counts all of them, a tenth open."""
    if options["cases"] is None:
        return Size(opened=int(str(options["opened"])), closed=int(str(options["closed"])))
    total = int(str(options["cases"]))
    return Size(opened=total // 10, closed=total - total // 10, largest=LARGEST)


def _count(text: str) -> int:
    if not text.isdecimal():
        raise ArgumentTypeError(f"”{text}” er ikke et antal; skriv et helt tal fra 0")
    return int(text)
