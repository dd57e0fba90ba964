"""What was published and when, as Atom (RFC 4287): one entry a version, newest first, with a tag: URI for ever.

A version whose day of publication nobody knows is not in it: a feed may not invent one
(docs/decisions/0097-when-a-version-was-published.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from xml.etree import ElementTree as xml

from ophold.law import wording
from ophold.law.calendar import COPENHAGEN
from ophold.record.letters.content import clean
from ophold.site.published.addresses import slug
from ophold.site.published.caching import start_of
from ophold.site.published.open_list import LICENSE, Absolute, addresses
from ophold.standard.published import Published, published_or_borne
from ophold.standard.shape import Standard

ATOM = "http://www.w3.org/2005/Atom"
TYPES = {"page": "text/html", "pdf": "application/pdf", "yaml": "application/yaml", "json": "application/json"}
SINCE = 2026  # the year in which the tag: URIs were first made; part of each for ever

Dated = tuple[Standard, Published]


def dated(standards: Iterable[Standard], known: Mapping[str, Published]) -> list[Dated]:
    """The versions that have a day, the one changed last first."""
    found = [(each, out) for each in standards if (out := published_or_borne(each, known)) is not None]
    return sorted(found, key=lambda each: (each[1].changed, each[0].version_key), reverse=True)


def atom(found: list[Dated], *, title: str, path: str, page: str, authority: str, absolute: Absolute) -> bytes:
    """The feed; there must be something in it."""
    root = xml.Element("feed", {"xmlns": ATOM, "xml:lang": "da"})
    _text(root, "title", title)
    _text(root, "id", f"tag:{authority},{SINCE}:{path.strip('/')}")
    _text(root, "updated", _instant(max(out.changed for _standard, out in found)))
    xml.SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": absolute(path)})
    xml.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": absolute(page)})
    _text(xml.SubElement(root, "author"), "name", "Ophold")
    _text(root, "rights", LICENSE["da"])
    for standard, out in found:
        _entry(xml.SubElement(root, "entry"), standard, out, authority, absolute)
    xml.indent(root)
    made: bytes = xml.tostring(root, encoding="utf-8", xml_declaration=True)
    return made


def authority(hosts: Iterable[str]) -> str:
    """Who names the entries: the first host this installation answers to."""
    first = next(iter(hosts), "")
    return first.lstrip(".*") or "localhost"


def _entry(entry: xml.Element, standard: Standard, out: Published, named_by: str, absolute: Absolute) -> None:
    name = standard.header.name
    _text(entry, "title", f"{name}: {standard.header.title}")
    _text(entry, "id", f"tag:{named_by},{SINCE}:standard/{standard.key}/{slug(standard.version)}")
    _text(entry, "published", _instant(out.first))
    _text(entry, "updated", _instant(out.changed))
    _text(entry, "summary", _summary(standard))
    places = addresses(standard, absolute)
    for form, kind in TYPES.items():
        xml.SubElement(entry, "link", {"rel": "alternate", "type": kind, "hreflang": "da", "href": places[form]})


def _summary(standard: Standard) -> str:
    adopted, first = standard.header.adopted_on, standard.header.valid_from
    parts = [
        f"Version {slug(standard.version)}.",
        f"Vedtaget {wording.day(adopted)}." if adopted else "Teksten siger ikke, hvornår den er vedtaget.",
        f"Gælder fra {wording.day(first)}." if first else "Teksten siger ikke, fra hvornår den gælder.",
    ]
    return " ".join(parts)


def _text(parent: xml.Element, name: str, text: str) -> None:
    xml.SubElement(parent, name).text = clean(text)


def _instant(day: date) -> str:
    return start_of(day).astimezone(COPENHAGEN).isoformat()
