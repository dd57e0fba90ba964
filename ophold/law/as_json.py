"""A finding as JSON values: the shape the shell prints, a clock keeps and a page reads.

`{"status", "value", "because": [{"text", "source", …}], "missing", "confirmed"}`, and `"readings":
[{"value", "unit", "why", "why_en"}]` only where the text can be read in more than one way, `"caveat": {"text",
"text_en"}` only where something must be said wherever the value is shown. Dates are ISO.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import TypeAlias

from ophold.law.finding import Finding, Reason, T

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"


def as_json(finding: Finding[T]) -> dict[str, Json]:
    """The finding in the shape above."""
    answer: dict[str, Json] = {
        "status": finding.status.value,
        "value": plain(finding.value),
        "because": [reason_as_json(reason) for reason in finding.because],
        "missing": list(finding.missing),
        "confirmed": finding.confirmed,
    }
    if finding.readings:
        answer["readings"] = [
            {"value": plain(reading.value), "unit": reading.unit, "why": reading.why, "why_en": reading.why_en}
            for reading in finding.readings
        ]
    if finding.caveat is not None:
        answer["caveat"] = {"text": finding.caveat.text, "text_en": finding.caveat.text_en}
    return answer


def plain(value: object) -> Json:
    """Any value of a rule as JSON: dates ISO, enums by their value, dataclasses by their fields."""
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return plain(value.value)
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, (tuple, list)):
        return [plain(part) for part in value]
    raise TypeError(f"A rule's value of type {type(value).__name__} has no JSON shape.")


def reason_as_json(reason: Reason) -> dict[str, Json]:
    """One reason with its source, level and evidence."""
    return {
        "text": reason.text,
        "text_en": reason.text_en,
        "source": str(reason.source),
        "provision": reason.source.provision,
        "layer": reason.source.layer.value,
        "evidence": reason.source.evidence.value,
        "undated": reason.source.undated,
    }
