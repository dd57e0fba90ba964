"""What has a person remarked on a provision that no rule can see?

The remark is data, so this is as general as a rule. A remark that names a rule's code is not said twice where the rule
found the matter in the same provision; where it did not, the remark stands.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType

from ophold.standard.check.finding import Asked, CheckFinding, Severity
from ophold.standard.matters import MATTERS
from ophold.standard.shape import Remark, RemarkKind, Text

CARRIED: Mapping[RemarkKind, tuple[str, Severity, Text]] = MappingProxyType(
    {
        RemarkKind.CONTRADICTION: (
            "remark-contradiction",
            Severity.AMBIGUITY,
            Text(da="Ret det ene sted, så teksten siger det samme.", en="Correct one place, so that the text agrees."),
        ),
        RemarkKind.AMBIGUOUS: (
            "remark-ambiguous",
            Severity.AMBIGUITY,
            Text(da="Skriv, hvad der menes.", en="Write what is meant."),
        ),
        RemarkKind.OUTDATED: (
            "remark-outdated",
            Severity.OUTDATED,
            Text(da="Se efter, om henvisningen skal rettes.", en="See whether the reference must be corrected."),
        ),
        RemarkKind.BEYOND_STATUTE: (
            "remark-beyond-statute",
            Severity.NOTE,
            Text(da="Se efter, om det er ment sådan.", en="See whether it is meant so."),
        ),
        RemarkKind.COPY_ERROR: (
            "remark-copy-error",
            Severity.NOTE,
            Text(da="Ret teksten til denne ydelse.", en="Correct the text to this service."),
        ),
    }
)


def carried(asked: Asked, found: Collection[CheckFinding]) -> Iterator[CheckFinding]:
    """Every remark of a kind that a policy officer should act on, unless a rule has said it."""
    said = {(finding.code, finding.provision) for finding in found}
    for provision, remark in _remarks(asked):
        if remark.kind in CARRIED and (remark.code, provision) not in said:
            yield _finding(asked, provision, remark)


def _remarks(asked: Asked) -> Iterator[tuple[str, Remark]]:
    yield from (("", remark) for remark in asked.standard.header.remarks)
    for name, provision in asked.standard.provisions.items():
        yield from ((name, remark) for remark in provision.remarks)


def _finding(asked: Asked, provision: str, remark: Remark) -> CheckFinding:
    code, severity, remedy = CARRIED[remark.kind]
    return CheckFinding(
        code=code,
        severity=severity,
        provision=provision,
        matter=_matter(asked, provision),
        text=Text(da=remark.da, en=remark.en),
        source=str(asked.standard.source(provision)),
        remedy=remedy,
        confirmed=True,
    )


def _matter(asked: Asked, provision: str) -> str:
    """The first matter the provision says something on; "header" where it says none."""
    return next((name for name in MATTERS if provision in asked.standard.promise(name).provisions), "header")
