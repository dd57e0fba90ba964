"""Why a file is not taken, as a code; what a person reads is `ophold.record.attachments.choices.Refusal`."""

from __future__ import annotations


class Unfit(Exception):
    """A file is not taken; `str()` is the code."""


OTHER_KIND = "other_kind"  # no PDF, JPEG or PNG
SEVERAL_KINDS = "several_kinds"  # one of them, and something else at the same time
BROKEN = "broken"  # cut off or damaged
TOO_MUCH = "too_much"  # unpacks to more than the limits allow
LOCKED = "locked"  # encrypted
ALIVE = "alive"  # scripts, other files inside, things that start something
MOVING = "moving"  # a picture of several
