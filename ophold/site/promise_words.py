"""A promise in one phrase, for headings and comparison: "Svar inden for 60 hverdage".

Not here: the day a promise falls on (a rule's answer), nor the provision's whole text (the standard's own data).
"""

from __future__ import annotations

from django.utils.translation import gettext as _

from ophold.law import promises as law
from ophold.law import wording
from ophold.site import formats
from ophold.standard import resolve
from ophold.standard.shape import Promise

NUMBERED = ("response_deadline", "hearing", "follow_up", "grant_length", "respite", "holiday_escort", "complaint")


def headline(promise: Promise[object]) -> str:
    """The number or date a promise carries; empty where it carries none."""
    match promise.value:
        case law.ResponsePromise(within=within):
            return _("Svar inden for %(period)s") % {"period": in_words(within)}
        case law.HearingPromise(within=within):
            return _("%(period)s til at svare på et udkast") % {"period": in_words(within)}
        case law.FollowUpPromise() as follow_up:
            return _follow_up(follow_up)
        case law.GrantLength(review_after=law.Period() as length):
            return _("Bevilges for %(period)s ad gangen") % {"period": in_words(length)}
        case law.RespitePromise(guideline=int() as guideline):
            return _("Som udgangspunkt op til %(number)s døgn om året") % {"number": guideline}
        case law.HolidayEscort(within=law.Period() as within):
            return _("Op til %(period)s om året") % {"period": in_words(within)}
        case law.ComplaintRoute() as route:
            return _complaint(route)
    return ""


def state_words(promise: Promise[object]) -> str:
    """What the text does with a matter when it fixes no number."""
    return resolve.state_words(promise.state, promise.document).in_language(formats.language())


def _follow_up(promise: law.FollowUpPromise) -> str:
    parts = [_first(promise.first)] if promise.first else []
    if promise.then:
        every = _every(promise.then.period)
        parts.append(
            _("derefter mindst %(every)s") % {"every": every} if parts else _("mindst %(every)s") % {"every": every}
        )
    if promise.running:
        parts.append(_("løbende"))
    if promise.by_need:
        parts.append(_("efter behov"))
    return _sentence(parts)


def _first(first: law.Interval) -> str:
    period = {"period": in_words(first.period)}
    if first.bound is law.Bound.AFTER:
        return _("første gang efter %(period)s") % period
    return _("første gang inden for %(period)s") % period


def _every(period: law.Period) -> str:
    months = {law.Unit.MONTH: 1, law.Unit.YEAR: 12}.get(period.unit, 0) * period.value
    if months == 6:
        return _("hvert halve år")
    if months == 12:
        return _("en gang om året")
    return _("hver gang der er gået %(period)s") % {"period": in_words(period)}


def _complaint(route: law.ComplaintRoute) -> str:
    parts = []
    if route.citizen_within:
        parts.append(_("%(period)s til at klage") % {"period": in_words(route.citizen_within)})
    if route.reassessed_within:
        parts.append(_("svar på klagen inden for %(period)s") % {"period": in_words(route.reassessed_within)})
    return _sentence(parts)


def in_words(period: law.Period) -> str:
    """A period in its own unit: 60 hverdage."""
    return wording.period_en(period) if formats.english() else wording.period(period)


def _sentence(parts: list[str]) -> str:
    text = ", ".join(parts)
    return text[:1].upper() + text[1:]
