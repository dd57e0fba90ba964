"""A postbox in which the worker dies: run only in a process of its own, by `test_killed`.

OPHOLD_DIE says when: "render" (before the bytes are frozen), "before" (frozen, not handed over) or "after" (handed
over, not marked).
"""

from __future__ import annotations

import os
import signal
from datetime import date
from typing import Any

from ophold.exchange.postbox import DigitalPostbox
from ophold.record.letters.channels import Receipt

WHEN = os.environ.get("OPHOLD_DIE", "")


def die() -> None:
    """As kill -9 does: nothing is cleaned up."""
    os.kill(os.getpid(), signal.SIGKILL)


class DeadlyPostbox(DigitalPostbox):
    """Kills the process around the hand-over."""

    def hand_over(self, *, key: str, pdf: bytes, on: date) -> Receipt:
        """Hand over, unless dead."""
        if WHEN == "before":
            die()
        receipt = super().hand_over(key=key, pdf=pdf, on=on)
        if WHEN == "after":
            die()
        return receipt


def deadly_pdf(*_: Any, **__: Any) -> bytes:
    """Dies while the letter is set."""
    die()
    return b""


if WHEN == "render":
    from ophold.record.letters import typeset

    typeset.pdf = deadly_pdf
