"""Names that must not be where they are: of municipalities in code, of machines anywhere, of people at all.

Words banned in names stand in docs/glossary.toml (test_glossary).
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from ophold.record.people.cpr import CprRefused, born_on
from tests.architecture import tree

VAGUE = {"utils", "util", "helpers", "helper", "common", "core", "services", "service", "managers", "mixins"}
TEXT = (
    ".py",
    ".html",
    ".md",
    ".toml",
    ".yaml",
    ".yml",
    ".txt",
    ".in",
    ".json",
    ".css",
    ".js",
    ".po",
    ".typ",
    ".svg",
    "",
)
TEN_DIGITS = re.compile(r"(?<![\d.,-])(\d{6})[- ]?(\d{4})(?![\d.,-])")


def _municipalities() -> set[str]:
    names = set()
    for path in (tree.ROOT / "municipalities").glob("*.yaml"):
        settings = yaml.safe_load(path.read_text(encoding="utf-8"))
        names |= {path.stem, settings["name"].removesuffix(" Kommune")}
    return names


def _spoken(path: Path) -> Iterator[tuple[int, str]]:
    """Every text and every name in a Python file that is not a docstring or a comment."""
    tree_of = tree.parsed(path)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree_of)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        if node.body and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree_of):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.lineno, node.value
        elif isinstance(node, ast.Name):
            yield node.lineno, node.id
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.lineno, node.name


def test_no_code_knows_a_municipality_by_name() -> None:
    names = _municipalities()
    assert len(names) >= 5
    pattern = re.compile("|".join(sorted(map(re.escape, names))), re.IGNORECASE)
    found = [
        f"{tree.named(path, line)} {said[:60]!r}"
        for path in tree.code()
        if "/demo" not in tree.named(path)
        for line, said in _spoken(path)
        if pattern.search(said)
    ]
    found += [
        tree.named(path)
        for path in tree.files(".html", ".css", ".js", ".typ", ".po", under="ophold/")
        if pattern.search(path.read_text(encoding="utf-8"))
    ]
    assert not found, "These belong in standards/ or municipalities/:\n" + "\n".join(found)


def test_no_room_has_a_vague_name() -> None:
    found = [tree.named(path) for path in tree.files() if VAGUE & {path.stem, *path.relative_to(tree.ROOT).parts}]
    assert not found, found


def test_names_and_files_are_ascii() -> None:
    found = [tree.named(path) for path in tree.files() if not tree.named(path).isascii()]
    for path in tree.code(""):
        found += [
            f"{tree.named(path, node.lineno)} {node.name}"
            for node in ast.walk(tree.parsed(path))
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.isascii()
        ]
    assert not found, found


def test_no_index_address_and_no_machine_path_is_kept() -> None:
    # the patterns are put together here so that this file does not hold them
    traces = re.compile(
        "|".join(
            [
                "--(?:extra-)?index" + "-url",
                "registry=" + "http",
                '"resolved": "' + "http",
                "/" + "root/",
                "/" + r"home/\w+/",
                "/" + "work/",
                "/" + r"tmp/(?!ophold)",
            ]
        )
    )
    found = []
    for path in tree.files(*TEXT):
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            if traces.search(line):
                found.append(f"{tree.named(path, number)} {line.strip()[:80]}")
    assert not found, "\n".join(found)


def test_no_cpr_number_that_somebody_could_have_is_kept() -> None:
    """Ten digits that begin with a day that exists; demonstration numbers have the day plus 60."""
    found = []
    for path in tree.files(*TEXT):
        if path.name in {"package-lock.json"} or path.parent.name == "requirements":
            continue  # hashes
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            for match in TEN_DIGITS.finditer(line):
                digits = match[1] + match[2]
                if int(digits[:2]) > 60:
                    continue
                try:
                    born_on(digits)
                except CprRefused:
                    continue
                found.append(f"{tree.named(path, number)} {match[0]}")
    assert not found, "\n".join(found)
