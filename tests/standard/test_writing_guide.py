"""docs/writing-a-standard.md leads from nothing to a checked file: every command in it runs, every piece fits."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from ophold.cli import main
from ophold.standard.load import load_file
from ophold.standard.matters import MATTERS
from ophold.standard.shape import State

GUIDE = Path(__file__).resolve().parents[2] / "docs/writing-a-standard.md"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = Path("standards/nytest/undated-1.yaml")


def _laid_over(whole: dict[str, Any], part: dict[str, Any]) -> dict[str, Any]:
    """What somebody has after writing a piece into the file: its fields in place of those with the same name."""
    both = {**whole, **part}
    for name in set(whole) & set(part):
        if isinstance(whole[name], dict) and isinstance(part[name], dict) and name in ("header", "promises"):
            both[name] = {**whole[name], **part[name]}
    return both


def _asked(block: str) -> Iterator[tuple[list[str], list[str]]]:
    """Each command of a block and the lines it says it answers."""
    for each in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, *lines = each.strip().splitlines()
        yield shlex.split(command), lines


def _run(command: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    program, *asked = command
    assert program == "ophold"
    with pytest.raises(SystemExit) as left:
        main(asked)
    told = capsys.readouterr()
    assert left.value.code == 0, told.err
    return " ".join((told.out + told.err).split())


def test_the_guide_leads_to_a_checked_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    commands = 0
    for kind, block in BLOCK.findall(GUIDE.read_text(encoding="utf-8")):
        if kind == "yaml":
            written = yaml.safe_load(FILE.read_text(encoding="utf-8"))
            FILE.write_text(yaml.safe_dump(_laid_over(written, yaml.safe_load(block))), encoding="utf-8")
            continue
        assert kind == "console"
        for command, lines in _asked(block):
            commands += 1
            said = _run(command, capsys)
            for line in lines:
                assert " ".join(line.split()) in said, f"{shlex.join(command)} does not say {line!r}"
    assert commands >= 10
    standard = load_file(tmp_path / "standards/nytest/2026-02-01.yaml")
    fixed = {name for name, promise in standard.promises.items() if promise.state is not State.SILENT}
    assert fixed == {"response_deadline", "follow_up", "respite", "complaint"}


def test_every_command_field_and_word_it_names_is_there() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    assert {state.value for state in State} <= set(re.findall(r"^\| `(\w+)`", text, flags=re.MULTILINE))
    assert set(re.findall(r"^  (\w+):\n    state", text, flags=re.MULTILINE)) <= set(MATTERS)
