"""What a reader must know of a version before its words: that it bears no date, is replaced, or is not yet in force."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from ophold.site import formats
from ophold.standard.shape import Standard
from ophold.standard.standing import Place, Standing


def notices(standard: Standard, standing: Standing) -> Iterator[str]:
    """A sentence for each."""
    if standing.place is Place.COMING and standing.since:
        yield _("Denne version gælder fra %(day)s. Indtil da gælder en anden, hvis kommunen har en.") % {
            "day": formats.day(standing.since)
        }
    if standing.place is Place.REPLACED and standing.until:
        yield _("Denne version gælder ikke længere. Den blev afløst %(day)s.") % {"day": formats.day(standing.until)}
    elif standing.place is Place.REPLACED:
        yield _("Denne version gælder ikke længere. Den er afløst af en nyere.")
    elif standing.place is Place.IN_FORCE and standing.until:
        yield _("Denne version gælder nu. Fra %(day)s gælder en nyere.") % {"day": formats.day(standing.until)}
    if standard.undated:
        yield _("Kommunens tekst har ingen dato. Vi ved derfor ikke, fra hvornår den gælder.")


def place_words(standing: Standing) -> str:
    """Where a version stands, in a word or two."""
    match standing.place:
        case Place.IN_FORCE:
            return _("gælder nu")
        case Place.COMING if standing.since:
            return _("gælder fra %(day)s") % {"day": formats.plain_day(standing.since)}
    return _("gælder ikke længere")
