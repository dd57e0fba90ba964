"""What every twin stands on: the driver's connection, who is signed in, the read entry, and the page round the rows."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from html import escape
from typing import Any
from urllib.parse import parse_qsl

from django.conf import settings

from ophold.record import lane

Environ = Mapping[str, Any]
Start = Callable[[str, list[tuple[str, str]]], object]
LETTERS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
TO_LETTER = bytes(LETTERS[number % len(LETTERS)] for number in range(256))
PLACE = {letter: place for place, letter in enumerate(LETTERS.decode())}
TOKEN = re.compile(r'(?<=name="csrfmiddlewaretoken" value=")\w{64}(?=")')
SESSION = """
SELECT s.contents, a.id, a.password, a.role, a.kind, a.is_active, a.ends_at, a.name, m.id, m.name, s.ends_at,
a.cpr_sealed FROM people_session s LEFT JOIN people_account a ON a.id = s.account_id
LEFT JOIN people_municipality m ON m.id = a.municipality_id
WHERE s.token_hash = %s AND s.ends_at > %s LIMIT 1"""
READ = """
INSERT INTO journal_readentry (municipality_id, account_id, role, page, "references", at)
VALUES (%s, %s, %s, %s, %s, %s)"""
HEADERS = [
    ("Content-Type", "text/html; charset=utf-8"),
    ("Cache-Control", "no-store, private"),
    ("Content-Language", "da"),
    ("Vary", "Cookie"),
    ("X-Frame-Options", "DENY"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Content-Security-Policy", "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"),
]


@dataclass(slots=True)
class Database:
    """A driver's connection in autocommit, and how many statements it was asked."""

    connection: Any
    asked: int = 0
    marks: str = field(init=False)

    def __post_init__(self) -> None:
        self.marks = (
            "?" if type(self.connection).__module__.startswith("sqlite3") or _is_sqlite(self.connection) else "%s"
        )

    def run(self, statement: str, values: Sequence[object] = ()) -> Any:
        """One statement; its cursor."""
        self.asked += 1
        return self.connection.execute(statement if self.marks == "%s" else _marked(statement), values)


_known: dict[str, str] = {}


def _marked(statement: str) -> str:
    if statement not in _known:
        _known[statement] = statement.replace("%s", "?")
    return _known[statement]


def _is_sqlite(connection: object) -> bool:
    return any(base.__module__ == "sqlite3" for base in type(connection).__mro__)


@dataclass(frozen=True, slots=True)
class Who:
    """Who is asking; a citizen has no municipality and an empty role."""

    id: int
    role: str
    name: str
    municipality: int
    municipality_name: str
    ends: str  # the session, as the page's script reads it
    cpr_sealed: bytes | None  # a citizen's own


_session_key = hashlib.sha256(
    b"django.contrib.auth.models.AbstractBaseUser.get_session_auth_hash" + settings.SECRET_KEY.encode()
).digest()


def cookies(environ: Environ) -> dict[str, str]:
    """The request's cookies."""
    return dict(pair.strip().split("=", 1) for pair in environ.get("HTTP_COOKIE", "").split(";") if "=" in pair)


def signed_in(database: Database, cookie: str, now: datetime) -> Who | None:
    """Who the session belongs to, by the checks the product makes."""
    row = database.run(SESSION, (hashlib.sha256(cookie.encode()).hexdigest(), stored(database, now))).fetchone()
    if row is None or row[1] is None or not row[5] or (row[6] and moment(row[6]) <= now):
        return None
    expected = hmac.digest(_session_key, row[2].encode(), "sha256").hex()
    if not hmac.compare_digest(json.loads(row[0]).get("_auth_user_hash", ""), expected):
        return None
    ends = moment(row[10]).isoformat()
    return Who(row[1], row[3], row[7], municipality=row[8], municipality_name=row[9], ends=ends, cpr_sealed=row[11])


def record_read(database: Database, who: Who, page: str, references: list[str], now: datetime) -> None:
    """The read, before the answer."""
    said = json.dumps(references)
    database.run(READ, (who.municipality, who.id, who.role, page, said, stored(database, now)))


def stored(database: Database, at: datetime) -> object:
    """An instant as the database keeps it."""
    return at if database.marks == "%s" else at.astimezone(UTC).replace(tzinfo=None).isoformat(" ")


def moment(value: str | datetime) -> datetime:
    """An instant from either database."""
    at = datetime.fromisoformat(value) if isinstance(value, str) else value
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def day(value: str | date | None) -> date | None:
    """A day from either database."""
    return date.fromisoformat(value) if isinstance(value, str) else value


def token(secret: str) -> str:
    """The secret under a new mask, as Django sends it."""
    mask = os.urandom(32).translate(TO_LETTER).decode()
    size = len(LETTERS)
    letters = (chr(LETTERS[(PLACE[ours] + PLACE[theirs]) % size]) for ours, theirs in zip(secret, mask, strict=True))
    return mask + "".join(letters)


def same_secret(sent: str, secret: str) -> bool:
    """Whether a form's token stands for the cookie's secret."""
    if len(sent) == 2 * len(secret):
        size, mask = len(LETTERS), sent[: len(secret)]
        sent = "".join(
            chr(LETTERS[(PLACE[ours] - PLACE[theirs]) % size])
            for ours, theirs in zip(sent[len(secret) :], mask, strict=True)
        )
    return hmac.compare_digest(sent, secret)


def form(environ: Environ) -> dict[str, str]:
    """What was posted."""
    size = int(environ.get("CONTENT_LENGTH") or 0)
    return dict(parse_qsl(environ["wsgi.input"].read(size).decode(), keep_blank_values=True))


@contextmanager
def transaction(database: Database) -> Iterator[None]:
    """One transaction, begun in turn."""
    with lane.turn():
        database.connection.execute("BEGIN IMMEDIATE" if database.marks == "?" else "BEGIN")
        try:
            yield
        except BaseException:
            database.connection.execute("ROLLBACK")
            raise
        database.connection.execute("COMMIT")


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands round a page's own part, cut once from a page the product made, with holes for what changes."""

    before: str
    after: str

    @classmethod
    def cut(cls, page: str, *, begins: str, ends: str, holes: Mapping[str, str]) -> Frame:
        """`begins` and `ends` are the first marks of the page's own part and of what follows; `holes` names texts."""
        start = page.index(begins)
        end = page.index(ends, start)
        return cls(_with_holes(page[:start], holes), _with_holes(page[end:], holes))

    def around(self, rows: str, secret: str, **values: str) -> bytes:
        """The whole page; every form in it has a token of its own."""
        said = _Said(values, secret)
        return (self.before.format_map(said) + rows + self.after.format_map(said)).encode()


class _Said(dict[str, str]):
    """The values of a frame's holes; a new token each time one is asked for."""

    def __init__(self, values: Mapping[str, str], secret: str) -> None:
        super().__init__((name, escape(value)) for name, value in values.items())
        self._secret = secret

    def __missing__(self, _name: str) -> str:
        return token(self._secret)


def _with_holes(text: str, holes: Mapping[str, str]) -> str:
    text = TOKEN.sub("{token}", text.replace("{", "{{").replace("}", "}}"))
    for name, value in holes.items():
        text = text.replace(escape(value), f"{{{name}}}")
    return text
