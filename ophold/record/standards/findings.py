"""What the checker finds in a draft or a version, and the council's reasons where it adopts a conflict all the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from ophold.record.cases.standards import acts, all_settings, settings_of
from ophold.record.people.models import Municipality
from ophold.record.standards import whole
from ophold.record.standards.queries import place
from ophold.standard.check import CheckFinding, Severity, check
from ophold.standard.shape import Standard


def checked(standard: Standard, home: Municipality, on: date) -> tuple[CheckFinding, ...]:
    """What the checker finds on a day."""
    own = settings_of(home, on) if home.key in all_settings() else None
    return check(standard, on=on, acts=acts(), settings=own)


def of_draft(standard: Standard, home: Municipality, on: date) -> tuple[CheckFinding, ...]:
    """What it would find if the draft were adopted on a day: what only an adoption can give is not missed before."""
    adopted = whole.as_adopted(standard, version=on.isoformat(), by="Kommunalbestyrelsen", on=on, valid_from=on)
    return checked(adopted, home, on)


def key_of(finding: CheckFinding) -> str:
    """What a reason is given to: the same rule in the same place."""
    return place(finding.code, finding.provision, finding.matter)


def conflicts(found: Iterable[CheckFinding]) -> list[CheckFinding]:
    """Those that need a reason, each key once."""
    return list({key_of(each): each for each in found if each.severity is Severity.CONFLICT}.values())


def without_reason(found: Iterable[CheckFinding], reasons: Mapping[str, str]) -> list[CheckFinding]:
    """The conflicts nobody gave a reason for."""
    return [each for each in conflicts(found) if not reasons.get(key_of(each), "").strip()]


def kept(found: Iterable[CheckFinding], reasons: Mapping[str, str]) -> list[dict[str, object]]:
    """The finds as they are kept with the version, each conflict with its reason."""
    return [
        {
            "code": each.code,
            "severity": each.severity.value,
            "provision": each.provision,
            "matter": each.matter,
            "da": each.text.da,
            "en": each.text.en,
            "source": each.source,
            "confirmed": each.confirmed,
            "reason": reasons.get(key_of(each), "").strip() if each.severity is Severity.CONFLICT else "",
        }
        for each in found
    ]
