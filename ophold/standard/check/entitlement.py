"""Does the text keep to whom statute says shall be helped, and to how a place is chosen?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ophold.law.promises import (
    AssessmentPromise,
    CitizenConditions,
    Extent,
    GoalsPromise,
    NoVacancy,
    ProviderChoice,
    RespitePromise,
    TargetGroup,
)
from ophold.law.respite import DAYS_IN_A_WEEK
from ophold.standard.check.beyond import CITIZEN, TARGET_GROUP, Reach
from ophold.standard.check.finding import Asked, Hit
from ophold.standard.shape import State, Text
from ophold.standard.words import WORDS

MUST = ("107_2_1", "107_2_2")
MAY = "107_1"
LEAST_AGE = 18  # a test holds it to law.yaml
FFB_LEVELS = ("intet", "let", "moderat", "højt", "fuldstændigt")  # Fælles Faglige Begreber, støttebehovsniveau


def group_missing(asked: Asked) -> Iterator[Hit]:
    """No word on whom the stay is for."""
    if asked.said(TargetGroup).state is State.SILENT:
        yield Hit(
            provision=asked.place(TargetGroup),
            text=Text(
                da="Teksten siger ikke, hvem opholdet er for, så borgeren må læse det i loven.",
                en="The text does not say whom the stay is for, so the citizen must read it in the Act.",
            ),
            remedy=Text(
                da="Skriv lovens tre grupper: de to, kommunen skal hjælpe, og den, den kan hjælpe.",
                en="Write statute's three groups: the two that must be helped, and the one that may be.",
            ),
        )


def extra_condition(asked: Asked) -> Iterator[Hit]:
    """A test in the target group that statute does not put on those who must be helped."""
    value = asked.value(TargetGroup)
    yield from _beyond(asked.place(TargetGroup), _words(value, TARGET_GROUP, Reach.BEYOND))


def citizen_condition(asked: Asked) -> Iterator[Hit]:
    """A condition on the citizen that statute does not put on those who must be helped."""
    value = asked.value(CitizenConditions)
    if value is None or value.wished_only:
        return
    words = [word for word in value.conditions if CITIZEN.get(word) is Reach.BEYOND]
    yield from _beyond(asked.place(CitizenConditions), _spoken("CitizenConditions", "conditions", words))


def _beyond(provision: str, asks: Iterable[Text]) -> Iterator[Hit]:
    found = tuple(asks)
    if found:
        da, en = _listed([each.da for each in found], "og"), _listed([each.en for each in found], "and")
        yield Hit(
            provision=provision,
            text=Text(
                da=f"Teksten kræver mere end loven af dem, kommunen skal hjælpe: at man {da}.",
                en=f"The text asks more than statute of those who must be helped: that one {en}.",
            ),
            remedy=Text(
                da="Slet kravet, eller skriv, at det kun oplyser sagen og aldrig er grund til et afslag.",
                en="Delete the condition, or write that it only informs the case and is never a ground for refusal.",
            ),
        )


def group_narrower(asked: Asked) -> Iterator[Hit]:
    """A target group that leaves out people whom statute says must be helped."""
    for ask in _words(asked.value(TargetGroup), TARGET_GROUP, Reach.NARROWS):
        yield Hit(
            provision=asked.place(TargetGroup),
            text=Text(
                da=f"Målgruppen er snævrere end loven: teksten kræver, at man {ask.da}, "
                "men nedsat psykisk funktionsevne eller særlige sociale problemer er nok, når man har behov "
                "for pleje eller behandling.",
                en=f"The target group is narrower than statute: the text requires that one {ask.en}, "
                "but reduced mental functioning or special social problems suffice where one needs care or treatment.",
            ),
            remedy=Text(
                da="Skriv også den gruppe, som loven nævner i stk. 2, nr. 2.",
                en="Write also the group that statute names in subsection 2, no. 2.",
            ),
        )


def only_in_a_stay(asked: Asked) -> Iterator[Hit]:
    """A condition that can be the least intrusive measure, or more than statute asks."""
    for ask in _words(asked.value(TargetGroup), TARGET_GROUP, Reach.EITHER):
        yield Hit(
            provision=asked.place(TargetGroup),
            text=Text(
                da=f"At man {ask.da}, kan læses som mindste indgreb eller som et krav, loven ikke kender.",
                en=f"That one {ask.en} can be read as the least intrusive measure or as a condition of the text's own.",
            ),
            remedy=Text(
                da="Skriv, at mindre indgribende hjælp overvejes først, i stedet for at gøre det til en betingelse.",
                en="Write that less intrusive help is considered first, instead of making it a condition.",
            ),
        )


def must_group_unnamed(asked: Asked) -> Iterator[Hit]:
    """A text that goes by statute's groups, and leaves out one of the two that must be helped."""
    value = asked.value(TargetGroup)
    for limb in MUST if value is not None and value.limbs_named else ():
        if value is not None and limb not in value.limbs_named:
            name = WORDS["TargetGroup", "limbs_named"][limb]
            yield Hit(
                provision=asked.place(TargetGroup),
                text=Text(
                    da=f"Teksten nævner lovens grupper, men ikke den i {name.da}, som kommunen også skal hjælpe.",
                    en=f"The text names statute's groups, but not the one in {name.en}, which must also be helped.",
                ),
                remedy=Text(da="Skriv gruppen ind.", en="Write the group in."),
            )


def may_group_unnamed(asked: Asked) -> Iterator[Hit]:
    """A text that names the groups that must be helped only."""
    value = asked.value(TargetGroup)
    if value is not None and value.limbs_named and MAY not in value.limbs_named:
        yield Hit(
            provision=asked.place(TargetGroup),
            text=Text(
                da="Teksten nævner ikke, at kommunen også kan hjælpe andre, og det kan ikke udelukkes på forhånd.",
                en="The text does not say that the municipality may help others too,"
                " which cannot be ruled out in advance.",
            ),
            remedy=Text(
                da="Skriv, at andre kan få ophold efter en konkret vurdering.",
                en="Write that others can be granted a stay after an individual judgement.",
            ),
        )


def must_offered_with_may(asked: Asked) -> Iterator[Hit]:
    """A group that must be helped, of which the text says "may"."""
    value = asked.value(TargetGroup)
    for limb in value.offered_with_may if value else ():
        if limb in MUST:
            name = WORDS["TargetGroup", "limbs_named"][limb]
            yield Hit(
                provision=asked.place(TargetGroup),
                text=Text(
                    da=f"Teksten siger »kan« om en gruppe, som kommunen efter {name.da}, skal tilbyde ophold.",
                    en=f'The text says "may" of a group that by {name.en} must be offered a stay.',
                ),
                remedy=Text(da="Skriv »skal« i stedet for »kan«.", en='Write "must" instead of "may".'),
            )


def residents_only(asked: Asked) -> Iterator[Hit]:
    """A target group of the municipality's own citizens."""
    value = asked.value(TargetGroup)
    if value is not None and value.residents_only:
        yield Hit(
            provision=asked.place(TargetGroup),
            text=Text(
                da="»Borgere i kommunen« kan læses, som om den, der bor i en anden kommune, er udelukket, "
                "selv om kommunen stadig kan være handlekommune.",
                en='"Citizens of the municipality" can be read as shutting out a person who lives in another, '
                "although this one can still be the acting municipality.",
            ),
            remedy=Text(
                da="Skriv »borgere, som kommunen er handlekommune for«.",
                en='Write "citizens for whom the municipality is the acting municipality".',
            ),
        )


def age_above_statute(asked: Asked) -> Iterator[Hit]:
    """A least age above statute's."""
    value = asked.value(TargetGroup)
    if value is not None and value.least_age is not None and value.least_age > LEAST_AGE:
        yield Hit(
            provision=asked.place(TargetGroup),
            text=Text(
                da=f"Teksten kræver, at man er fyldt {value.least_age} år, men loven gælder fra {LEAST_AGE} år.",
                en=f"The text requires an age of {value.least_age}, but statute applies from {LEAST_AGE}.",
            ),
            remedy=Text(da=f"Ret alderen til {LEAST_AGE} år.", en=f"Correct the age to {LEAST_AGE}."),
        )


def assessment_threshold(asked: Asked) -> Iterator[Hit]:
    """A threshold on the assessment, which can be read as a condition statute does not know."""
    value = asked.value(AssessmentPromise)
    if value is not None and (value.least_level is not None or value.threshold_da):
        yield Hit(
            provision=asked.place(AssessmentPromise),
            text=Text(
                da="En tærskel i udredningen kan læses som et krav, men kan ikke lukke for dem, kommunen skal hjælpe.",
                en="A threshold on the assessment can be read as a condition, but cannot bar those who must be helped.",
            ),
            remedy=Text(
                da="Skriv, at tærsklen er vejledende, og at hver sag vurderes for sig.",
                en="Write that the threshold is a guideline and that each case is judged on its own.",
            ),
        )


def respite_contradicts_itself(asked: Asked) -> Iterator[Hit]:
    """A number of full days that its own explanation does not add up to; the arithmetic is shown."""
    value = asked.value(RespitePromise)
    if value is None or value.guideline is None or value.pattern_weekends is None:
        return
    holiday = DAYS_IN_A_WEEK * value.pattern_holiday_weeks
    sums = {each: value.pattern_weekends * each + holiday for each in value.pattern_full_days_per_weekend}
    if not sums or value.guideline in sums.values():
        return
    shown = [f"{value.pattern_weekends} × {each} + {holiday} = {total}" for each, total in sums.items()]
    da, en = " eller ".join(shown), " or ".join(shown)
    yield Hit(
        provision=asked.place(RespitePromise),
        text=Text(
            da=f"Teksten siger {value.guideline} døgn om året, men dens egen forklaring giver {da}.",
            en=f"The text says {value.guideline} full days a year, but its own explanation gives {en}.",
        ),
        remedy=Text(
            da="Ret tallet eller forklaringen, og skriv, at antallet vurderes for den enkelte.",
            en="Correct the number or the explanation, and write that the number is judged in each case.",
        ),
    )


def respite_capped(asked: Asked) -> Iterator[Hit]:
    """A number of full days without an individual judgement."""
    value = asked.value(RespitePromise)
    if value is not None and value.guideline is not None and not value.individual:
        yield Hit(
            provision=asked.place(RespitePromise),
            text=Text(
                da=f"{value.guideline} døgn kan læses som et loft, men hjælpen skal vurderes for den enkelte.",
                en=f"{value.guideline} full days can be read as a cap, but the help must be judged in each case.",
            ),
            remedy=Text(
                da="Skriv, at tallet er et udgangspunkt, og at antallet vurderes for den enkelte.",
                en="Write that the number is a starting point and that each case is judged on its own.",
            ),
        )


def levels_not_national(asked: Asked) -> Iterator[Hit]:
    """Levels of support in other words than the national vocabulary's."""
    value = asked.value(Extent)
    other = [level for level in value.levels if level.casefold() not in FFB_LEVELS] if value else []
    if other:
        named, scale = ", ".join(other), ", ".join(FFB_LEVELS)
        yield Hit(
            provision=asked.place(Extent),
            text=Text(
                da=f"Støttens trin ({named}) findes ikke i Fælles Faglige Begreber, så de må oversættes.",
                en=f"The levels of support ({named}) are not in the national vocabulary (FFB), so they must be mapped.",
            ),
            remedy=Text(
                da=f"Brug trinnene i Fælles Faglige Begreber ({scale}), eller vedtag en tabel, der oversætter.",
                en=f"Use the levels of the national vocabulary ({scale}), or adopt a table that maps them.",
            ),
        )


def frame_without_threshold(asked: Asked) -> Iterator[Hit]:
    """A grant as a frame, which leaves open when a change inside it is a decision."""
    value = asked.value(Extent)
    if value is not None and value.granted_as_frame:
        yield Hit(
            provision=asked.place(Extent),
            text=Text(
                da="Støtten bevilges som en ramme, men ikke med en grænse for, hvornår en ændring er en ny afgørelse.",
                en="Support is granted as a frame, without a threshold for when a change in it is a new decision.",
            ),
            remedy=Text(
                da="Skriv, at en ændring af trin eller timer er en afgørelse, som man kan klage over.",
                en="Write that a change of level or hours is a decision that can be complained about.",
            ),
        )


def plan_if_any(asked: Asked) -> Iterator[Hit]:
    """An action plan "if any", where statute has a duty to offer one."""
    value = asked.value(GoalsPromise)
    if value is not None and value.action_plan == "if_any":
        yield Hit(
            provision=asked.place(GoalsPromise),
            text=Text(
                da="Teksten siger »eventuel« handleplan, men kommunen har pligt til at tilbyde en.",
                en='The text says the action plan "if any", but the municipality has a duty to offer one.',
            ),
            remedy=Text(
                da="Skriv, at kommunen tilbyder en handleplan, og at man kan sige nej til den.",
                en="Write that the municipality offers an action plan, and that one can decline it.",
            ),
        )


def own_places_only(asked: Asked) -> Iterator[Hit]:
    """A choice among places in the municipality only."""
    value = asked.value(ProviderChoice)
    if value is not None and value.area == "own_municipality":
        yield Hit(
            provision=asked.place(ProviderChoice),
            text=Text(
                da="Der vælges kun blandt steder i kommunen, men pligten til at hjælpe bortfalder ikke, "
                "fordi der ikke er et egnet sted dér.",
                en="The choice is among places in the municipality only, but the duty to help does not lapse "
                "because there is no suitable place there.",
            ),
            remedy=Text(
                da="Skriv, at et sted uden for kommunen vælges, når der ikke er et egnet i kommunen.",
                en="Write that a place outside the municipality is chosen where none in it is suitable.",
            ),
        )


def price_without_equal_suitability(asked: Asked) -> Iterator[Hit]:
    """A price that decides, without a finding that the places suit equally."""
    value = asked.value(ProviderChoice)
    if value is not None and value.cheapest_of_equally_suited and not value.equal_suitability_recorded:
        yield Hit(
            provision=asked.place(ProviderChoice),
            text=Text(
                da="Prisen afgør valget mellem lige egnede steder, men teksten kræver ikke, "
                "at det først skrives ned, at de er lige egnede.",
                en="The price decides between equally suitable places, but the text does not ask that it first "
                "be written down that they are.",
            ),
            remedy=Text(
                da="Skriv, at afgørelsen begrunder, hvorfor stederne er lige egnede, før prisen får vægt.",
                en="Write that the decision gives reasons why the places suit equally before the price counts.",
            ),
        )


def no_interim_help(asked: Asked) -> Iterator[Hit]:
    """A text that says no interim help is given while a place is full."""
    value = asked.value(NoVacancy)
    if value is not None and not value.interim_solution:
        yield Hit(
            provision=asked.place(NoVacancy),
            text=Text(
                da="Teksten giver ingen hjælp, mens der ikke er plads, men pligten til at hjælpe løber imens.",
                en="The text gives no help while no place is free, but the duty to help runs meanwhile.",
            ),
            remedy=Text(
                da="Skriv, at der gives en midlertidig løsning, til der er plads.",
                en="Write that an interim solution is given until there is a place.",
            ),
        )


def _words(value: TargetGroup | None, table: Mapping[str, Reach], reach: Reach) -> tuple[Text, ...]:
    words = [word for word in (value.also_requires if value else ()) if table.get(word) is reach]
    return tuple(_spoken("TargetGroup", "also_requires", words))


def _listed(parts: list[str], last: str) -> str:
    return f" {last} ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)


def _spoken(kind: str, field: str, words: Iterable[str]) -> Iterator[Text]:
    spoken = WORDS[kind, field]
    yield from (spoken[word] for word in words)
