"""Run the law's tests with Django out of reach: `python -m tests.law`. The law says nothing about the web."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

HERE = Path(__file__).parent
BUDGET = 2.0  # seconds on two cores


class _Blocked:
    """Finds no module whose name begins with django, whoever asks."""

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        if name.split(".")[0] == "django":
            raise ImportError(f"{name} is out of reach: the law stands alone")


def main() -> int:
    sys.meta_path.insert(0, _Blocked())
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"  # the law needs none of them
    import pytest

    started = time.perf_counter()
    code = pytest.main(["-c", str(HERE / "alone.ini"), f"--rootdir={HERE.parent.parent}", str(HERE), *sys.argv[1:]])
    took = time.perf_counter() - started
    print(f"{took:.1f} s of {BUDGET:.0f} s" + (" – too slow" if took > BUDGET else ""))
    return int(code)


if __name__ == "__main__":
    raise SystemExit(main())
