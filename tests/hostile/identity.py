"""A service with many people in it, each with a mark that nobody else has; `python -m tests.hostile.identity` makes it.

Run with the environment of production, so that keys and settings are the service's own. Prints, as JSON, who there is:
their session, the mark in their name, and every address with the marks and case numbers its answer may carry.
"""

from __future__ import annotations

import json
import sys
from typing import Any

HOMES = ("ballerup", "frederikssund", "hjoerring", "ishoej", "lejre")
CITIZENS, STAFF = 8, 4  # in each municipality
WORD = "Zq{:03}z"


def _asked(path: str, *, marks: list[str], references: list[str], **rest: Any) -> dict[str, Any]:
    return {"path": path, "marks": marks, "references": references, **rest}


def _people() -> list[dict[str, Any]]:
    """Citizens with a case each, and caseworkers who have taken one case each."""
    from ophold.record.acting import acting
    from ophold.record.people import cpr
    from ophold.record.people.models import Account, Municipality

    found: list[dict[str, Any]] = []
    for home in Municipality.objects.filter(key__in=HOMES).order_by("key"):
        for number in range(CITIZENS + STAFF):
            mark, digits = WORD.format(len(found)), f"{61 + number:02}0190{1000 + len(found)}"
            staff = number >= CITIZENS
            own: dict[str, Any] = {"kind": "staff", "municipality": home, "role": "caseworker"}
            if not staff:
                own = {
                    "kind": "citizen", "born_on": cpr.born_on(digits), "cpr_sealed": cpr.seal_cpr(digits),
                    "cpr_index": cpr.index(digits),
                }  # fmt: skip
            with acting("test set-up"):
                account = Account.objects.create(username=mark.lower(), name=f"Person {mark}", **own)
            found.append({"mark": mark, "staff": staff, "home": home, "account": account})
    return found


def _cases(found: list[dict[str, Any]]) -> None:
    """Every citizen applies; each caseworker takes one of the first cases in the municipality; letters are sent."""
    from ophold.journey.intake.actions import apply
    from ophold.journey.intake.answers import Answers
    from ophold.record import clock
    from ophold.record.cases.actions import take_case
    from ophold.record.letters import sending

    for one in found:
        if not one["staff"]:
            told = Answers(items=("stay",), need=f"Hjælp til {one['mark']}.", address=f"{one['mark']}vej 1\n2750 By")
            keys: dict[str, Any] = {"by": one["account"], "at": clock.now(), "act_key": one["mark"]}
            one["case"] = apply(municipality=one["home"], answers=told, **keys)
            one["with"] = ""
    for one in found:
        if one["staff"]:
            taken = next(each for each in found if each["home"] == one["home"] and each.get("with") == "")
            take_case(taken["case"], by=one["account"], at=clock.now(), act_key=one["mark"])
            taken["with"] = one["mark"]
    while sending.sweep(now=clock.now):
        pass


def _addresses(one: dict[str, Any], found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What this person asks for, and what the answers may carry."""
    if not one["staff"]:
        path, frozen = f"/min-sag/{one['case'].reference}", _frozen(one)
        marks = [one["mark"], one["with"]]
        pages = ["/min-sag/", f"/kvittering/{one['case'].reference}/"]
        pages += [f"{path}/{page}" for page in ("", "ansoegning/", "brev/1/")]
        asked = [_asked(each, marks=marks, references=[one["case"].reference]) for each in pages]
        return [*asked, _asked(f"{path}/brev/1.pdf", marks=[one["mark"]], references=[], sha256=frozen)]
    theirs = [each for each in found if each["home"] == one["home"]]
    cases = [each for each in theirs if not each["staff"]]
    all_marks, all_cases = [each["mark"] for each in theirs], [each["case"].reference for each in cases]
    asked = [
        _asked("/arbejdsliste/", marks=all_marks, references=all_cases),
        _asked("/arbejdsliste/?vis=alle", marks=all_marks, references=all_cases, fragment=True),
    ]
    for case in cases[:3]:
        path, only = f"/sag/{case['case'].reference}", {"references": [case["case"].reference]}
        marks = [one["mark"], case["mark"], case["with"]]
        asked += [_asked(each, marks=marks, **only) for each in (f"{path}/", f"{path}/ansoegning/", f"{path}/brev/1/")]
        asked.append(_asked(f"{path}/brev/1.pdf", marks=[case["mark"]], references=[], sha256=_frozen(case)))
        asked.append(_asked("/soeg/", marks=marks, text=case["mark"], **only))
    stranger = next(each for each in found if each["home"] != one["home"] and not each["staff"])
    asked.append(_asked("/soeg/", marks=[one["mark"]], references=[], text=stranger["mark"], typed=stranger["mark"]))
    return asked


def _frozen(one: dict[str, Any]) -> str:
    from ophold.record.letters.models import FrozenLetter

    return FrozenLetter.objects.get(dispatch__letter__case=one["case"]).sha256


def _session(account: Any) -> str:
    from django.conf import settings
    from django.test import Client

    browser = Client()
    browser.force_login(account)
    return browser.cookies[settings.SESSION_COOKIE_NAME].value


def main() -> int:
    """Make it, and print who there is."""
    import django

    django.setup()
    from django.core.management import call_command
    from django_scopes import scopes_disabled

    call_command("municipalities", verbosity=0, stdout=sys.stderr)
    with scopes_disabled():
        found = _people()
        _cases(found)
        told = [
            {"mark": one["mark"], "session": _session(one["account"]), "asks": _addresses(one, found)} for one in found
        ]
    json.dump(told, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
