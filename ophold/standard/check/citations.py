"""Does the text cite acts that a newer one has replaced?"""

from __future__ import annotations

from collections.abc import Iterator

from ophold.law import wording
from ophold.standard.acts import Act, Moved
from ophold.standard.check.finding import Asked, Hit
from ophold.standard.shape import Text
from ophold.standard.superseded import in_standard


def replaced(asked: Asked) -> Iterator[Hit]:
    """A citation of an act that had been replaced on the day."""
    for each in in_standard(asked.standard, asked.acts, asked.on):
        newest = each.newest
        yield Hit(
            provision=each.provision,
            source=str(newest),
            confirmed=each.confirmed,
            text=Text(
                da=f"Teksten henviser til {_named(each.act)}, som er afløst af {_named(newest)}.",
                en=f"The text cites {_named_en(each.act)}, which has been replaced by {_named_en(newest)}.",
            ),
            remedy=Text(
                da=f"Ret henvisningen til {newest.short}, eller henvis uden nummer.",
                en=f"Correct the reference to {newest.short}, or cite without a number.",
            ),
        )


def moved(asked: Asked) -> Iterator[Hit]:
    """A citation of a section whose matter has moved, for some, to another act."""
    for citation in asked.standard.header.cites:
        act = asked.acts.cited(citation)
        sections = asked.acts.sections(citation)
        for move in act.moved if act else ():
            if act is not None and move.since <= asked.on and move.section in sections:
                for provision in citation.provisions or ("",):
                    yield _moved(act, move, asked.acts.by_key(move.to), provision)


def _moved(act: Act, move: Moved, target: Act, provision: str) -> Hit:
    return Hit(
        provision=provision,
        source=str(target),
        confirmed=move.evidence.confirmed,
        text=Text(
            da=f"Teksten henviser til § {move.section} i {act.title.da}; {move.who.da} gælder nu {target.title.da}.",
            en=f"The text cites section {move.section} of the {act.title.en}; "
            f"for {move.who.en} the {target.title.en} now applies.",
        ),
        remedy=Text(
            da="Se efter, om henvisningen skal rettes, og skriv begge love, hvis begge gælder.",
            en="See whether the reference must be corrected, and name both acts if both apply.",
        ),
    )


def _named(act: Act) -> str:
    return f"{act.title.da} ({act.number} af {wording.day(act.of) if act.of else act.year})" if act.number else str(act)


def _named_en(act: Act) -> str:
    day = wording.day_en(act.of) if act.of else act.year
    return f"{act.title.en} ({act.number} of {day})" if act.number else act.title.en
