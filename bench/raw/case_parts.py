"""The parts of the case page's twin, as f-strings."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django.urls import NoReverseMatch, reverse

from bench.raw.ground import Who, day, moment, token
from ophold.outlook.desk.facts import LABEL_ALONE, LABELS, ONLY_WHEN_THERE, PAGES, SECTIONS, STATE_ALONE, STATES, _word
from ophold.outlook.desk.nextstep import BY_BUTTON, SELDOM
from ophold.outlook.desk.nextstep import PAGES as ACT_PAGES
from ophold.outlook.desk.words import KINDS, circumstances, done
from ophold.record.cases.choices import CaseState, Channel, ClockKind, Ending, LettersTo, PartyRole, WaitsOn
from ophold.record.cases.transitions import TRANSITIONS
from ophold.record.people.cpr import age_on
from ophold.record.people.seal import unseal_text
from ophold.site import formats
from ophold.site.formats import distance, plain_day
from ophold.site.jinja import icon_href
from ophold.site.published.addresses import slug

if TYPE_CHECKING:
    from bench.raw.case_page import Case, Clock


def _words(codes: Any) -> dict[str, str]:
    return {str(code): str(label) for code, label in codes.choices}


def _address(name: str, *more: object) -> str:
    return reverse(name, args=["REFERENCE", *more])


def _first_address(name: str, *choices: list[int]) -> str:
    """As the product finds it: with a number where the page has one; empty where there is no such page."""
    for more in choices:
        try:
            return _address(name, *more).replace("424242", "NUMBER")
        except NoReverseMatch:
            continue
    return ""


CASE_STATES, CHANNELS, WAITS, CLOCK_KINDS = _words(CaseState), _words(Channel), _words(WaitsOn), _words(ClockKind)
ENDINGS, ROLES, LETTERS = _words(Ending), _words(PartyRole), _words(LettersTo)
BACK = (
    f'<p class="back"><a class="back-link" href="{reverse("work-list")}"><svg class="icon-svg" focusable="false" '
    f'aria-hidden="true"><use href="{icon_href("chevron-left")}"></use></svg>Til arbejdslisten</a></p>\n'
)
NO_WINDOW = "<p>Klagefristen er ikke begyndt: der er ikke registreret, at afgørelsen er leveret.</p>"
ACTS = [
    (act, escape(str(TRANSITIONS[act].verb)), address)
    for act, page in ACT_PAGES.items()
    if (address := _first_address(page, []))
]
FACT_ADDRESSES = {kind: _first_address(PAGES.get(kind, ""), [424_242], []) for _heading, kind, _empty in SECTIONS}
HEADINGS = [(escape(str(heading)), kind, escape(str(empty))) for heading, kind, empty in SECTIONS]
SHOW_CPR = _address("show-cpr")
PARTY = [_address(name, 424_242).replace("424242", "NUMBER") for name in ("correct-party", "end-party")]
FILTER = (
    '<nav class="timeline-filter" aria-label="Vis kun">\n  <a id="kind-all" href="?" aria-current="true">Alt</a>\n'
    + "".join(f'<a id="kind-{code}" href="?slags={code}">{escape(str(label))}</a>' for code, label, _acts in KINDS)
    + '</nav>\n<ol class="timeline nobullet-list no-max-width" reversed>\n'
)
SILENT = {
    "missing": "Det kan ikke regnes ud endnu",
    "discretion": "Det afgøres i hver enkelt sag",
    "silent": "Standarden siger ikke noget om det",
    "elsewhere": "Det står i et andet dokument",
}


def band(case: Case, today: date) -> str:
    """Who it is about."""
    born, died = day(case.born_on), day(case.died_on)
    assert born is not None
    badges = ["Beskyttet adresse"] if case.is_protected else []
    badges += [f"Død {plain_day(died)}"] if died else []
    badges += [] if case.acting_confirmed else ["Handlekommunen er ikke afklaret"]
    return f"""{BACK}<header class="case-band">
  <h1>{escape(case.citizen)}</h1>
  <p>
    {age_on(born, today)} år · {case.reference} · {CASE_STATES[case.state]} ·
{escape(case.caseworker or "ikke fordelt")}{"".join(f'<strong class="badge badge-warning">{badge}</strong>' for badge in badges)}  </p>
</header>
"""  # noqa: E501 - the page's own line


def answer(case: Case, clock: Clock | None, today: date) -> str:
    """What the case waits for."""
    if case.state == "closed":
        closed = day(case.closed_on)
        assert closed is not None
        how = f" <strong>{ENDINGS[case.closed_as]}.</strong>" if case.closed_as not in ("", "done") else ""
        return f'<p class="answer">\n  Sagen er afsluttet {plain_day(closed)}.{how}</p>\n'
    if clock is None:
        nothing = "<strong>Sagen har ingen næste dato.</strong> Sæt en, så den ikke bliver glemt."
        return f'<p class="answer">\n  {nothing}\n</p>\n'
    on, what = clock.day, escape(clock.label) or CLOCK_KINDS[clock.kind].lower()
    when = "– <strong>uden dato</strong>"
    if on:
        word = "senest" if clock.due_on else "tidligst"
        when = f"– {word} <strong>{_time(on)}</strong> · {distance(on, today)}\n"
    return f"""<p class="answer">
  Venter på <strong>{WAITS[case.waits_on].lower()}</strong>:
  {what}
{when}</p>
"""


def _time(on: date) -> str:
    return f'<time datetime="{on}">{formats.day(on)}</time>'


def clocks(shown: Sequence[Clock], today: date) -> str:
    """The clocks, each with its reasons."""
    if not shown:
        return ""
    return f'<ul class="clocks nobullet-list no-max-width">\n{"".join(_clock(one, today) for one in shown)}</ul>\n'


def _clock(clock: Clock, today: date) -> str:
    kind, on = CLOCK_KINDS[clock.kind], clock.day
    if on:
        when = f"{'Senest' if clock.due_on else 'Tidligst'} <strong>{_time(on)}</strong><br>{distance(on, today)}\n"
    else:
        when = f"<strong>{escape(_headline(clock.finding)) if clock.finding else 'Ingen dato'}</strong>"
    if clock.promised_on and clock.due_on != clock.promised_on:
        when += f"<br>Lovet første gang: {plain_day(clock.promised_on)}"
    reasons = _why(clock.finding, kind) if clock.finding else '<p class="source">Sat af en medarbejder.</p>'
    return f"""  <li class="clock">
    <h2 class="clock-name">{escape(clock.label) or kind}</h2>
    <p class="clock-day">
{when}    </p>
{reasons}  </li>
"""


def _headline(finding: Mapping[str, Any]) -> str:
    return _value(finding["value"]) if finding["status"] == "settled" else SILENT[finding["status"]]


def _value(value: object) -> str:
    try:
        return formats.day(date.fromisoformat(str(value)))
    except ValueError:
        return str(value)


def _why(finding: Mapping[str, Any], about: str) -> str:
    reasons = finding.get("because", ())
    if not reasons:
        return "\n"
    lines = "".join(
        f'      <li>{escape(each["text"])} <span class="source">{escape(each["source"])}</span></li>\n'
        for each in reasons
    )
    others = [each for each in finding.get("readings", ()) if each["value"] != finding["value"]]
    readings = "".join(f"      <li>{_value(each['value'])}: {escape(each['why'])}</li>\n" for each in others)
    if readings:
        readings = (
            '    <p class="readings-title"><strong>Teksten kan også læses sådan:</strong></p>\n'
            f"    <ul>\n{readings}    </ul>\n"
        )
    undated = (
        "<p>Kommunens standard har ingen dato. Vi ved derfor ikke, fra hvornår den gælder.</p>"
        if any(each.get("undated") for each in reasons)
        else ""
    )
    unsure = (
        ""
        if finding.get("confirmed", True)
        else "<p>Ikke bekræftet: mindst én af kilderne er ikke læst hos myndigheden selv.</p>"
    )
    return f"""<details class="details why">
  <summary class="details-summary">Hvorfor?<span class="sr-only"> {about}</span></summary>
  <div class="details-text">
    <ol>
{lines}    </ol>
{readings}{undated}{unsure}  </div>
</details>

"""


def acts(case: Case, who: Who, first: str, asked: bool, secret: str) -> str:
    """What can be done, and why the rest cannot."""
    day_to_day, seldom, impossible, primary = "", "", "", ""
    for act, verb, address in ACTS:
        row = TRANSITIONS[act]
        mine = act == "take_case" and case.caseworker_id == who.id
        beside = (act == "reassess" and not asked) or (act == "reopen_case" and case.state != "closed")
        if who.role not in row.roles or mine or beside:
            continue
        href = address.replace("REFERENCE", case.reference)
        if case.state not in row.states:
            why = f"”{verb}” blev ikke udført, fordi sagen er ”{CASE_STATES[case.state]}”."
            impossible += f"<li><strong>{verb}</strong>: {why} Åbn sagen igen og se, hvad den venter på.</li>"
        elif act == first:
            primary = f'<a class="button button-primary" href="{href}">{verb}</a>'
            if act in BY_BUTTON:
                button = f'<button class="button button-primary" type="submit">{verb}</button>'
                primary = f'  <form method="post" action="{href}">{_hidden(secret)}{button}</form>\n'
        elif act in SELDOM:
            seldom += f'<li><a href="{href}">{verb}</a></li>'
        elif act in BY_BUTTON:
            button = f'<button class="function-link" type="submit">{verb}</button>'
            form = f'      <form method="post" action="{href}">{_hidden(secret)}{button}</form>\n'
            day_to_day += f"    <li>\n{form}    </li>\n"
        else:
            day_to_day += f'    <li>\n<a href="{href}">{verb}</a>    </li>\n'
    if day_to_day:
        day_to_day = f'  <ul class="other-acts nobullet-list no-max-width">\n{day_to_day}  </ul>\n'
    more = _details("Flere handlinger", f'<ul class="nobullet-list">{seldom}</ul>') if seldom else ""
    not_now = _details("Det kan du ikke gøre nu, og hvorfor", f"<ul>{impossible}</ul>") if impossible else ""
    return f"""<section class="acts d-print-none" aria-labelledby="acts">
  <h2 id="acts" class="sr-only">Hvad du kan gøre</h2>
{primary}{day_to_day}{more}{not_now}</section>"""


def _details(summary: str, inside: str) -> str:
    return f"""  <details class="details">
    <summary class="details-summary">{summary}</summary>
    <div class="details-text">{inside}</div>
  </details>
"""


def _hidden(secret: str) -> str:
    csrf = f'<input type="hidden" name="csrfmiddlewaretoken" value="{token(secret)}">'
    return f'{csrf}<input type="hidden" name="act_key" value="{uuid4()}">'


def timeline(events: Sequence[Any], *, more: bool) -> str:
    """What has happened, newest first."""
    lines = []
    for _number, at, who, act, said, sealed in events:
        on = moment(at)
        also = circumstances(json.loads(said))
        text = unseal_text(bytes(sealed), context="journal.text") if sealed else ""
        shown = f'<p class="event-text keep-lines">{escape(text)}</p>' if text else ""
        lines.append(f"""  <li>
    <p class="event-when"><time datetime="{on.isoformat()}">{formats.moment(on)}</time></p>
    <p class="event-what"><strong>{escape(who or "Ophold")}</strong> {escape(done(act))}{f" ({escape(also)})" if also else ""}</p>
{shown}  </li>
""")  # noqa: E501 - the page's own line
    older = f'<p><a href="?slags=&foer={events[-1][0]}">Vis ældre</a></p>' if more else ""
    return f"""<div class="case-columns">
  <section class="case-events" id="timeline" aria-labelledby="events" data-announce="Listen over, hvad der er sket, er opdateret."
    hx-boost="true" hx-target="#timeline" hx-select="#timeline" hx-swap="outerHTML show:none">
    <h2 id="events">Hvad er der sket</h2>
{FILTER}{"".join(lines)}</ol>
{older}  </section>
"""  # noqa: E501 - the page's own line


def facts(case: Case, parties: Sequence[Any], found: Mapping[str, Sequence[Any]], secret: str) -> str:
    """The citizen, the parties, and what each room holds."""
    born, received = day(case.born_on), day(case.received_on)
    assert born is not None
    assert received is not None
    phone = f"<dt>Telefon</dt><dd>{escape(case.phone)}</dd>" if case.phone else ""
    address = escape(case.address) if case.address and not case.is_protected else ""
    lives = f'<dt>Adresse</dt><dd class="keep-lines">{address}</dd>' if address else ""
    standard = f"/standarder/{case.key}/{slug(case.standard_version)}/"
    rooms = [(heading, kind, empty, found.get(kind)) for heading, kind, empty in HEADINGS]
    held = "".join(_room(case, heading, kind, lines) for heading, kind, _empty, lines in rooms if lines)
    lacking = "".join(
        f"<li>{empty}</li>" for _heading, kind, empty, lines in rooms if not lines and kind not in ONLY_WHEN_THERE
    )
    if lacking:
        lacking = f"""<section aria-labelledby="not-yet">
  <h2 id="not-yet">Endnu ikke</h2>
  <ul>{lacking}</ul>
</section>
"""
    return f"""  <div class="case-facts">
<section aria-labelledby="citizen">
  <h2 id="citizen">Borgeren</h2>
  <dl class="facts">
    <dt>Født</dt><dd>{plain_day(born)}</dd>
    <dt>CPR-nummer</dt>
    <dd><form method="post" action="{SHOW_CPR.replace("REFERENCE", case.reference)}">{_hidden(secret)}{born:%d%m%y}-•••• <button class="function-link" type="submit">Vis<span class="sr-only"> CPR-nummer</span></button></form></dd>
{phone}{lives}    <dt>Modtaget</dt><dd>{plain_day(received)}, {CHANNELS[case.channel].lower()}</dd>
    <dt>Standard</dt><dd><a href="{standard}">{escape(case.municipality)}, {case.standard_version}</a></dd>
  </dl>
</section>
<section aria-labelledby="parties">
  <h2 id="parties">Parter</h2>
{_parties(case, parties)}</section>
{held}{lacking}  </div>
</div>
"""  # noqa: E501 - the page's own line


def _parties(case: Case, parties: Sequence[Any]) -> str:
    if not parties:
        return "<p>Ingen andre end borgeren.</p>"
    lines = ""
    for pk, name, role, letters in parties:
        correct, end = (one.replace("REFERENCE", case.reference).replace("NUMBER", str(pk)) for one in PARTY)
        whose = f'<span class="sr-only"> {escape(name)}</span>'
        lines += f"""    <li>{escape(name)}, {ROLES[role].lower()}. {LETTERS[letters]}.
      <a href="{correct}">Ret{whose}</a> ·
      <a href="{end}">Afslut{whose}</a></li>
"""
    return f"  <ul>\n{lines}  </ul>\n"


def _room(case: Case, heading: str, kind: str, lines: Sequence[Any]) -> str:
    return f"""<section aria-labelledby="fact-{kind}">
  <h2 id="fact-{kind}">{heading}</h2>
  <ul>
{"".join(_line(case, *line) for line in lines)}  </ul>
</section>
"""


def _line(case: Case, kind: str, pk: int, on: date | None, state: str, label: str) -> str:
    words = _fact_words(kind, state, label)
    if href := FACT_ADDRESSES[kind]:
        href = href.replace("REFERENCE", case.reference).replace("NUMBER", str(pk))
        words = f'<a href="{href}">{words}</a>'
    when = f', <time datetime="{on}">{plain_day(on)}</time>' if on else ""
    return f"    <li>{words}{when}</li>\n"


@cache
def _fact_words(kind: str, state: str, label: str) -> str:
    named = "" if kind in STATE_ALONE else _word(LABELS.get(kind), label)
    stands = "" if kind in LABEL_ALONE else _word(STATES.get(kind), state)
    return escape(": ".join(word for word in (named, stands) if word))
