"""Who may open which page: one row for every named route, and `docs/access.md` made from it.

A route without a row fails the build. The rows say what the tests then try: every route, as every role, on a case that
is somebody else's. Not here: which act is possible now (`ophold.record.cases.transitions`), and the predicate itself
(`ophold.record.cases.access`). `python -m ophold.site.access_table` writes the page.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver

from ophold.record.cases.transitions import CITIZEN, TRANSITIONS
from ophold.record.people.choices import CASE_ROLES, Role

CASEWORKERS = frozenset(role.value for role in CASE_ROLES)
LEADERS = frozenset({Role.TEAM_LEADER.value})
ADMINISTRATORS = frozenset({Role.ADMINISTRATOR.value})
POLICY_OFFICERS = frozenset({Role.POLICY_OFFICER.value})
CITIZENS = frozenset({CITIZEN})
EVERYBODY = frozenset({CITIZEN, *(role.value for role in Role)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Who may open a route. `opens` is empty for a page that needs no sign-in."""

    opens: frozenset[str] = frozenset()
    about_a_case: bool = False
    act: str = ""  # the act the page is for; the table of acts says who may do it, and when


PUBLIC = Row()


def _work(act: str = "") -> Row:
    """A page about a case, for staff who open cases at all in the case's municipality."""
    return Row(opens=CASEWORKERS, about_a_case=True, act=act)


def _own(act: str = "") -> Row:
    """A page about a case, for the citizen it is about."""
    return Row(opens=CITIZENS, about_a_case=True, act=act)


ROUTES: Mapping[str, Row] = {
    # public
    "front": PUBLIC,
    "standards": PUBLIC,
    "standard-in-force": PUBLIC,
    "standard": PUBLIC,
    "compare": PUBLIC,
    "compare-sheet": PUBLIC,
    "compare-json": PUBLIC,
    "standards-json": PUBLIC,
    "standards-csv": PUBLIC,
    "changes": PUBLIC,
    "changes-of": PUBLIC,
    "standard-yaml": PUBLIC,
    "standard-json": PUBLIC,
    "standard-answers": PUBLIC,
    "standard-pdf": PUBLIC,
    "standard-pdf-en": PUBLIC,
    "provision": PUBLIC,
    "old-address": PUBLIC,
    "old-address-of-part": PUBLIC,
    "guide": PUBLIC,
    "guide-who": PUBLIC,
    "guide-questions": PUBLIC,
    "guide-answer": PUBLIC,
    "accessibility": PUBLIC,
    "privacy": PUBLIC,
    "cookies": PUBLIC,
    "contact": PUBLIC,
    "legal-basis": PUBLIC,
    "set-language": PUBLIC,
    "sign-in": PUBLIC,
    "become": PUBLIC,
    "sign-out": PUBLIC,
    "stay-signed-in": Row(opens=EVERYBODY),
    "choose-password": PUBLIC,  # who holds the link
    # the citizen's
    "apply-start": PUBLIC,
    "apply-begin": PUBLIC,
    "apply": Row(opens=CITIZENS),
    "apply-summary": Row(opens=CITIZENS),
    "receipt": Row(opens=CITIZENS | CASEWORKERS, about_a_case=True),
    "my-cases": Row(opens=CITIZENS),
    "my-case": _own(),
    "my-application": _own(),
    "withdraw": _own("withdraw"),
    # the caseworker's
    "administration": Row(opens=ADMINISTRATORS),
    "setting": Row(opens=ADMINISTRATORS),
    "staff": Row(opens=ADMINISTRATORS),
    "change-role": Row(opens=ADMINISTRATORS),
    "close-account": Row(opens=ADMINISTRATORS),
    "minutes": PUBLIC,  # where the municipality marked them so; else its policy officers' (`standards.access`)
    # the policy officer's
    "drafts": Row(opens=POLICY_OFFICERS),
    "begin-draft": Row(opens=POLICY_OFFICERS),
    "import-draft": Row(opens=POLICY_OFFICERS),
    "draft": Row(opens=POLICY_OFFICERS),
    "draft-section": Row(opens=POLICY_OFFICERS),
    "keep-theirs": Row(opens=POLICY_OFFICERS),
    "remove-provision": Row(opens=POLICY_OFFICERS),
    "add-provision": Row(opens=POLICY_OFFICERS),
    "draft-difference": Row(opens=POLICY_OFFICERS),
    "draft-check": Row(opens=POLICY_OFFICERS),
    "adopt-draft": Row(opens=POLICY_OFFICERS),
    "draft-yaml": Row(opens=POLICY_OFFICERS),
    "withdraw-draft": Row(opens=POLICY_OFFICERS),
    # a case's
    "application": _work(),
    "correct-received": _work("correct_received"),
    "reassign": _work("reassign"),
    "register-withdrawal": _work("register_withdrawal"),
    "register-death": _work("register_death"),
    "register-move": _work("register_move"),
    "annul-case": _work("annul_case"),
    "correct-party": _work("correct_party"),
    "reopen-case": _work("reopen_case"),
    "cover": Row(opens=LEADERS),
    "end-cover": Row(opens=LEADERS),
    "register": Row(opens=TRANSITIONS["take_case"].roles),
    "notify-delay": _work("notify_delay"),
    "move-version": _work("move_version"),
    "work-list": Row(opens=CASEWORKERS),
    "search": Row(opens=CASEWORKERS),
    "case": _work(),
    "take-case": _work("take_case"),
    "note": _work("note_conversation"),
    "next-date": _work("set_next_date"),
    "add-party": _work("add_party"),
    "end-party": _work("end_party"),
    "close-case": _work("close_case"),
    "show-cpr": _work("show_cpr"),
    "themes": _work(),
    "theme": _work("rate_theme"),
    "conclusion": _work("conclude_assessment"),
    "keep-typed": _work("rate_theme"),
    "information": _work(),
    "record-consent": _work("record_consent"),
    "withdraw-consent": _work("withdraw_consent"),
    "request-information": _work("request_information"),
    "chase-information": _work("chase_information"),
    "register-information": _work("register_information"),
    "assess": _work("record_limb"),
    "assess-limb": _work("record_limb"),
    "send-hearing": _work("send_hearing"),
    "exempt-hearing": _work("exempt_hearing"),
    "register-remarks": _work("register_remarks"),
    "decide": _work("decide"),
    "letter": _work(),
    "letter-pdf": _work(),
    "attachment": _work(),
    "register-delivery": _work("register_delivery"),
    "retry-letter": _work("retry_letter"),
    "begin-stay": _work("begin_stay"),
    "hold-follow-up": _work("hold_follow_up"),
    "register-complaint": _work("register_complaint"),
    "complaint": _work("reassess"),
    "reassess": _work("reassess"),
    "record-authority": _work("record_authority"),
    "delay-reassessment": _work("delay_reassessment"),
    "decide-anew": _work("decide_anew"),
    "forward-complaint": _work("forward_complaint"),
    # the citizen's
    "hearing-reply": _own("reply_hearing"),
    "complain": _own("complain"),
    "complaint-receipt": _own(),
    "my-letter": _own(),
    "my-letter-pdf": _own(),
    "my-attachment": _own(),
}


def routes() -> Iterator[tuple[str, str]]:
    """Every route there is: its name and its address."""
    return _walk(get_resolver().url_patterns, "/")


def _walk(patterns: list[Any], before: str) -> Iterator[tuple[str, str]]:
    for each in patterns:
        if isinstance(each, URLResolver):
            yield from _walk(each.url_patterns, before + str(each.pattern))
        elif isinstance(each, URLPattern):
            yield each.name or "", before + str(each.pattern)


def page() -> str:
    """`docs/access.md`."""
    said = [
        "# Who may open which page",
        "",
        "Made from `ophold/site/access_table.py` by `python -m ophold.site.access_table`; a test compares the two.",
        "Staff meet the cases of their own municipality, a citizen their own. Everybody else is answered 404, alike",
        "whether the case exists or not; who is not signed in is sent to the sign-in page.",
        "",
        "| address | name | who opens it | act |",
        "|---|---|---|---|",
    ]
    for name, address in routes():
        row = ROUTES[name]
        who = ", ".join(sorted(row.opens)) or "everybody"
        act = f"{row.act} ({', '.join(sorted(TRANSITIONS[row.act].roles))})" if row.act else ""
        said.append(f"| `{address}` | {name} | {who} | {act} |")
    return "\n".join(said) + "\n"


def main() -> None:
    """Write the page."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ophold.site.settings")
    django.setup()
    place: Path = settings.BASE_DIR / "docs" / "access.md"
    place.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
