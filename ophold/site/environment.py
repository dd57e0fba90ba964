"""Every environment variable there is: what it means, what it accepts, its default, and who must set it.

The settings and the commands read through here, docs/operations.md shows the table, and a variable that is not in the
table cannot be read. Reads nothing of Django, so that the shell can tell what is wrong before anything starts.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent.parent
KEY_LENGTH = 32


class NotUnderstood(ValueError):
    """A variable is missing or wrong; `str()` names it and says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variable:
    """One row of the table."""

    name: str
    what: str
    accepts: str
    default: str = ""
    needed: bool = False  # must be set outside the demonstration


_KEY = "32 bytes as base64, from `ophold key new`"
_FOLDER = "a folder"
_YES = "1 (yes) or 0 (no)"

TABLE: tuple[Variable, ...] = (
    Variable(name="OPHOLD_DEMO", what="A demonstration with invented people and known keys", accepts=_YES, default="0"),
    Variable(name="OPHOLD_TODAY", what="Fixes the day; in a demonstration only", accepts="a day, 2026-03-02"),
    Variable(
        name="DATABASE_URL",
        what="The database",
        accepts="sqlite:///PATH or postgres://USER:PASSWORD@HOST:PORT/NAME",
        default="sqlite, in OPHOLD_VAR",
    ),
    Variable(name="OPHOLD_VAR", what="Running data: letters handed over, and SQLite", accepts=_FOLDER, default="var"),
    Variable(
        name="OPHOLD_ANCHORS", what="The journal's anchors, best kept away from this machine", accepts="a file"
    ),
    Variable(name="OPHOLD_STANDARDS", what="The adopted standards", accepts=_FOLDER, default="standards"),
    Variable(
        name="OPHOLD_MUNICIPALITIES", what="Municipalities' own settings", accepts=_FOLDER, default="municipalities"
    ),
    Variable(name="OPHOLD_SECRET_KEY", what="Signs sessions' forms and links", accepts=_KEY, needed=True),
    Variable(
        name="OPHOLD_CPR_SEAL_KEY",
        what="Seals CPR numbers, personal text, letters and attachments",
        accepts=f"{_KEY}; several as `2:KEY,1:KEY`: the first seals, all open",
        needed=True,
    ),
    Variable(
        name="OPHOLD_CPR_INDEX_KEY",
        what="Finds a CPR number without storing it",
        accepts=f"{_KEY}; several as `2:KEY,1:KEY`: new numbers are kept under the first, all find",
        needed=True,
    ),
    Variable(name="OPHOLD_JOURNAL_KEY", what="Chains the journal", accepts=_KEY, needed=True),
    Variable(
        name="OPHOLD_HOSTS",
        what="The names the site is reached by; the first is used in links and names the entries of the feeds for ever",
        accepts="names, with commas between",
        default="127.0.0.1,localhost",
        needed=True,
    ),
    Variable(name="OPHOLD_HTTPS", what="Browsers reach the site by HTTPS only", accepts=_YES, default="1, in a demo 0"),
    Variable(
        name="OPHOLD_PROXY",
        what="A proxy of ours stands in front and sets X-Forwarded-Proto and X-Forwarded-For itself",
        accepts=_YES,
        default="0",
    ),
    Variable(name="OPHOLD_TLS_CERTIFICATE", what="Certificate, when no proxy stands in front", accepts="a PEM file"),
    Variable(name="OPHOLD_TLS_KEY", what="The certificate's key", accepts="a PEM file"),
    Variable(name="OPHOLD_BIND", what="The address that is listened on", accepts="an IP address", default="127.0.0.1"),
    Variable(name="OPHOLD_PORT", what="The port that is listened on", accepts="1 to 65535", default="8000"),
    Variable(name="OPHOLD_WORKERS", what="Processes that answer pages", accepts="1 to 64", default="2"),
    Variable(name="OPHOLD_THREADS", what="Threads in each process", accepts="1 to 64", default="4"),
    Variable(
        name="OPHOLD_LOG_LEVEL", what="How much is logged", accepts="INFO, WARNING or ERROR", default="INFO"
    ),
)  # fmt: skip
NAMES = frozenset(row.name for row in TABLE)


def text(name: str, default: str = "") -> str:
    """What a variable is set to, without spaces around it."""
    assert name in NAMES, f"{name} is not in the table"
    return os.environ.get(name, "").strip() or default


def flag(name: str, *, default: bool = False) -> bool:
    """Yes or no."""
    raw = text(name).lower()
    if raw not in ("", "0", "1"):
        raise NotUnderstood(f"{name} er sat til en ukendt værdi; skriv 1 (ja) eller 0 (nej).")
    return raw == "1" if raw else default


def day(name: str) -> date | None:
    """A day, or none."""
    raw = text(name)
    try:
        return date.fromisoformat(raw) if raw else None
    except ValueError as wrong:
        raise NotUnderstood(f"{name} er ikke en dato; skriv den som 2026-03-02, eller lad den være tom.") from wrong


def number(name: str, default: int, *, most: int) -> int:
    """A whole number from 1 to `most`."""
    raw = text(name, str(default))
    if not (raw.isascii() and raw.isdigit() and 1 <= int(raw) <= most):
        raise NotUnderstood(f"{name} skal være et helt tal fra 1 til {most}.")
    return int(raw)


def one_of(name: str, words: tuple[str, ...], default: str) -> str:
    """One word of a few."""
    raw = text(name, default).upper()
    if raw not in words:
        raise NotUnderstood(f"{name} skal være {' eller '.join(words)}.")
    return raw


def folder(name: str, default: Path) -> Path:
    """A folder's place."""
    return Path(text(name, str(default)))


def key(name: str, *, demo: bool) -> bytes:
    """32 bytes in base64; in a demonstration a fixed key that everybody knows, otherwise refused when missing."""
    if raw := text(name):
        return _decoded(name, raw, demo=demo)
    if demo:
        return demo_key(name)
    raise NotUnderstood(f"{name} mangler. Uden for demo skal nøglen stå i miljøet; lav en med `ophold key new`.")


def keys(name: str, *, demo: bool) -> dict[int, bytes]:
    """Several keys by their number, the one that seals first: `2:KEY,1:KEY`. One without a number is number 1."""
    raw = text(name)
    if ":" not in raw:
        return {1: key(name, demo=demo)}
    found: dict[int, bytes] = {}
    for part in raw.split(","):
        own, _, encoded = part.strip().partition(":")
        if not (own.isascii() and own.isdigit() and 1 <= int(own) <= 255) or int(own) in found:
            raise NotUnderstood(f"{name}: skriv hver nøgle som nummer:nøgle, med hvert sit nummer fra 1 til 255.")
        found[int(own)] = _decoded(name, encoded, demo=demo)
    if next(iter(found)) != max(found):
        raise NotUnderstood(f"{name}: den første nøgle er den, der forsegler, og skal have det højeste nummer.")
    return found


def demo_key(name: str) -> bytes:
    """The key everybody knows."""
    return hashlib.sha256(b"ophold demo, known to everybody: " + name.encode()).digest()


def fingerprint(secret: bytes) -> str:
    """Tells two keys apart and nothing else about them."""
    return hmac.digest(secret, b"ophold: which key is this?", "sha256").hex()[:16]


def unknown(surroundings: Mapping[str, str]) -> list[str]:
    """Names that look like ours and are not: a misspelt variable is otherwise silently without effect."""
    return sorted(name for name in surroundings if name.startswith("OPHOLD_") and name not in NAMES)


def table() -> str:
    """The table as docs/operations.md shows it."""
    rows = ["| variable | what | accepts | default | production |", "|---|---|---|---|---|"]
    rows += [
        f"| `{row.name}` | {row.what} | {row.accepts} | {row.default or '–'} | {'required' if row.needed else ''} |"
        for row in TABLE
    ]
    return "\n".join(rows)


def _decoded(name: str, raw: str, *, demo: bool) -> bytes:
    try:
        decoded = base64.b64decode(raw, validate=True)
    except ValueError as wrong:
        raise NotUnderstood(f"{name} er ikke base64; lav en nøgle med `ophold key new`.") from wrong
    if len(decoded) != KEY_LENGTH or (not demo and decoded == demo_key(name)):
        raise NotUnderstood(f"{name} skal være en egen nøgle på {KEY_LENGTH} bytes; lav en med `ophold key new`.")
    return decoded
