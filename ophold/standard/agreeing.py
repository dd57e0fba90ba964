"""Do the fields of one promise agree with each other, and can every number in it be counted with?

A refusal is one Danish sentence, as everywhere. Not here: the shape of each field (`decode`), what belongs to a state
(`assemble`), and whether the promise agrees with statute (the checker).
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable

from ophold.law.promises import (
    AssessmentPromise,
    GroupPeriod,
    HolidayEscort,
    Meaning,
    Period,
    PersonalAllowance,
    ResponsePromise,
    Unit,
)
from ophold.standard.plain_yaml import Where, shown

HIGHEST_LEVEL = 4  # the national scale of functioning goes from 0 to 4
KEY = re.compile(r"[a-z][a-z0-9_]{0,40}")
YEARS = range(2000, 2100)


def check(value: object, where: Where) -> None:
    """Raises StandardRefused where a promise's fields do not agree."""
    if not isinstance(value, HolidayEscort):
        _check_units(value, where)
    _check_groups(value, where)
    match value:
        case ResponsePromise():
            _check_share(value, where)
        case AssessmentPromise():
            _check_assessment(value, where)


def _check_share(value: ResponsePromise, where: Where) -> None:
    if (value.meaning is Meaning.PERCENTILE) != (value.percent is not None):
        raise where.at("percent").refusal(
            "meaning: percentile og percent hører sammen",
            "skriv begge (percent: 80 for 80 af 100 sager), eller slet begge",
        )
    if value.percent is not None and not 1 <= value.percent <= 99:
        raise where.at("percent").refusal(
            f"{value.percent} af 100 sager ikke er en del af dem", "skriv et tal fra 1 til 99"
        )


def _check_assessment(value: AssessmentPromise, where: Where) -> None:
    if value.least_level is not None and value.least_level > HIGHEST_LEVEL:
        raise where.at("least_level").refusal(
            f"skalaen kun går til {HIGHEST_LEVEL}",
            f"skriv et tal fra 0 til {HIGHEST_LEVEL}, eller skriv tærsklen som threshold_da og threshold_en",
        )
    if bool(value.threshold_da) != bool(value.threshold_en):
        raise where.refusal("tærsklen kun står på ét sprog", "skriv både threshold_da og threshold_en")


def _check_groups(value: object, where: Where) -> None:
    for name, held in _fields(value):
        groups = [part for part in held if isinstance(part, GroupPeriod)] if isinstance(held, tuple) else []
        for number, group in enumerate(groups, start=1):
            if not KEY.fullmatch(group.key):
                raise (
                    where.at(name)
                    .at(str(number))
                    .at("key")
                    .refusal(
                        f"nøglen »{shown(group.key)}« ikke er små bogstaver a–z", "skriv den uden æ, ø, å og mellemrum"
                    )
                )
        keys = [group.key for group in groups]
        twice = next((key for key in keys if keys.count(key) > 1), None)
        if twice is not None:
            raise where.at(name).refusal(f"gruppen »{twice}« står to gange", "behold den ene")
        if isinstance(held, PersonalAllowance) and held.year not in YEARS:
            raise where.at(name).at("year").refusal(f"{held.year} ikke er et år", "skriv det år, beløbet er fra")


def _check_units(value: object, where: Where) -> None:
    if isinstance(value, Period):
        if Unit.FULL_DAY in (value.unit, *value.also_read_as):
            raise where.at("unit").refusal("en frist ikke kan regnes i døgn", "skriv days for dage")
        return
    for name, held in _fields(value):
        for number, part in enumerate(held if isinstance(held, tuple) else (held,), start=1):
            _check_units(part, where.at(name).at(str(number)) if isinstance(held, tuple) else where.at(name))


def _fields(value: object) -> Iterable[tuple[str, object]]:
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return ()
    return ((field.name, getattr(value, field.name)) for field in dataclasses.fields(value))
