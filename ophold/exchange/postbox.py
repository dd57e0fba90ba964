"""Local stand-ins for Digital Post and the paper tray: folders with one file for each copy.

The copy's key is the file's name, so that handing it over again never makes two. Digital Post reports the day the copy
is available; paper reports nothing until a person registers that it was posted.
Not here: the real Digital Post (MeMo, NgDP), which needs an agreement and a certificate.
"""

from __future__ import annotations

import os
from datetime import date, datetime, time
from pathlib import Path

from django.conf import settings

from ophold.record.clock import COPENHAGEN
from ophold.record.letters.channels import NotTaken, Receipt


class _Folder:
    """A folder that takes each key once."""

    name = ""

    def put(self, *, key: str, pdf: bytes, on: date) -> date:
        """Write the copy unless it is there; the day it was first put."""
        if not key.isalnum():
            raise NotTaken("Forsendelsens nøgle er ikke en nøgle.")
        folder = Path(settings.VAR) / "postbox" / self.name
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        place = folder / f"{key}.pdf"
        if not place.exists():
            self._write(folder / f".{key}.part", place, pdf, on)
        if place.read_bytes() != pdf:
            raise NotTaken("En anden forsendelse har samme nøgle.")
        return datetime.fromtimestamp(place.stat().st_mtime, tz=COPENHAGEN).date()

    def _write(self, part: Path, place: Path, pdf: bytes, on: date) -> None:
        """Whole or not at all: written beside, flushed to disk, then moved into place."""
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(pdf)
            file.flush()
            os.fsync(file.fileno())
        noon = datetime.combine(on, time(12), COPENHAGEN).timestamp()
        os.utime(part, (noon, noon))
        part.replace(place)


class DigitalPostbox(_Folder):
    """Stands in for Digital Post: available the day it is handed over."""

    name = "digital_post"

    def hand_over(self, *, key: str, pdf: bytes, on: date) -> Receipt:
        """Put the copy in the recipient's box."""
        return Receipt(available_on=self.put(key=key, pdf=pdf, on=on), source="Digital Post (lokal stedfortræder)")


class PaperTray(_Folder):
    """Stands in for the printer: somebody posts what lies here, and registers the day."""

    name = "letter"

    def hand_over(self, *, key: str, pdf: bytes, on: date) -> Receipt:
        """Lay the copy in the tray."""
        self.put(key=key, pdf=pdf, on=on)
        return Receipt(available_on=None, source="Papirbakken")
