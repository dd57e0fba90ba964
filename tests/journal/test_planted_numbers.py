"""A hundred CPR numbers go through the product; none of them is left anywhere in clear.

Looked through: the database (the file and its write-ahead log, or every row as text), the log, every address met, the
queue, and the names in the postbox. The numbers have the day plus 60: nobody has them.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.urls import reverse
from pytest_django import Settings

from ophold.journey.intake.actions import Person, apply, register_application
from ophold.record.cases import actions as cases
from ophold.record.cases.choices import Channel
from ophold.record.cases.models import Case
from ophold.record.journal.verify import verify
from ophold.record.letters.sending import sweep
from ophold.record.people import cpr
from tests import people
from tests.intake.examples import ANSWERS
from tests.journeys import steps
from tests.journeys.cast import KARENS_CPR, cast_of

PLANTED = [f"{61 + n % 28}{1 + n % 12:02}{50 + n % 49:02}{1000 + 73 * n % 3000}" for n in range(100)]
KNOWN = "Prøveby"  # an open text that the search must find, or it looks in the wrong place


def _citizens(digits: list[str]) -> Iterator[Case]:
    """They sign in with the number and apply, and write it in every box that takes their own words."""
    for place, number in enumerate(digits):
        account = people.citizen_account(
            f"borger-{place}",
            f"Borger {place}",
            born_on=cpr.born_on(number),
            cpr_sealed=cpr.seal_cpr(number),
            cpr_index=cpr.index(number),
        )
        told = type(ANSWERS)(
            **{name: getattr(ANSWERS, name) for name in ANSWERS.__dataclass_fields__}
            | {"need": f"Mit CPR-nummer er {cpr.written(number)} ({number}).", "place": number, "home_words": number}
        )
        browser = people.signed_in(account)
        assert browser.get(reverse("front")).status_code == 200
        home = people.municipality("hjoerring")
        yield apply(municipality=home, answers=told, by=account, at=people.NOON, act_key=f"apply-{place}")


def _at_the_counter(digits: list[str]) -> Iterator[Case]:
    """Staff enter the number for somebody who came with a letter."""
    for place, number in enumerate(digits):
        person = Person(digits=number, name=f"Person {place}", address=f"Vej 1\n9800 {KNOWN}")
        yield register_application(
            person=person, answers=ANSWERS, received_on=people.TODAY, channel=Channel.LETTER, by=people.anna(),
            at=people.NOON, act_key=f"register-{place}",
        )  # fmt: skip


def _work_on(case: Case, number: str) -> list[str]:
    """Staff write the number in a note, ask to see it, and open the case; every address that was met."""
    cases.note_conversation(
        case, text=f"Oplyste {number} og {cpr.written(number)}", held_on=people.TODAY, channel=Channel.PHONE,
        with_whom=f"borger {number}", by=people.anna(), at=people.NOON, act_key=f"note-{case.pk}",
    )  # fmt: skip
    browser = people.signed_in(people.anna())
    shown = browser.post(reverse("show-cpr", args=[case.reference]), {"act_key": f"show-{case.pk}"})
    assert cpr.written(number) in shown.content.decode()
    page = browser.get(reverse("case", args=[case.reference]))
    party = {"role": "relative", "name": f"Mor {number}", "letters": "none", "act_key": f"party-{case.pk}"}
    refused = browser.post(
        reverse("add-party", args=[case.reference]),
        party | {"valid_from_0": "2", "valid_from_1": "3", "valid_from_2": "2026"},
    )
    assert "Skriv ikke CPR-nummeret her" in refused.content.decode()
    return re.findall(r'(?:href|action|src)="([^"]*)"', page.content.decode() + shown.content.decode())


def _stored() -> bytes:
    """All that the database keeps, as bytes."""
    if connection.vendor == "sqlite":
        name = str(connection.settings_dict["NAME"])
        return b"".join(Path(name + suffix).read_bytes() for suffix in ("", "-wal") if Path(name + suffix).exists())
    rows = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT t::text FROM "{table}" t')
            rows += [row[0] for row in cursor.fetchall()]
    return "\n".join(rows).encode()


def _is_nowhere(number: str, stored: bytes, said: bytes) -> None:
    for form in (number, cpr.written(number), number.encode().hex()):
        assert form.encode() not in stored, f"{form} in the database ({connection.vendor})"
        assert form.encode() not in said, f"{form} in the log, an address or a file name"


@pytest.mark.django_db(transaction=True)
def test_no_planted_number_is_left_in_clear(
    tmp_path: Path, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    settings.VAR = tmp_path
    with caplog.at_level(logging.DEBUG):
        made = [*_citizens(PLANTED[:50]), *_at_the_counter(PLANTED[50:])]
        both = list(zip(made, PLANTED, strict=True))
        addresses = [address for case, number in both[::5] for address in _work_on(case, number)]
        sent = sweep(now=lambda: people.NOON + timedelta(hours=1))
    names = [path.name for path in tmp_path.rglob("*")]
    stored = _stored()
    assert sent == 100
    assert len(names) >= 100
    assert addresses
    assert KNOWN.encode() in stored
    said = "\n".join([caplog.text, *addresses, *names]).encode()
    for number in PLANTED:
        _is_nowhere(number, stored, said)


@pytest.mark.django_db(transaction=True)
def test_a_number_written_in_every_box_of_a_case_is_left_in_clear_nowhere(
    tmp_path: Path, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    settings.VAR = tmp_path
    cast, it = cast_of("ballerup"), f"Mit nummer er {cpr.written(KARENS_CPR)}, altså {KARENS_CPR}."
    with caplog.at_level(logging.DEBUG):
        reference, _ = steps.apply(cast, need=it)
        steps.take(cast, reference)
        steps.weigh_limbs(cast.caseworker, reference, steps.NOT_MET, steps.NOT_MET, steps.UNCLEAR, words=it)
        steps.send_hearing(cast, reference, draft=it, adverse=it)
        steps.worker_runs()
        steps.reply(cast, reference, whole=it)
        steps.on(people.TODAY + timedelta(days=14))
        words = dict.fromkeys(("reasons", "considerations", "facts", "remarks_weighed"), it)
        steps.decide(cast, reference, "refusal", **words)
        steps.worker_runs()
        steps.complain(cast, reference, text=it)
        steps.reassess(cast.appeals, reference, "upheld", it)
        steps.forward(cast.appeals, reference, next_on=people.TODAY + timedelta(days=90), note=it)
        steps.worker_runs()
    names = "\n".join(path.name for path in tmp_path.rglob("*"))
    assert verify().faults == []
    _is_nowhere(KARENS_CPR, _stored(), (caplog.text + names).encode())
