"""How do a day, a period and the days skipped read inside a sentence, in Danish and in English?

Not here: whole sentences (each rule writes its own) and number or money formats (the pages do those).
"""

from __future__ import annotations

from collections import Counter
from datetime import date

from ophold.law.calendar import SATURDAY_NAME, SUNDAY_NAME, Skipped
from ophold.law.promises import Period, Unit

MONTHS = [
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
]
MONTHS_EN = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
WEEKDAYS = ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"]
WEEKDAYS_EN = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

UNITS = {
    Unit.DAY: ("dag", "dage"),
    Unit.WEEK: ("uge", "uger"),
    Unit.MONTH: ("måned", "måneder"),
    Unit.YEAR: ("år", "år"),
    Unit.WEEKDAY_MON_SAT: ("hverdag", "hverdage"),
    Unit.WORKING_DAY_MON_FRI: ("arbejdsdag", "arbejdsdage"),
    Unit.FULL_DAY: ("døgn", "døgn"),
}
UNITS_EN = {
    Unit.DAY: ("day", "days"),
    Unit.WEEK: ("week", "weeks"),
    Unit.MONTH: ("month", "months"),
    Unit.YEAR: ("year", "years"),
    Unit.WEEKDAY_MON_SAT: ("weekday", "weekdays"),
    Unit.WORKING_DAY_MON_FRI: ("working day", "working days"),
    Unit.FULL_DAY: ("full day", "full days"),
}


def day(value: date) -> str:
    """A day as Danes write it: 5. juni 2026."""
    return f"{value.day}. {MONTHS[value.month - 1]} {value.year}"


def day_en(value: date) -> str:
    """A day in English: 5 June 2026."""
    return f"{value.day} {MONTHS_EN[value.month - 1]} {value.year}"


def weekday(value: date) -> str:
    """A day with its weekday: fredag den 5. juni 2026."""
    return f"{WEEKDAYS[value.weekday()]} den {day(value)}"


def weekday_en(value: date) -> str:
    """A day with its weekday in English: Friday 5 June 2026."""
    return f"{WEEKDAYS_EN[value.weekday()]} {day_en(value)}"


def period(value: Period) -> str:
    """A period in its own unit: 60 hverdage."""
    return f"{value.value} {UNITS[value.unit][value.value != 1]}"


def period_en(value: Period) -> str:
    """A period in its own unit, in English: 60 weekdays."""
    return f"{value.value} {UNITS_EN[value.unit][value.value != 1]}"


def skipped(days: tuple[Skipped, ...]) -> str:
    """The days passed over: ordinary Saturdays and Sundays as numbers, every other by name and date."""
    weekend = Counter(each.name for each in days if each.name in (SATURDAY_NAME, SUNDAY_NAME))
    parts = [f"{number} {name.danish}{'e' if number != 1 else ''}" for name, number in weekend.items()]
    parts += [
        f"{each.name.danish} {each.day.day}. {MONTHS[each.day.month - 1]}" for each in days if each.name not in weekend
    ]
    return _listed(parts, "og")


def skipped_en(days: tuple[Skipped, ...]) -> str:
    """The days passed over, in English."""
    weekend = Counter(each.name for each in days if each.name in (SATURDAY_NAME, SUNDAY_NAME))
    parts = [f"{number} {name.english}{'s' if number != 1 else ''}" for name, number in weekend.items()]
    parts += [
        f"{each.name.english} {each.day.day} {MONTHS_EN[each.day.month - 1]}"
        for each in days
        if each.name not in weekend
    ]
    return _listed(parts, "and")


def _listed(parts: list[str], last: str) -> str:
    return f" {last} ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)
