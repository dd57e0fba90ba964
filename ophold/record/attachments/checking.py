"""The house's side of checking a paper: a program of its own looks into it, in its own memory and within limits.

What comes back is the file as it may be kept, or a sentence. The program gets the file and nothing else: no
environment with keys, no folder, no network address. A few are looked into at a time; the next one waits.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

from ophold.record.attachments import choices, names
from ophold.record.attachments.choices import Kind
from ophold.record.attachments.stripping import kinds, limits, refusals

HOUSE = Path(__file__).resolve().parents[3]
PATIENCE = limits.SECONDS + 10  # seconds, by the clock on the wall
AT_A_TIME = 2  # in one process of the house; each may take limits.MEMORY
# -P and no folder of its own: nothing is imported but the house and its packages; -B: nothing is written
PROGRAM = [sys.executable, "-B", "-P", "-s", "-m", "ophold.record.attachments.stripping"]

_places = threading.BoundedSemaphore(AT_A_TIME)


class PaperRefused(Exception):
    """A paper was not taken; `str()` is fit to show."""

    def __init__(self, code: str, name: str) -> None:
        self.code = code
        super().__init__(str(choices.WHY_NOT[code]) % {"name": names.cleaned(name)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One paper as it may be kept."""

    name: str
    kind: Kind
    content: bytes

    @property
    def sha256(self) -> str:
        """The print of what is kept."""
        return hashlib.sha256(self.content).hexdigest()


def checked(raw_name: str, content: bytes) -> Paper:
    """A paper stripped of everything but its content. Raises PaperRefused."""
    if not content:
        raise PaperRefused(choices.EMPTY, raw_name)
    if len(content) > choices.LARGEST:
        raise PaperRefused(choices.TOO_LARGE, raw_name)
    try:
        kinds.kind_of(content)  # cheap; most mistakes end here
    except refusals.Unfit as unfit:
        raise PaperRefused(str(unfit), raw_name) from unfit
    told, kept = _looked_into(content, raw_name)
    if "refused" in told:
        raise PaperRefused(told["refused"], raw_name)
    kind = Kind(told["kind"])
    return Paper(name=names.named(raw_name, kind), kind=kind, content=kept)


def _looked_into(content: bytes, raw_name: str) -> tuple[dict[str, str], bytes]:
    if not _places.acquire(timeout=PATIENCE):
        raise PaperRefused(choices.NOT_NOW, raw_name)
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and our own words
            PROGRAM,
            input=content,
            capture_output=True,
            timeout=PATIENCE,
            check=False,
            cwd="/",
            env={"PYTHONPATH": str(HOUSE), "LC_ALL": "C.UTF-8"},
        )
    except subprocess.TimeoutExpired as slow:
        raise PaperRefused(refusals.TOO_MUCH, raw_name) from slow
    except OSError as busy:
        raise PaperRefused(choices.NOT_NOW, raw_name) from busy
    finally:
        _places.release()
    if done.returncode < 0:  # stopped by the system: past a limit, or a library fell
        raise PaperRefused(refusals.TOO_MUCH, raw_name)
    head, _line, kept = done.stdout.partition(b"\n")
    if done.returncode or not head:
        raise PaperRefused(choices.NOT_NOW if b"ModuleNotFoundError" in done.stderr else refusals.BROKEN, raw_name)
    return dict(json.loads(head)), kept
