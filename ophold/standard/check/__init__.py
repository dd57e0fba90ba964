"""What should a policy officer know of a standard before, and after, a council adopts it?

Pure: the same standard, day, acts and settings give the same findings. The rules stand in `table`, one small question
each; remarks in the data that no rule can see are carried over (`remarks`). Not here: whether the file is a whole
standard (`assemble` refuses what is not), and what the findings are shown as.
"""

from __future__ import annotations

from datetime import date

from ophold.standard.acts import Acts
from ophold.standard.check.finding import Asked, CheckFinding, Severity
from ophold.standard.check.remarks import carried
from ophold.standard.check.table import RULES
from ophold.standard.settings import MunicipalitySettings
from ophold.standard.shape import Standard

__all__ = ["CheckFinding", "Severity", "check"]


def check(
    standard: Standard, *, on: date, acts: Acts, settings: MunicipalitySettings | None = None
) -> tuple[CheckFinding, ...]:
    """Every finding, the gravest first, then by provision."""
    asked = Asked(standard=standard, on=on, acts=acts, settings=settings)
    found = [finding for rule in RULES for finding in rule.findings(asked)]
    found += carried(asked, found)
    return tuple(sorted(found, key=lambda finding: finding.order))
