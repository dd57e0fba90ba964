"""Does the text's own payment keep to the law's frame?"""

from __future__ import annotations

from collections.abc import Iterator

from ophold.law import wording
from ophold.law.promises import OwnPayment
from ophold.standard.check.finding import Asked, Hit
from ophold.standard.shape import Text

NARROWER = {
    "housing_free_if_expenses": Text(da="kun, når man har udgifter til den", en="only where one has expenses for it"),
    "whole_stay_free_if_expenses": Text(
        da="kun, når man har udgifter til den", en="only where one has expenses for it"
    ),
    "housing_paid": Text(da="slet ikke", en="not at all"),
}
WIDER = frozenset({"whole_stay_free", "whole_stay_free_if_expenses"})
PUBLIC_HOUSING = "deposit"


def own_home_narrower(asked: Asked) -> Iterator[Hit]:
    """Less for the one who keeps a home than statute's starting point."""
    value = asked.value(OwnPayment)
    when = NARROWER.get(value.own_home) if value else None
    if when is not None:
        yield Hit(
            provision=asked.place(OwnPayment),
            text=Text(
                da=f"Den, der beholder sin egen bolig, fritages {when.da}, men efter loven betales der "
                "som udgangspunkt ikke for boligen i botilbuddet.",
                en=f"One who keeps a home of one's own is exempt {when.en}, but by statute the housing "
                "in the facility is as a rule not paid for.",
            ),
            remedy=Text(
                da="Skriv, at der som udgangspunkt ikke betales for boligen, når man beholder sin egen.",
                en="Write that the housing is as a rule not paid for when one keeps one's own home.",
            ),
        )


def own_home_wider(asked: Asked) -> Iterator[Hit]:
    """More for the one who keeps a home than statute's starting point."""
    value = asked.value(OwnPayment)
    if value is not None and value.own_home in WIDER:
        yield Hit(
            provision=asked.place(OwnPayment),
            text=Text(
                da="Fritagelsen for den, der beholder sin egen bolig, gælder hele opholdet; "
                "loven fritager kun for boligen, så løftet er bedre og gælder.",
                en="The exemption for one who keeps a home covers the whole stay; statute exempts from the housing "
                "only, so the promise is better and holds.",
            ),
            remedy=Text(
                da="Bekræft, at også kost og andre ydelser er fri, eller skriv, at det kun er boligen.",
                en="Confirm that food and other services are free too, or write that it is the housing only.",
            ),
        )


def own_home_limited(asked: Asked) -> Iterator[Hit]:
    """An exemption for some months only, where statute's starting point names no limit."""
    value = asked.value(OwnPayment)
    if value is not None and value.own_home_for is not None:
        yield Hit(
            provision=asked.place(OwnPayment),
            text=Text(
                da=f"Fritagelsen for den, der beholder sin egen bolig, gælder {wording.period(value.own_home_for)}; "
                "loven sætter ingen grænse, så bagefter kræver betaling en konkret begrundelse.",
                en="The exemption for one who keeps a home of one's own is for "
                f"{wording.period_en(value.own_home_for)}; statute sets no limit, so payment after that takes "
                "individual reasons.",
            ),
            remedy=Text(
                da="Skriv, at det vurderes i hver sag, om der skal betales for boligen bagefter.",
                en="Write that it is judged in each case whether the housing is paid for after that.",
            ),
        )


def no_income_without_allowance(asked: Asked) -> Iterator[Hit]:
    """Nothing charged from one without income, and nothing paid either."""
    value = asked.value(OwnPayment)
    if value is not None and value.no_income == "not_charged":
        yield Hit(
            provision=asked.place(OwnPayment),
            text=Text(
                da="Den uden indtægt opkræves ikke, men teksten nævner ikke beløbet til personlige fornødenheder.",
                en="One without income is not charged, but the text does not name the amount for personal needs.",
            ),
            remedy=Text(
                da="Skriv, at der udbetales et beløb til personlige fornødenheder, og hvem der fastsætter det.",
                en="Write that an amount for personal needs is paid, and who sets it.",
            ),
        )


def public_housing_terms(asked: Asked) -> Iterator[Hit]:
    """Rent or deposit that belongs to a tenancy in public housing."""
    value = asked.value(OwnPayment)
    if value is not None and (value.public_housing_terms or PUBLIC_HOUSING in value.lines):
        yield Hit(
            provision=asked.place(OwnPayment),
            text=Text(
                da="Indskud eller husleje som i en almen bolig hører til et lejemål og ikke til et ophold efter § 107.",
                en="A deposit, or rent as in public housing, belongs to a tenancy and not to a stay under section 107.",
            ),
            remedy=Text(
                da="Del afsnittet: hvad der betales i en almen bolig, og hvad der betales for et ophold efter § 107.",
                en="Divide the section: what is paid in public housing, and what is paid for a stay under section 107.",
            ),
        )


def cleaning_charged(asked: Asked) -> Iterator[Hit]:
    """Cleaning among what is paid for, which can mean the help or what is used up."""
    value = asked.value(OwnPayment)
    if value is not None and "cleaning" in value.lines:
        yield Hit(
            provision=asked.place(OwnPayment),
            text=Text(
                da="Der betales for rengøring, men hjælpen er gratis; kun det, der bruges op, kan koste noget.",
                en="Cleaning is paid for, but the help is free; only what is used up can cost anything.",
            ),
            remedy=Text(
                da="Skriv, at betalingen gælder rengøringsmidler og ikke personalets tid.",
                en="Write that the payment is for cleaning materials and not for staff time.",
            ),
        )
