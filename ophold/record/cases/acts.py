"""What every act has in common: one transaction, the case locked, the table asked, one journal entry, done once.

Use: `@act("take_case")` above a function whose first argument is the case and whose keywords hold `by`, `at` and
`act_key`. Inside it the case is locked and fresh; the function calls `journal.actions.write` exactly once.
Doing the same act again with the same `act_key` (double click, retry) changes nothing and is no refusal.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from django.db import IntegrityError
from django.utils.translation import gettext as _

from ophold.record.acting import acting as acting
from ophold.record.acting import open_act as open_act
from ophold.record.cases.models import Case
from ophold.record.cases.transitions import CITIZEN, TRANSITIONS
from ophold.record.people.models import Account

P = ParamSpec("P")
R = TypeVar("R")


class Refused(Exception):
    """An act did not happen. `str()` is fit to show: what did not happen, why, what to do."""


class NotPossible(Refused):
    """The case's state or the account's role does not allow the act."""


def role_of(account: Account) -> str:
    """The word the transition table uses for an account."""
    return account.role or CITIZEN


def why_not(name: str, case: Case, account: Account) -> str:
    """Why `account` cannot do the act now, in Danish; empty when it can."""
    row = TRANSITIONS[name]
    if role_of(account) not in row.roles:
        return _(
            "”%(act)s” blev ikke udført, fordi din rolle ikke giver adgang til det. Bed en sagsbehandler om det."
        ) % {"act": row.verb}
    if case.state not in row.states:
        return _(
            "”%(act)s” blev ikke udført, fordi sagen er ”%(state)s”. Åbn sagen igen og se, hvad den venter på."
        ) % {
            "act": row.verb,
            "state": case.get_state_display(),
        }
    return ""


def act(
    name: str,
) -> Callable[[Callable[Concatenate[Case, P], R]], Callable[Concatenate[Case, P], R | None]]:
    """Make a function an act on a case. It then returns None when the same `act_key` was done before."""

    def decorate(function: Callable[Concatenate[Case, P], R]) -> Callable[Concatenate[Case, P], R | None]:
        @functools.wraps(function)
        def wrapper(case: Case, /, *args: P.args, **kwargs: P.kwargs) -> R | None:
            by = kwargs["by"]
            key = kwargs["act_key"]
            assert isinstance(by, Account)
            try:
                with acting(name):
                    locked = (
                        Case.objects.select_for_update(of=("self",))
                        .select_related("citizen", "municipality")
                        .get(pk=case.pk)
                    )
                    if refusal := why_not(name, locked, by):
                        raise NotPossible(refusal)
                    return function(locked, *args, **kwargs)
            except (Refused, IntegrityError) as problem:
                used = _used_by(case, str(key)) if key else ""
                if used == name:
                    return None
                if used and isinstance(problem, IntegrityError):
                    raise NotPossible(
                        _(
                            "”%(act)s” blev ikke udført, fordi siden allerede er brugt til noget andet. "
                            "Åbn siden igen, og prøv så."
                        )
                        % {"act": TRANSITIONS[name].verb}
                    ) from problem
                raise

        return wrapper

    return decorate


def _used_by(case: Case, act_key: str) -> str:
    """Which act was done with this key; empty when none was."""
    return case.entries.filter(act_key=act_key).values_list("act", flat=True).first() or ""
