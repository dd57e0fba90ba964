"""Can a citizen see how to complain, and is it no less than statute gives?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from ophold.law import wording
from ophold.law.promises import ComplaintRoute, Contact, Period, Unit
from ophold.standard.check.finding import Asked, Hit
from ophold.standard.shape import State, Text

# statute's four weeks in days; a test holds them to law.yaml
FLOOR_IN_DAYS = 28

# the fewest and the most days that one of a unit can be; wide on purpose, so that a comparison is never wrong
_DAYS: Mapping[Unit, tuple[int, int]] = MappingProxyType(
    {
        Unit.DAY: (1, 1),
        Unit.FULL_DAY: (1, 1),
        Unit.WEEK: (7, 7),
        Unit.MONTH: (28, 31),
        Unit.YEAR: (365, 366),
        Unit.WEEKDAY_MON_SAT: (1, 4),
        Unit.WORKING_DAY_MON_FRI: (1, 5),
    }
)

_NOTHING = Text(
    da="Teksten siger ikke, hvordan man klager over en afgørelse, selv om enhver kan klage efter loven.",
    en="The text does not say how to complain about a decision, although everyone can by statute.",
)
_ONLY_STATUTE = Text(
    da="Teksten henviser kun til loven om klage, så man kan ikke se, hvor klagen skal sendes hen.",
    en="The text only refers to statute on complaints, so one cannot see where a complaint is to be sent.",
)


def route_missing(asked: Asked) -> Iterator[Hit]:
    """No word on how to complain."""
    said = asked.said(ComplaintRoute)
    if said.value is None and said.state is not State.ELSEWHERE:
        yield Hit(
            provision=asked.place(ComplaintRoute),
            text=_ONLY_STATUTE if said.state is State.INHERITS_STATUTE else _NOTHING,
            remedy=Text(
                da="Skriv, hvor klagen sendes hen, at man har 4 uger, og at man også kan klage mundtligt.",
                en="Write where the complaint is sent, that one has 4 weeks, and that one can also complain orally.",
            ),
        )


def window_missing(asked: Asked) -> Iterator[Hit]:
    """A route without the citizen's own four weeks."""
    value = asked.value(ComplaintRoute)
    if value is not None and value.citizen_within is None:
        yield Hit(
            provision=asked.place(ComplaintRoute),
            text=Text(
                da="Teksten nævner ikke borgerens egen frist for at klage, som efter loven er 4 uger fra modtagelsen.",
                en="The text does not give the citizen's own time to complain, by statute 4 weeks from receipt.",
            ),
            remedy=Text(
                da="Skriv, at klagen skal være modtaget senest 4 uger efter, at afgørelsen er modtaget.",
                en="Write that the complaint must be received within 4 weeks after the decision was received.",
            ),
        )


def oral_missing(asked: Asked) -> Iterator[Hit]:
    """A route that does not name the oral way."""
    value = asked.value(ComplaintRoute)
    if value is not None and value.oral is None:
        yield Hit(
            provision=asked.place(ComplaintRoute),
            text=Text(
                da="Teksten nævner ikke, at man kan klage mundtligt, så den, der har svært ved at skrive, kan give op.",
                en="The text does not say that one can complain orally, so one who finds writing hard may give up.",
            ),
            remedy=Text(
                da="Skriv, at man kan klage skriftligt eller mundtligt.",
                en="Write that one can complain in writing or orally.",
            ),
        )


def address_missing(asked: Asked) -> Iterator[Hit]:
    """A route without an address, where the municipality's own settings hold none either."""
    value = asked.value(ComplaintRoute)
    own = asked.settings.complaint_address if asked.settings else None
    if value is None or value.address or value.email or (own is not None and not own.placeholder):
        return
    yield Hit(
        provision=asked.place(ComplaintRoute),
        text=Text(
            da=f"Teksten sender klagen til »{value.to}« uden adresse eller e-mail, så ingen kan se, hvor den skal hen.",
            en=f'The text sends the complaint to "{value.to}" without address or e-mail, '
            "so nobody can see where it is to go.",
        ),
        remedy=Text(
            da="Skriv adressen i teksten, eller skriv den som kommunens egen indstilling.",
            en="Write the address in the text, or enter it as the municipality's own setting.",
        ),
    )


def window_shorter(asked: Asked) -> Iterator[Hit]:
    """Less time to complain than statute gives."""
    value = asked.value(ComplaintRoute)
    if value is not None and value.citizen_within is not None and _most(value.citizen_within) < FLOOR_IN_DAYS:
        yield Hit(
            provision=asked.place(ComplaintRoute),
            text=Text(
                da=f"Teksten giver {wording.period(value.citizen_within)} til at klage, men loven giver 4 uger.",
                en=f"The text gives {wording.period_en(value.citizen_within)} to complain, but statute gives 4 weeks.",
            ),
            remedy=Text(da="Ret fristen til 4 uger.", en="Correct the time to 4 weeks."),
        )


def oral_refused(asked: Asked) -> Iterator[Hit]:
    """A text that rules the oral way out."""
    value = asked.value(ComplaintRoute)
    if value is not None and value.oral is False:
        yield Hit(
            provision=asked.place(ComplaintRoute),
            text=Text(
                da="Teksten udelukker mundtlige klager, men en klage kan efter loven være mundtlig.",
                en="The text rules out oral complaints, but by statute a complaint can be oral.",
            ),
            remedy=Text(
                da="Skriv, at man kan klage skriftligt eller mundtligt.",
                en="Write that one can complain in writing or orally.",
            ),
        )


def reassessment_longer(asked: Asked) -> Iterator[Hit]:
    """More time to reassess and forward than statute gives."""
    value = asked.value(ComplaintRoute)
    own = value.reassessed_within if value else None
    if own is not None and _fewest(own) > FLOOR_IN_DAYS:
        yield Hit(
            provision=asked.place(ComplaintRoute),
            text=Text(
                da=f"Teksten giver kommunen {wording.period(own)} til at se på klagen igen, men loven giver 4 uger.",
                en=f"The text gives the municipality {wording.period_en(own)} to reassess, but statute gives 4 weeks.",
            ),
            remedy=Text(da="Ret fristen til 4 uger.", en="Correct the time to 4 weeks."),
        )


def contact_missing(asked: Asked) -> Iterator[Hit]:
    """No word on whom to turn to."""
    said = asked.said(Contact)
    if said.value is None and said.state is not State.ELSEWHERE:
        yield Hit(
            provision=asked.place(Contact),
            text=Text(
                da="Teksten siger ikke, hvor man henvender sig for at søge, så borgeren må lede andre steder.",
                en="The text does not say where to turn in order to apply, so the citizen must look elsewhere.",
            ),
            remedy=Text(
                da="Skriv navn, telefon og adresse på det sted, man henvender sig.",
                en="Write the name, telephone and address of the place to turn to.",
            ),
        )


def contact_unreachable(asked: Asked) -> Iterator[Hit]:
    """Somebody to turn to, and no way to reach them."""
    value = asked.value(Contact)
    for point in value.points if value else ():
        if not (point.phone or point.email or point.address):
            yield Hit(
                provision=asked.place(Contact),
                text=Text(
                    da=f"Teksten henviser til »{point.name}« uden at sige, hvordan man får fat i dem.",
                    en=f'The text refers to "{point.name}" without saying how to reach them.',
                ),
                remedy=Text(
                    da="Skriv en telefon, en e-mail eller en adresse.",
                    en="Write a telephone number, an e-mail or an address.",
                ),
            )


def _fewest(period: Period) -> int:
    return min(_DAYS[each.unit][0] * each.value for each in period.meanings())


def _most(period: Period) -> int:
    return max(_DAYS[each.unit][1] * each.value for each in period.meanings())
