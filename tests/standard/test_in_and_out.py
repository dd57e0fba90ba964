"""`ophold standard export` and `import`: out, in and out again gives the same bytes; comments are told of."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from ophold.cli import main
from ophold.cli.standard import standard
from ophold.standard.load import load_file

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "standards").glob("*/*.yaml"))
SIXTH = Path(__file__).parent / "sixth/standards/nytest/2025-03-01.yaml"


def _run(*asked: str) -> str:
    done = CliRunner().invoke(standard, list(asked))
    assert done.exit_code == 0, done.output
    return done.output


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parent.name)
def test_export_writes_the_installed_file_byte_for_byte_and_import_writes_it_again(path: Path, tmp_path: Path) -> None:
    out, again = tmp_path / "ud.yaml", tmp_path / "ny/mappe/igen.yaml"
    assert "er skrevet i" in _run("export", path.parent.name, "--version", path.stem, "--to", str(out))
    assert out.read_bytes() == path.read_bytes()
    assert "kommentarer" not in _run("import", str(out), "--to", str(again))
    assert again.read_bytes() == path.read_bytes()
    assert _run("export", path.parent.name) == path.read_text(encoding="utf-8")


def test_json_goes_out_and_in_as_well(tmp_path: Path) -> None:
    text = _run("export", "hjørring", "--json")
    assert json.loads(text)["header"]["adopted_on"] == "2022-06-22"
    out = tmp_path / "ud.json"
    out.write_text(text, encoding="utf-8")
    assert load_file(out) == load_file(ROOT / "standards/hjoerring/2022-06-22.yaml")
    assert _run("export", str(out)) == _run("export", "hjoerring")


def test_import_says_that_comments_are_not_kept_and_where_the_file_belongs(tmp_path: Path) -> None:
    file = tmp_path / "med.yaml"
    file.write_text("# husk mig\n" + SIXTH.read_text(encoding="utf-8"), encoding="utf-8")
    said = _run("import", str(file))
    assert "De bevares ikke" in said
    assert "--to standards/nytest/2025-03-01.yaml" in said


def test_a_file_from_a_windows_editor_is_read(tmp_path: Path) -> None:
    file = tmp_path / "windows.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + SIXTH.read_bytes().replace(b"\n", b"\r\n"))
    assert load_file(file) == load_file(SIXTH)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["import", "findes-ikke.yaml"], "ikke findes"),
        (["export", "balerup"], "ballerup"),
        (["export", "lejre", "--version", "1999-01-01"], "2015-11-30"),
        (["export", "lejre", "--to", "/dev/null/x/y.yaml"], "vælg et sted"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_exit_2(
    asked: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(["standard", *asked])
    assert left.value.code == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert said in told.err
    assert len(told.err.strip().splitlines()) == 1
