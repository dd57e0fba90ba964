"""What does a resident pay for during a stay, and what not?

Not here: any amount (the municipality decides it in each case), the formula of § 108, and a home under the Public
Housing Act, which is a tenancy.
Sources: SEL § 163(2); BEK 1387/2006 §§ 1 and 2 (§ 2 is recalled, not read: what rests on it is unconfirmed);
Ankestyrelsen 97-16; BEK 1576/2014 § 4(3) (respite); L15, F9, B12, I9, H10.
Reading: who keeps a home of their own pays nothing for housing unless a decision with reasons says otherwise; a
standard that frees the whole stay is better and holds (docs/decisions/0105-what-the-guide-never-says.md); a limit in
months is a day to look at the case on (docs/decisions/0091-what-other-standards-say.md).
"""

from __future__ import annotations

from datetime import date

from ophold.law import sources, wording
from ophold.law.calendar import add
from ophold.law.finding import Finding, Reason, Source, Status
from ophold.law.promises import OwnPayment, Period, PersonalAllowance

KEEPS_HOME = "om egen bolig beholdes"
HAS_INCOME = "om der er en indtægt"
NOT_CHARGED = "not_charged"
BEGAN = "opholdets første dag"


def payment_frame(promise: OwnPayment | None, source: Source) -> Finding[bool]:
    """Whether a resident pays at all, out of what, from when; the amount is left to the municipality."""
    said = (_silent(source),) if promise is None else ()
    if promise is not None and promise.from_income:
        said = (Reason("Kommunen regner betalingen ud fra indkomsten.", source, "Payment is reckoned from income."),)
    if promise is not None and promise.personal_allowance is not None:
        said = (*said, _allowance(promise.personal_allowance, source))
    return Finding(status=Status.SETTLED, value=True, because=(*said, PAYS, OUT_OF_INCOME, FROM_FIRST_DAY, AMOUNT))


def housing(promise: OwnPayment | None, source: Source, *, keeps_home: bool | None) -> Finding[bool]:
    """Whether the housing part is charged."""
    limit = promise.own_home_for if promise else None
    said = (*_own_home(promise, source), *((_limited(limit, source), NOTHING_BY_ITSELF) if limit else ()))
    if keeps_home is None:
        return Finding(status=Status.MISSING, missing=(KEEPS_HOME,), because=(*said, KEPT, KEPT_IN_ORDER))
    if keeps_home:
        return Finding(status=Status.SETTLED, value=False, because=(*said, KEPT, KEPT_IN_ORDER))
    return Finding(status=Status.SETTLED, value=True, because=(HOUSING_PRICE,))


def housing_looked_at(promise: OwnPayment | None, source: Source, *, began: date | None) -> Finding[date]:
    """The day to look at an own home's exemption again, where the standard limits it; nothing changes by itself."""
    limit = promise.own_home_for if promise else None
    if limit is None:
        silent = Reason(
            "Standarden sætter ingen grænse for, hvor længe egen bolig fritager.",
            source,
            "The standard sets no limit to how long a home of one's own exempts.",
        )
        return Finding(status=Status.SILENT, because=(silent, KEPT))
    said = (_limited(limit, source), KEPT, NOTHING_BY_ITSELF)
    if began is None:
        return Finding(status=Status.MISSING, missing=(BEGAN,), because=said)
    day = add(limit, began)
    return Finding(status=Status.SETTLED, value=day, because=said, caveat=NOTHING_BY_ITSELF)


def without_income(promise: OwnPayment | None, source: Source, *, has_income: bool | None) -> Finding[bool]:
    """Whether somebody is charged while there is no income."""
    said = _no_income(promise, source)
    if has_income is None:
        return Finding(status=Status.MISSING, missing=(HAS_INCOME,), because=(*said, POCKET_MONEY))
    if has_income:
        return Finding(status=Status.SETTLED, value=True, because=(OUT_OF_INCOME,))
    if promise is not None and promise.no_income == NOT_CHARGED:
        return Finding(status=Status.SETTLED, value=False, because=(*said, POCKET_MONEY))
    return Finding(status=Status.DISCRETION, because=(*said, POCKET_MONEY))


def never_charged() -> Finding[bool]:
    """What may not be charged as a part of the stay."""
    return Finding(status=Status.SETTLED, value=False, because=(SUPPORT_IS_FREE, MAY_BE_DECLINED))


def respite_payment() -> Finding[bool]:
    """Whether housing is charged during respite."""
    return Finding(status=Status.SETTLED, value=False, because=(RESPITE,))


PAYS = Reason("Den, der bor i et botilbud, betaler selv en del.", sources.RESIDENTS_PAY, "Residents pay a part.")
OUT_OF_INCOME = Reason(
    "Pengene tages af løn, pension, kontanthjælp eller anden indtægt.",
    sources.FROM_INCOME,
    "The money is taken from wages, pension, cash benefit or other income.",
)
FROM_FIRST_DAY = Reason(
    "Der betales fra opholdets første dag.", sources.PAID_FROM_FIRST_DAY, "Payment runs from the first day of the stay."
)
AMOUNT = Reason(
    "Kommunen fastsætter beløbet ud fra ydelserne og økonomien hos den enkelte.",
    sources.SET_BY_COUNCIL,
    "The municipality sets the amount from the services and the person's finances.",
)
KEPT = Reason(
    "Den, der beholder sin egen bolig, betaler som udgangspunkt ikke for boligen i botilbuddet.",
    sources.OWN_HOME,
    "A person who keeps a home of their own as a rule does not pay for housing at the facility.",
)
KEPT_IN_ORDER = Reason(
    "Det samme siger betalingsbekendtgørelsen, så vidt vi ved.",
    sources.OWN_HOME_IN_ORDER,
    "The payment order says the same, as far as we know.",
)
HOUSING_PRICE = Reason(
    "Uden egen bolig kan der opkræves for boligen. Prisen må ikke overstige en tilsvarende lejebolig med boligstøtte.",
    sources.MAY_BE_CHARGED,
    "Without a home of one's own, housing can be charged. It may not cost more than a like rented home with benefit.",
)
NOTHING_BY_ITSELF = Reason(
    "Den dag sker der intet af sig selv. Skal der betales for boligen, træffes en afgørelse med en grund.",
    sources.OWN_HOME,
    "Nothing happens by itself on that day. If housing is to be charged, a decision with a reason is made.",
)
POCKET_MONEY = Reason(
    "Den, der ingen indtægt har, får et beløb til personlige fornødenheder.",
    sources.PERSONAL_NEEDS,
    "A person without income is paid an amount for personal needs.",
)
SUPPORT_IS_FREE = Reason(
    "Den støtte, der bevilges på grund af nedsat funktionsevne, koster ikke noget.",
    sources.MAY_BE_CHARGED,
    "Support granted because of reduced functioning costs nothing.",
)
MAY_BE_DECLINED = Reason(
    "Det, der ikke er en fast del af stedet, kan man sige nej til.",
    sources.MAY_BE_CHARGED,
    "What is not a fixed part of the facility can be declined.",
)
RESPITE = Reason(
    "Under aflastning efter § 84 betales der ikke for boligen.",
    sources.RESPITE_IS_FREE_OF_HOUSING,
    "During respite under section 84 housing is not charged.",
)


def _limited(limit: Period, source: Source) -> Reason:
    return Reason(
        f"Standarden fritager den, der beholder egen bolig, i {wording.period(limit)}.",
        source,
        f"The standard exempts those who keep a home of their own for {wording.period_en(limit)}.",
    )


def _allowance(held: PersonalAllowance, source: Source) -> Reason:
    kroner, grows = f"{held.kroner:,}", held.indexed
    da = f"Standarden lader {kroner.replace(',', '.')} kr. om måneden blive tilbage ({held.year}-niveau"
    en = f"The standard leaves {kroner} kroner a month (at the level of {held.year}"
    return Reason(
        da + (", reguleres hvert år)." if grows else ")."),
        source,
        en + (", brought up every year)." if grows else ")."),
    )


def _silent(source: Source) -> Reason:
    return Reason("Standarden siger intet om egenbetaling.", source, "The standard says nothing about own payment.")


_OWN_HOME = {
    "special_rules": (
        "Standarden siger kun, at der gælder særlige regler for den, der beholder egen bolig.",
        "The standard only says that special rules hold for those who keep a home of their own.",
    ),
    "housing_free": (
        "Standarden siger, at den, der beholder egen bolig, ikke betaler for boligen i botilbuddet.",
        "The standard says that those who keep a home of their own do not pay for housing at the facility.",
    ),
    "housing_free_if_expenses": (
        "Standarden kræver udgifter til egen bolig, før boligen i botilbuddet er gratis. Det gør loven ikke.",
        "The standard asks for expenses for the own home before housing at the facility is free. Statute does not.",
    ),
    "housing_paid": (
        "Standarden siger, at der også betales for boligen i botilbuddet. Lovens udgangspunkt er et andet.",
        "The standard says that housing at the facility is paid for as well. Statute begins elsewhere.",
    ),
    "whole_stay_free": (
        "Standarden siger, at den, der beholder egen bolig, ikke betaler for opholdet.",
        "The standard says that those who keep a home of their own do not pay for the stay.",
    ),
    "whole_stay_free_if_expenses": (
        "Er der udgifter til egen bolig, koster hele opholdet som udgangspunkt ikke noget.",
        "Where there are expenses for a home of one's own, the whole stay as a rule costs nothing.",
    ),
}
_NO_INCOME = {
    "special_rules": (
        "Standarden siger kun, at der gælder særlige regler uden indtægt.",
        "The standard only says that special rules hold without income.",
    ),
    "not_charged": ("Uden indtægt opkræves der ikke betaling.", "Without income nothing is charged."),
    "paid_for_personal_needs": (
        "Uden indtægt udbetaler kommunen et beløb til personlige fornødenheder.",
        "Without income the municipality pays an amount for personal needs.",
    ),
}


def _own_home(promise: OwnPayment | None, source: Source) -> tuple[Reason, ...]:
    said = _OWN_HOME.get(promise.own_home) if promise else None
    return (Reason(said[0], source, said[1]),) if said else ()


def _no_income(promise: OwnPayment | None, source: Source) -> tuple[Reason, ...]:
    said = _NO_INCOME.get(promise.no_income) if promise else None
    return (Reason(said[0], source, said[1]),) if said else ()
