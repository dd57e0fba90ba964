"""One file in, one answer out."""

from __future__ import annotations

import json
import sys
import warnings

from ophold.record.attachments.stripping import limits


def answer(content: bytes) -> tuple[dict[str, str], bytes]:
    """What the file is and what is left of it, or why it is not taken."""
    from ophold.record.attachments.stripping import documents, pictures  # after the limits hold
    from ophold.record.attachments.stripping.kinds import PDF, kind_of
    from ophold.record.attachments.stripping.refusals import BROKEN, TOO_MUCH, Unfit

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            kind = kind_of(content)
            kept = documents.stripped(content) if kind == PDF else pictures.stripped(content, kind)
    except Unfit as unfit:
        return {"refused": str(unfit)}, b""
    except (MemoryError, RecursionError):
        return {"refused": TOO_MUCH}, b""
    except Exception:  # a library that reads a damaged file may fail in any way it likes
        return {"refused": BROKEN}, b""
    return ({"kind": kind}, kept) if kept else ({"refused": BROKEN}, b"")


def main() -> None:
    """Read, answer, end."""
    limits.obey()
    told, kept = answer(sys.stdin.buffer.read())
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\n" + kept)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
