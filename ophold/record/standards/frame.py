"""What stands beside a section while one writes it: the legal frame, the provisions' own words, and the finds."""

from __future__ import annotations

from dataclasses import dataclass

from ophold.record.standards import whole
from ophold.record.standards.boxes import in_language, told
from ophold.record.standards.desk import Desk
from ophold.standard import describe
from ophold.standard.matters import MATTERS
from ophold.standard.shape import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Texts beside the boxes."""

    help: str
    legal: str
    provisions: tuple[tuple[str, str], ...]  # those a matter rests on: number and text
    matters: tuple[tuple[str, str], ...]  # those that rest on a provision: name and title


def frame(desk: Desk, name: str) -> Frame:
    """What stands beside a section."""
    if name in MATTERS:
        asked = told(describe.matter(name))
        rests_on = desk.standard.promises[name].provisions
        texts = tuple((each, _words(desk, each)) for each in rests_on)
        return Frame(help=asked.help, legal=asked.legal, provisions=texts, matters=())
    resting = [each for each, promise in desk.standard.promises.items() if name in promise.provisions]
    titled = tuple((each, in_language(MATTERS[each].title)) for each in resting)
    header = told(describe.field("Standard", "header" if name == whole.HEADER else "provisions"))
    return Frame(help=header.help, legal=header.legal, provisions=(), matters=titled)


def _words(desk: Desk, name: str) -> str:
    held = desk.standard.provisions[name]
    return in_language(Text(da=held.da, en=held.en))
