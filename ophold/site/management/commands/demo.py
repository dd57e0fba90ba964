"""Fills the database with a demonstration: `ophold demo`."""

from __future__ import annotations

import time
from argparse import ArgumentParser
from datetime import date

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from ophold.record import clock
from ophold.record.people.models import Account, Municipality
from ophold.site.demo.cast import make_cast
from ophold.site.demo.population import Size, populate

LARGEST = 42  # percent of a large demonstration that lie in one municipality, as in the country's largest


class Command(BaseCommand):
    """The same seed and day give the same content."""

    help = "Fyld databasen med opdigtede mennesker og sager."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How many, from which seed, on which day."""
        parser.add_argument("--if-empty", action="store_true", help="gør intet, hvis der allerede er en demonstration")
        parser.add_argument("--seed", type=int, default=107)
        parser.add_argument("--open", type=int, default=100, dest="opened")
        parser.add_argument("--closed", type=int, default=1000)
        parser.add_argument("--cases", type=int, help="så mange sager i alt, en tiendedel åbne, 42 % i én kommune")
        parser.add_argument("--today", type=date.fromisoformat, default=None, help="demonstrationens dag, 2026-03-02")

    def handle(self, *_: object, **options: object) -> None:
        """Write cast and cases; refused outside demo mode, where the data would be somebody's."""
        if not settings.DEMO:
            raise CommandError("Demonstrationen blev ikke lavet, fordi OPHOLD_DEMO ikke er 1. Sæt den, og prøv igen.")
        there = Account.objects.filter(is_demo=True).exists()
        if there and options["if_empty"]:
            return
        if there:
            raise CommandError("Demonstrationen blev ikke lavet, fordi der allerede er en. Slet databasen først.")
        began = time.monotonic()
        homes = list(Municipality.objects.order_by("key"))
        today = options["today"] or clock.today()
        size = Size(opened=_number(options["opened"]), closed=_number(options["closed"]))
        if options["cases"] is not None:
            total = _number(options["cases"])
            size = Size(opened=total // 10, closed=total - total // 10, largest=LARGEST)
        self.stdout.write(f"Laver en demonstration med {size.opened} åbne og {size.closed} lukkede sager …")
        assert isinstance(today, date)
        cast = make_cast(homes)
        populate(cast, homes, size, seed=_number(options["seed"]), today=today, say=self.stdout.write)
        self.stdout.write(f"Færdig efter {time.monotonic() - began:.0f} sekunder.")


def _number(option: object) -> int:
    return int(str(option))
