"""A file fits in the head."""

from __future__ import annotations

import ast

from tests.architecture import tree

FILE, FUNCTION, VIEW, TEMPLATE = 400, 40, 25, 150


def test_no_file_is_longer_than_400_lines() -> None:
    paths = [*tree.code(""), *tree.files(".css", ".js", under="ophold/")]
    long = [tree.named(path) for path in paths if len(path.read_text(encoding="utf-8").splitlines()) > FILE]
    assert not long, f"Split by noun, never by kind: {long}"


def test_no_function_is_longer_than_40_lines_and_no_view_than_25() -> None:
    long = []
    for path in tree.code(""):
        most = VIEW if path.name == "views.py" or path.parent.name == "views" else FUNCTION
        for node in ast.walk(tree.parsed(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or 0) - node.lineno + 1
                if lines > most:
                    long.append(f"{tree.named(path, node.lineno)} {node.name}: {lines} lines, at most {most}")
    assert not long, "\n".join(long)


def test_no_template_is_longer_than_150_lines() -> None:
    templates = [path for path in tree.files(".html", under="ophold/") if "templates" in path.parts]
    long = [tree.named(path) for path in templates if len(path.read_text(encoding="utf-8").splitlines()) > TEMPLATE]
    assert templates
    assert not long, f"Split these templates: {long}"
