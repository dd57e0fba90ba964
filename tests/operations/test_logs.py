"""The log says what happened and where, and never about whom."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator

import pytest
from django.urls import reverse
from pytest_django import Settings

from ophold.record.people.models import Account, Municipality
from ophold.site.logs import PlainJson
from tests import people

NAME, NUMBER = "Ingeborg Hemmeligsen", "620388-1234"
PLANTED = (NAME, "Hemmeligsen", NUMBER, NUMBER.replace("-", ""))


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(PlainJson())
    root, ours = logging.getLogger(), logging.getLogger("ophold")
    before = ours.level, root.level
    root.addHandler(handler)
    ours.setLevel(logging.INFO)
    yield written
    root.removeHandler(handler)
    ours.setLevel(before[0])


def _nothing_planted(written: io.StringIO) -> list[dict[str, object]]:
    said = written.getvalue()
    for secret in PLANTED:
        assert secret not in said, said
    return [json.loads(line) for line in said.splitlines()]


@pytest.mark.django_db
def test_whatever_a_request_holds_its_line_holds_none_of_it(
    client: people.Browser, anna: Account, lines: io.StringIO
) -> None:
    client.get("/findes-ikke/" + NUMBER, {"q": NAME})
    client.get(
        reverse("front"), {"navn": NAME}, headers={"User-Agent": NAME, "Referer": NUMBER, "X-Request-ID": NUMBER}
    )
    client.post(reverse("sign-in"), {"username": NAME, "password": NUMBER, "next": f"/{NAME}"})
    client.cookies["ophold"] = NUMBER
    client.get(reverse("work-list"))
    client.generic("HEMMELIGSEN", "/")
    browser = people.signed_in(anna)
    browser.get(reverse("case", args=[people.a_case().reference]))
    told = [line for line in _nothing_planted(lines) if line["event"] == "request"]
    assert len(told) == 6
    assert told[0].keys() == {"time", "level", "logger", "event", "request", "method", "route", "status", "ms"}
    assert (told[0]["method"], told[0]["route"], told[0]["status"]) == ("GET", "-", 404)
    assert told[-1]["route"] == "case"
    assert len({line["request"] for line in told}) == len(told)


@pytest.mark.django_db
def test_an_error_is_told_by_its_class_and_place_and_the_page_has_the_same_id(
    client: people.Browser, lines: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object, **__: object) -> None:
        raise ValueError(f"{NAME} {NUMBER}")

    monkeypatch.setattr("ophold.site.views.render", breaks)
    client.raise_request_exception = False
    answer = client.get(reverse("front"), {"q": NAME})
    told = _nothing_planted(lines)
    error = next(line for line in told if line["level"] == "ERROR")
    assert error["error"] == "ValueError"
    assert any("ophold/site/views.py" in str(place) for place in error["at"])  # type: ignore[attr-defined]
    assert error["request"] == answer.headers["X-Request-ID"]
    assert answer.headers["X-Request-ID"] in answer.content.decode()


@pytest.mark.django_db
def test_a_databases_own_words_are_not_repeated(lines: io.StringIO) -> None:
    from django.db import IntegrityError, transaction

    people.municipality("lejre")
    try:
        with people.set_up(), transaction.atomic():
            Municipality.objects.create(key="lejre", name=NAME)
    except IntegrityError:
        logging.getLogger("ophold.record").exception("Not saved")
    error = _nothing_planted(lines)[-1]
    assert (error["event"], error["error"]) == ("Not saved", "IntegrityError")


@pytest.mark.parametrize(
    ("logger", "message", "arguments"),
    [
        ("ophold.x", "%s applied", (NAME,)),
        ("ophold.x", "%(who)s applied", ({"who": NAME},)),
        ("ophold.x", "number %d", (6203881234,)),
        ("somebody.else", f"{NAME} applied", ()),
        ("somebody.else", "%s", (ValueError(NUMBER),)),
        ("ophold.x", ValueError(NAME), ()),
    ],
)
def test_no_argument_gets_through(
    logger: str, message: object, arguments: tuple[object, ...], lines: io.StringIO
) -> None:
    logging.getLogger(logger).error(message, *arguments)
    _nothing_planted(lines)


def test_numbers_and_classes_of_errors_do(lines: io.StringIO) -> None:
    logging.getLogger("ophold.x").warning("Dispatch %d was not sent: %s", 17, "OperationalError")
    assert _nothing_planted(lines)[-1]["with"] == [17, "OperationalError"]


def test_production_logs_json(settings: Settings) -> None:
    from ophold.site.logs import configuration

    assert "json" in configuration("INFO", demo=False)["formatters"]  # type: ignore[operator]
