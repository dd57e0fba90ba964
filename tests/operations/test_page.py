"""docs/operations.md says what is there: every command in it exists, and its table is the one in the code."""

from __future__ import annotations

import re
import shlex

import click
import pytest

from ophold.cli import COMMANDS, ophold
from ophold.site import operations_page
from tests.architecture import tree

PAGE = tree.ROOT / "docs" / "operations.md"
UNITS = sorted((tree.ROOT / "deploy" / "systemd").glob("*.service"))
COMMAND = re.compile(r"(?:`|bin/|^\s+)(ophold (?!&&|ophold)[a-z][^`\n(]*)", re.MULTILINE)


def _spoken() -> list[str]:
    said = COMMAND.findall(PAGE.read_text(encoding="utf-8"))
    said += [
        line.split("/bin/", 1)[1] for unit in UNITS for line in unit.read_text().splitlines() if "ExecStart" in line
    ]
    return said


def test_the_table_is_the_one_in_the_code() -> None:
    kept = PAGE.read_text(encoding="utf-8")
    assert kept == operations_page.page(kept), "run `python -m ophold.site.operations_page`"


@pytest.mark.parametrize("said", sorted(set(_spoken())))
def test_every_command_exists_with_its_options(said: str) -> None:
    _ophold, name, *rest = shlex.split(said)
    assert name in COMMANDS, said
    command = ophold.get_command(click.Context(ophold), name)
    assert command is not None
    while isinstance(command, click.Group):
        command = command.commands[rest.pop(0)]
    options = {option for parameter in command.params for option in parameter.opts}
    assert {word for word in rest if word.startswith("--")} <= options, said


def test_there_are_commands_on_the_page_and_a_target_for_make() -> None:
    assert {said.split()[1] for said in _spoken()} >= {
        *("account", "backup", "doctor", "journal", "key", "migrate", "restore", "serve"),
    }
    made = (tree.ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"`make ([a-z-]+)`", PAGE.read_text(encoding="utf-8")):
        assert f"\n{target}:" in made, target


def test_the_units_and_the_example_name_the_same_places() -> None:
    assert len(UNITS) == 4
    example = (tree.ROOT / "deploy" / "ophold.env.example").read_text(encoding="utf-8")
    anchors = re.findall(r"OPHOLD_ANCHORS=(.+)/", example)
    assert f"ReadWritePaths=/var/lib/ophold {anchors[0]}\n" in (UNITS[0].parent / "ophold-anchor.service").read_text()
    for timer in UNITS[0].parent.glob("*.timer"):
        assert timer.with_suffix(".service") in UNITS
    for unit in UNITS:
        said = unit.read_text(encoding="utf-8")
        assert "EnvironmentFile=/etc/ophold/ophold.env" in said
        assert "WorkingDirectory=/opt/ophold" in said
        assert "User=ophold" in said
