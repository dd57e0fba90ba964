"""The work list's twin: `/arbejdsliste/?vis=team`, its first page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from html import escape
from itertools import groupby
from typing import Any

from bench.raw.ground import HEADERS, Database, Environ, Frame, Start, cookies, day, record_read, signed_in
from ophold.outlook.desk.words import _NEXT, _PASSED
from ophold.record.cases.choices import CaseState, WaitsOn
from ophold.record.people.seal import unseal_text
from ophold.site.formats import distance, plain_day
from ophold.site.jinja import icon_href

PAGE = 25
OTHERS = 2  # the urgency of what waits for somebody else
ADDRESS = "/arbejdsliste/"
QUERY = "vis=team"
ROLES = frozenset({"caseworker", "team_leader", "appeals_officer"})
LIST = """
SELECT c.id, c.reference, p.name, p.is_protected, c.state, a.name, c.urgency, c.next_kind, c.next_label, c.next_on,
c.waits_on FROM cases_case c JOIN people_citizen p ON p.id = c.citizen_id
LEFT JOIN people_account a ON a.id = c.caseworker_id
WHERE c.municipality_id = %s AND c.closed_on IS NULL ORDER BY c.urgency, c.next_on, c.id LIMIT 26"""
STATES = {str(one.value): str(one.label) for one in CaseState}
WAITS = {str(one.value): str(one.label) for one in WaitsOn}
NEXT = {str(kind): str(words) for kind, words in _NEXT.items()}
PASSED = {str(kind): str(words) for kind, words in _PASSED.items()}
HEADINGS = ("Uden næste dato", "Venter på andre", "Overskredet", "I dag og i morgen", "Denne uge", "Senere")
BEGINS, ENDS = '<section class="work-section"', "  </main>"


def twin(database: Database, page: str, now: Callable[[], datetime]) -> Callable[[Environ, Start], list[bytes]]:
    """The application; `page` is one the product made for the same person, whose frame is cut out."""
    frame: Frame | None = None
    chevron = icon_href("chevron-right")

    def application(environ: Environ, start: Start) -> list[bytes]:
        nonlocal frame
        at = now()
        sent = cookies(environ)
        who = signed_in(database, sent["ophold"], at)
        if who is None or who.role not in ROLES:
            start("404 Not Found", HEADERS)
            return [b""]
        said = {"name": who.name, "municipality": who.municipality_name, "ends": who.ends}
        frame = frame or Frame.cut(page, begins=BEGINS, ends=ENDS, holes=said)
        rows = database.run(LIST, (who.municipality,)).fetchall()
        record_read(database, who, "work-list", [row[1] for row in rows[:PAGE]], at)
        body = frame.around("".join(_main(rows, at.date(), chevron)), sent["csrftoken"], **said)
        start("200 OK", HEADERS)
        return [body]

    return application


def _main(rows: list[Any], today: date, chevron: str) -> Iterator[str]:
    for number, (heading, group) in enumerate(groupby(rows[:PAGE], key=lambda row: _heading(row, today)), 1):
        yield f"""<section class="work-section" aria-labelledby="section-{number}">
  <h2 id="section-{number}">{HEADINGS[heading]}</h2>
  <ul class="work-rows nobullet-list no-max-width">
"""
        for row in group:
            yield _row(row, today)
        yield "  </ul>\n</section>\n"
    if len(rows) > PAGE:
        last = rows[PAGE - 1]
        yield (
            '<nav class="pagination" aria-label="Sider">\n<a class="button button-arrow button-next" '
            f'href="?vis=team&amp;trin=&amp;efter={last[6]}.{last[9] or ""}.{last[0]}">'
            f'<span class="pagination-nav-link">Næste side</span>'
            f'<svg class="icon-svg" focusable="false" aria-hidden="true"><use href="{chevron}"></use></svg></a></nav>\n'
        )
    yield "\n"


def _row(row: Any, today: date) -> str:
    _pk, reference, citizen, protected, state, worker, urgency, kind, label, next_on, waits_on = row
    on = day(next_on)
    badge = '<strong class="badge badge-warning">Beskyttet adresse</strong>' if protected else ""
    what = escape(_verb(state, kind, bytes(label), worker, on is not None and on < today))
    waits = f" · {WAITS[waits_on]}" if urgency == OTHERS else ""
    when = f'<time datetime="{on}">{plain_day(on)}</time> · {distance(on, today)}' if on else "Ingen dato. Sæt en."
    return f"""    <li class="work-row">
      <a class="work-who" href="/sag/{reference}/">{escape(citizen)}</a>
{badge}      <span class="work-what">{what}{waits}</span>
      <span class="work-when">{when}</span>
      <span class="work-more">{reference} · {STATES[state]} · {escape(worker or "ikke fordelt")}</span>
    </li>
"""


def _verb(state: str, kind: str, label: bytes, worker: str | None, passed: bool) -> str:
    if state == "received" and worker is None:
        return "Tag sagen"
    if label:
        return unseal_text(label, context="cases_case.next_label")
    if passed and kind in PASSED:
        return PASSED[kind]
    return NEXT[kind] if kind else "Sæt en næste dato"


def _heading(row: Any, today: date) -> int:
    on = day(row[9])
    if on is None:
        return 0
    if row[6] == OTHERS:
        return 1
    if on < today:
        return 2
    if on <= today + timedelta(days=1):
        return 3
    return 4 if on <= today + timedelta(days=6 - today.weekday()) else 5
