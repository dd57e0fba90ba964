"""A file becomes a draft from the shell, and a draft or an adopted version becomes a file, byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ophold.cli.standard import standard as command
from ophold.record.cases.standards import installed
from ophold.record.journal.models import Entry
from ophold.record.standards.models import Draft
from ophold.standard.canonical import canonical_text
from tests.standards.writing import EIGHT_WEEKS, a_draft, adopt, home, write

pytestmark = pytest.mark.django_db


def _ophold(*words: str) -> Result:
    return CliRunner().invoke(command, list(words))


def test_a_file_becomes_a_draft_and_comes_out_as_it_went_in(tmp_path: Path) -> None:
    home()
    text = canonical_text(installed().versions("ishoej")[-1])
    file = tmp_path / "ishoej.yaml"
    file.write_text(text, encoding="utf-8")
    done = _ophold("import", str(file), "--municipality", "Ishøj")
    draft = Draft.objects.get()
    assert done.exit_code == 0
    assert f"kladde {draft.pk}" in done.output
    assert _ophold("export", "ishoej", "--draft", str(draft.pk)).output == text
    assert Entry.objects.get(act="begin_draft").actor_role == "system"


def test_a_draft_is_asked_for_in_its_own_municipality() -> None:
    draft = a_draft()
    home("lejre")
    done = _ophold("export", "lejre", "--draft", str(draft.pk))
    assert done.exit_code != 0
    assert "blev ikke fundet" in done.output


def test_another_municipalitys_file_is_refused_in_one_line(tmp_path: Path) -> None:
    home()
    file = tmp_path / "lejre.yaml"
    file.write_text(canonical_text(installed().versions("lejre")[-1]), encoding="utf-8")
    done = _ophold("import", str(file), "--municipality", "ishoej")
    assert done.exit_code != 0
    assert "lejre" in done.output
    assert not Draft.objects.exists()


def test_an_adopted_version_is_exported_as_it_was_adopted() -> None:
    draft = a_draft()
    write(draft, "response_deadline", EIGHT_WEEKS)
    version = adopt(draft)
    assert _ophold("export", "Ishøj", "--database").output == version.canonical
    assert _ophold("export", "Ishøj", "--database", "--version", "undated-1").output.startswith("schema: 1")
    assert _ophold("export", "Ishøj", "--database", "--version", "1999-01-01").exit_code != 0
