"""Finding a case: by its reference, the citizen's CPR number, or the beginning of any word of the citizen's name.

One statement through `access.cases`, so a search shows nothing that a list would not. What was looked for comes by
POST, stands in no address and in no journal; the references found are in the journal. Nothing is counted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from ophold.record.cases import access
from ophold.record.cases.choices import CaseState, Ending
from ophold.record.people import cpr
from ophold.record.people.folding import words
from ophold.record.people.models import Account, Citizen

MOST = 25
SHORTEST = 2
FIELDS = ("reference", "citizen__name", "citizen__born_on", "citizen__is_protected", "state", "caseworker__name")
_REFERENCE = re.compile(r"([A-Za-z]{3})[- ]?(\d{4})[- ]?(\d{1,9})")
_NUMBER = re.compile(r"[\d\s-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One case found."""

    reference: str
    citizen: str
    born: date
    is_protected: bool
    state: str
    caseworker: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a search found; `cannot` says why nothing was looked for."""

    hits: tuple[Hit, ...] = ()
    more: bool = False
    cannot: str = ""

    @property
    def references(self) -> list[str]:
        """Every case shown, for the journal."""
        return [hit.reference for hit in self.hits]


def search(account: Account, text: str) -> Found:
    """The cases the account may see that fit what was typed; at most `MOST`, by name."""
    wanted = _wanted(text.strip(), account)
    if isinstance(wanted, str):
        return Found(cannot=wanted)
    rows = list(
        access.cases(account)
        .filter(wanted)
        .order_by("citizen__name", "-received_on", "pk")
        .values_list(*FIELDS)[: MOST + 1]
    )
    hits = tuple(
        Hit(
            reference=reference,
            citizen=name,
            born=born,
            is_protected=protected,
            state=str(CaseState(state).label),
            caseworker=caseworker or "",
        )
        for reference, name, born, protected, state, caseworker in rows[:MOST]
    )
    return Found(hits=hits, more=len(rows) > MOST)


def _wanted(text: str, account: Account) -> Q | str:
    if said := _REFERENCE.fullmatch(text):
        return Q(reference=f"{said[1].upper()}-{said[2]}-{int(said[3]):05}")
    if _NUMBER.fullmatch(text):
        try:
            # the citizen's municipality as well, by whose index a number is found
            found = cpr.indexes(cpr.parse(text))
            return Q(citizen__municipality=account.municipality_id, citizen__cpr_index__in=found)
        except cpr.CprRefused:
            return _("Der blev ikke søgt, fordi det ikke er et CPR-nummer. Skriv 10 cifre, fx 010203-1234.")
    names = words(text)
    if not names or max(map(len, names)) < SHORTEST:
        return _("Der blev ikke søgt, fordi der er for lidt at søge på. Skriv mindst to bogstaver af et navn.")
    in_error = Q(closed_as=Ending.ERROR)  # found by its number alone
    citizens = Citizen.objects.filter(municipality=account.municipality_id)
    for name in names[:8]:
        citizens = citizens.filter(search_name__contains=f" {name}")
    return Q(citizen__in=citizens.values("pk")) & ~in_error
