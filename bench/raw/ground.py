"""What every twin stands on: the driver's connection, who is signed in, the read entry, and the page round the rows."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from html import escape
from typing import Any

from django.conf import settings

Environ = Mapping[str, Any]
Start = Callable[[str, list[tuple[str, str]]], object]
LETTERS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
TO_LETTER = bytes(LETTERS[number % len(LETTERS)] for number in range(256))
PLACE = {letter: place for place, letter in enumerate(LETTERS.decode())}
TOKEN = re.compile(r'(?<=name="csrfmiddlewaretoken" value=")\w{64}(?=")')
SESSION = """
SELECT s.contents, a.id, a.password, a.role, a.kind, a.is_active, a.ends_at, a.name, m.id, m.name
FROM people_session s LEFT JOIN people_account a ON a.id = s.account_id
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
    """The member of staff asking."""

    id: int
    role: str
    name: str
    municipality: int
    municipality_name: str


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
    return Who(id=row[1], role=row[3], name=row[7], municipality=row[8], municipality_name=row[9])


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


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands round a page's own part, cut once from a page the product made, with holes for what changes."""

    before: str
    after: str
    tokens: int  # how many forms stand in it

    @classmethod
    def cut(cls, page: str, who: Who, *, begins: str, ends: str) -> Frame:
        """`begins` and `ends` are the first marks of the page's own part and of what follows it."""
        start = page.index(begins)
        end = page.index(ends, start)
        tokens = len(TOKEN.findall(page[:start]))
        before = TOKEN.sub("{}", page[:start].replace("{", "{{").replace("}", "}}"))
        before = before.replace(f">{escape(who.name)}<", ">{name}<")
        before = before.replace(f">{escape(who.municipality_name)}<", ">{municipality}<")
        return cls(before, page[end:], tokens)

    def around(self, rows: str, who: Who, secret: str) -> bytes:
        """The whole page."""
        head = self.before.format(
            *(token(secret) for _ in range(self.tokens)),
            name=escape(who.name),
            municipality=escape(who.municipality_name),
        )
        return (head + rows + self.after).encode()
