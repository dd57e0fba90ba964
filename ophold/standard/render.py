"""How is a standard shown in a terminal and as JSON? The commands `ophold standard list` and `show` print these.

Not here: pages and letters, which lay out the same lines themselves (`spoken`).
"""

from __future__ import annotations

import dataclasses
import textwrap
from collections.abc import Mapping
from datetime import date
from enum import Enum

from ophold.law import wording
from ophold.standard.labels import REMARKS, STATES
from ophold.standard.load import Catalogue
from ophold.standard.matters import MATTERS, NOT_YET_READ
from ophold.standard.shape import Provision, Remark, Standard
from ophold.standard.spoken import lines, scope

_WIDTH = 100


def plain(value: object) -> object:
    """Any value of a standard as what JSON can hold: ISO days, codes for enumerations, lists and objects."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (tuple, list)):
        return [plain(part) for part in value]
    if isinstance(value, Mapping):
        return {str(name): plain(part) for name, part in value.items()}
    if dataclasses.is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    return value


def as_dict(standard: Standard) -> dict[str, object]:
    """A whole standard for JSON; every matter says which rule reads it, or null."""
    promises = {
        name: {
            "title": plain(MATTERS[name].title),
            "read_by": MATTERS[name].read_by,
            "state": promise.state.value,
            "provisions": list(promise.provisions),
            "value": plain(promise.value),
            "document": plain(promise.document),
            "note": plain(promise.note),
        }
        for name, promise in standard.promises.items()
    }
    header = plain(standard.header)
    assert isinstance(header, dict)
    return {
        "schema": standard.schema,
        **header,
        "undated": standard.undated,
        "promises": promises,
        "provisions": plain(standard.provisions),
    }


def listing(catalogue: Catalogue) -> str:
    """Every installed version, one a line."""
    width = max((len(key) for key in catalogue.keys), default=0)
    rows = [
        f"{standard.key:<{width}}  {standard.version:<10}  {standard.header.title} ({_adopted(standard)})"
        for versions in catalogue.standards.values()
        for standard in versions
    ]
    return "\n".join(rows)


def listing_as_dicts(catalogue: Catalogue) -> list[dict[str, object]]:
    """Every installed version for JSON."""
    return [
        {
            "key": standard.key,
            "name": standard.header.name,
            "title": standard.header.title,
            "version": standard.version,
            "adopted_on": plain(standard.header.adopted_on),
            "undated": standard.undated,
        }
        for versions in catalogue.standards.values()
        for standard in versions
    ]


def as_text(standard: Standard) -> str:
    """A whole standard in Danish, for a terminal: head, promises, provisions with what is unclear in them."""
    header = standard.header
    rows = [f"{header.name}: {header.title}", f"Version {header.version}, {_adopted(standard)}"]
    if header.name_evidence is not None:
        rows.append(_wrapped(header.name_evidence.da, "  "))
    rows += _scope(standard)
    rows += [_remark(remark, "  ") for remark in header.remarks]
    rows += ["", "Løfter"]
    for name in MATTERS:
        rows += _promise(standard, name)
    rows += ["", "Bestemmelser"]
    for number, provision in standard.provisions.items():
        rows += _provision(number, provision)
    return "\n".join(rows)


def _scope(standard: Standard) -> list[str]:
    """What a joint standard covers, and the general text it builds on."""
    covers = scope(standard)
    general = standard.header.general_part
    rows = [_wrapped(f"Gælder for {covers.da}.", "  ")] if covers is not None else []
    return rows + ([_wrapped(f"Bygger på {general.name}. {general.address}".rstrip(), "  ")] if general else [])


def _adopted(standard: Standard) -> str:
    header = standard.header
    by = f" af {' og '.join(header.adopted_by)}" if header.adopted_by else ""
    if header.adopted_on is not None:
        return f"vedtaget {wording.day(header.adopted_on)}{by}"
    return f"vedtaget{by}, men bærer ingen dag" if by else "bærer ingen dag"


def _promise(standard: Standard, name: str) -> list[str]:
    matter, promise = MATTERS[name], standard.promises[name]
    cited = ", ".join(f"{number}, {standard.provisions[number].place}" for number in promise.provisions)
    rows = [f"  {matter.title.da}: {STATES[promise.state].da}" + (f" [{cited}]" if cited else "")]
    rows += [_wrapped(f"{line.label.da}: {line.value.da}", "    ") for line in lines(promise)]
    if promise.document is not None:
        rows.append(f"    {promise.document.name} {promise.document.address}".rstrip())
    if promise.note is not None:
        rows.append(_wrapped(promise.note.da, "    "))
    reader = f"læses af reglen {matter.read_by}" if matter.read_by else NOT_YET_READ.da
    rows.append(f"    ({reader})")
    return rows


def _provision(number: str, provision: Provision) -> list[str]:
    rows = [f"  {number} ({provision.place})", _wrapped(provision.da, "    ")]
    return rows + [_remark(remark, "    ") for remark in provision.remarks]


def _remark(remark: Remark, indent: str) -> str:
    return _wrapped(f"{REMARKS[remark.kind].da}: {remark.da}", indent + "! ", indent + "  ")


def _wrapped(text: str, indent: str, later: str | None = None) -> str:
    return textwrap.fill(
        text,
        width=_WIDTH,
        initial_indent=indent,
        subsequent_indent=indent if later is None else later,
        break_long_words=False,
        break_on_hyphens=False,
    )
