"""With every key set and outside demo, Django's own check for production has nothing to say."""

from __future__ import annotations

import base64
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture import tree

KEYS = ("OPHOLD_SECRET_KEY", "OPHOLD_CPR_SEAL_KEY", "OPHOLD_CPR_INDEX_KEY", "OPHOLD_JOURNAL_KEY")


def _check(tmp_path: Path, **changed: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("OPHOLD_", "DJANGO_"))}
    keys = {name: base64.b64encode(os.urandom(32)).decode() for name in KEYS}
    environment = {**kept, **keys, "OPHOLD_DEMO": "0", "OPHOLD_HOSTS": "ophold.example", "OPHOLD_VAR": str(tmp_path)}
    environment |= {"DJANGO_SETTINGS_MODULE": "ophold.site.settings", **changed}
    command = [sys.executable, "-W", "error", "manage.py", "check", "--deploy", "--fail-level", "INFO"]
    return subprocess.run(command, cwd=tree.ROOT, env=environment, capture_output=True, text=True, check=False)


def test_production_settings_give_no_warning(tmp_path: Path) -> None:
    done = _check(tmp_path)
    assert done.returncode == 0, done.stderr
    assert "no issues (0 silenced)" in done.stdout


@pytest.mark.parametrize("name", KEYS)
def test_a_missing_key_is_named(tmp_path: Path, name: str) -> None:
    done = _check(tmp_path, **{name: ""})
    assert done.returncode != 0
    assert f"{name} mangler" in done.stderr


def test_the_demo_key_is_refused_outside_demo(tmp_path: Path) -> None:
    from ophold.site.environment import demo_key

    done = _check(tmp_path, OPHOLD_JOURNAL_KEY=base64.b64encode(demo_key("OPHOLD_JOURNAL_KEY")).decode())
    assert done.returncode != 0
    assert "OPHOLD_JOURNAL_KEY skal være en egen nøgle" in done.stderr
