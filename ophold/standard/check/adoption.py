"""Does the text say whose it is, who adopted it, and when; and does it stand in one document?"""

from __future__ import annotations

from collections.abc import Iterator

from ophold.standard.check.finding import Asked, Hit
from ophold.standard.matters import MATTERS
from ophold.standard.shape import State, Text


def date_missing(asked: Asked) -> Iterator[Hit]:
    """A text without a day of adoption."""
    if asked.standard.header.adopted_on is None:
        yield Hit(
            text=Text(
                da="Teksten bærer ingen dag for vedtagelsen, så ingen kan se, fra hvornår den gælder.",
                en="The text bears no day of adoption, so nobody can see from when it applies.",
            ),
            remedy=Text(
                da="Find dagen i referatet fra mødet, og skriv den i teksten.",
                en="Find the day in the minutes of the meeting, and write it in the text.",
            ),
        )


def body_missing(asked: Asked) -> Iterator[Hit]:
    """A text that does not say who adopted it."""
    if not asked.standard.header.adopted_by:
        yield Hit(
            text=Text(
                da="Teksten siger ikke, hvem der har vedtaget den, så dens vægt som serviceniveau er uklar.",
                en="The text does not say who adopted it, so its weight as an adopted level is unclear.",
            ),
            remedy=Text(
                da="Skriv, hvem der har vedtaget den, for eksempel byrådet.",
                en="Write who adopted it, for example the council.",
            ),
        )


def body_unclear(asked: Asked) -> Iterator[Hit]:
    """A text that names more than one adopting body."""
    bodies = asked.standard.header.adopted_by
    if len(bodies) > 1:
        da, en = " og ".join(bodies), " and ".join(bodies)
        yield Hit(
            text=Text(
                da=f"Teksten nævner både {da} som den, der vedtager, så det er uklart, hvem der har besluttet det.",
                en=f"The text names both {en} as adopting it, so it is unclear who decided.",
            ),
            remedy=Text(
                da="Skriv kun den, der har truffet beslutningen, og nævn de andre som dem, der har behandlet den.",
                en="Name only the one who decided, and the others as those who considered it.",
            ),
        )


def municipality_unnamed(asked: Asked) -> Iterator[Hit]:
    """A text whose municipality had to be inferred."""
    if asked.standard.header.name_evidence is not None:
        yield Hit(
            text=Text(
                da="Teksten nævner ikke sin kommune, så den kan ikke bruges alene som grundlag for en afgørelse.",
                en="The text does not name its municipality, so it cannot alone carry a decision.",
            ),
            remedy=Text(da="Skriv kommunens navn på forsiden.", en="Write the municipality's name on the front page."),
        )


def stands_elsewhere(asked: Asked) -> Iterator[Hit]:
    """A matter that stands in another document only; the response deadline has a rule of its own."""
    for name, promise in asked.standard.promises.items():
        if promise.state is State.ELSEWHERE and promise.document is not None and name != "response_deadline":
            title = MATTERS[name].title
            yield Hit(
                provision=next(iter(promise.provisions), ""),
                matter=name,
                text=Text(
                    da=f"»{title.da}« står kun i et andet dokument, »{promise.document.name}«, "
                    "som kan ændres uden ny vedtagelse.",
                    en=f'"{title.en}" stands only in another document, "{promise.document.name}", '
                    "which can change without a new adoption.",
                ),
                remedy=Text(
                    da="Skriv det i teksten, eller skriv dokumentets dag, så man ved, hvilken udgave der gælder.",
                    en="Write it in the text, or give the document's day, so that one knows which edition applies.",
                ),
            )
