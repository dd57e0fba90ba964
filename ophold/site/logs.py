"""What is written in the log: one JSON object a line, and nothing about a person.

Nobody's words get in: of a record only its fixed text is kept, of its arguments only numbers and names of error
classes, of an error only its class and the places in our code. So a path, a query, a form or a database's own message
cannot be quoted, whoever logs it. A request's line is made by `request_log`. Not here: who read what (the journal).
"""

from __future__ import annotations

import json
import logging
import re
import traceback
from collections.abc import Mapping
from contextvars import ContextVar
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

request_id: ContextVar[str] = ContextVar("request_id", default="")

ROOT = Path(__file__).resolve().parent.parent.parent
_ERROR = re.compile(r"[A-Z][A-Za-z]{2,60}(?:Error|Exception|Refused|Broken|Taken|Warning|DoesNotExist|Timeout)")
PLACES = 6


class PlainJson(logging.Formatter):
    """A record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        said: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, tz=UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "request": request_id.get(),
        }
        said["event"] = record.msg if isinstance(record.msg, str) and _fixed(record) else type(record.msg).__name__
        if told := [safe for each in _arguments(record) if (safe := _safe(each)) is not None]:
            said["with"] = told
        fields = getattr(record, "fields", None)
        if isinstance(fields, Mapping):
            said |= fields
        if record.exc_info and record.exc_info[0]:
            said["error"] = record.exc_info[0].__name__
            said["at"] = places(record.exc_info[2])
        return json.dumps(said, ensure_ascii=False)


def places(trace: TracebackType | None) -> list[str]:
    """Where in our code it happened, innermost last; no values."""
    frames = [frame for frame in traceback.extract_tb(trace) if Path(frame.filename).is_relative_to(ROOT / "ophold")]
    return [f"{Path(frame.filename).relative_to(ROOT)}:{frame.lineno}" for frame in frames[-PLACES:]]


def _fixed(record: logging.LogRecord) -> bool:
    """Whether the text is one somebody wrote in code: ours are held to that by the linter, others' have a slot."""
    return record.name.startswith("ophold.") or "%" in str(record.msg)


def _arguments(record: logging.LogRecord) -> list[object]:
    if isinstance(record.args, Mapping):
        return list(record.args.values())
    return list(record.args or ())


def _safe(argument: object) -> int | float | str | None:
    if isinstance(argument, int | float):
        return argument if abs(argument) < 1_000_000_000 else None  # ten digits may be a CPR number
    return argument if isinstance(argument, str) and _ERROR.fullmatch(argument) else None


def configuration(level: str, *, demo: bool) -> dict[str, object]:
    """Django's LOGGING. In a demonstration errors are shown as Python shows them; its people are invented."""
    formatters = {} if demo else {"json": {"()": "ophold.site.logs.PlainJson"}}
    console = {"class": "logging.StreamHandler"} | ({} if demo else {"formatter": "json"})
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": formatters,
        "handlers": {"console": console},
        "root": {"handlers": ["console"], "level": "WARNING"},
        "loggers": {
            "ophold": {"level": "WARNING" if demo else level},
            "django": {"handlers": [], "level": "WARNING", "propagate": True},
            "django.server": {"handlers": [], "propagate": True},
            "django.request": {"level": "ERROR"},  # a 404 is told by the request's own line
        },
    }
