"""The drill: a backup is taken, everything is destroyed, it is put back, and all is as it was."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.db import connection

from tests.architecture import tree
from tests.operations.surroundings import a_key, ophold, production

ON = connection.vendor


class Place:
    """A service of its own, on the kind of database these tests run on, that can be destroyed."""

    def __init__(self, folder: Path) -> None:
        self.var = folder / "var"
        self.environment = production(self.var, OPHOLD_DEMO="1", OPHOLD_TODAY="2026-03-02")
        held = connection.settings_dict
        self.name = f"{held['NAME']}_drill"
        if ON == "postgresql":
            self.server = f"postgres://{held['USER']}:{held['PASSWORD']}@{held['HOST']}:{held['PORT']}"
            self.environment["DATABASE_URL"] = f"{self.server}/{self.name}"
        self.destroy()

    def destroy(self) -> None:
        shutil.rmtree(self.var, ignore_errors=True)
        self.var.mkdir()
        if ON == "postgresql":
            with psycopg.connect(f"{self.server}/postgres", autocommit=True) as server:
                server.execute(f'DROP DATABASE IF EXISTS "{self.name}" WITH (FORCE)')
                server.execute(f'CREATE DATABASE "{self.name}"')

    def does(self, *words: str, **changed: str) -> str:
        done = ophold(*words, environment=self.environment | changed)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def papers(self) -> dict[str, str]:
        """Every paper of a case, opened: its name, and the print of what it holds."""
        opens = (
            "import django; django.setup(); import hashlib, json;"
            "from ophold.record.attachments.models import Attachment;"
            "from ophold.record.attachments.tray import content_of, name_of;"
            "rows = [(row.case.reference + ' ' + name_of(row), content_of(row), row.sha256) for row in"
            " Attachment._base_manager.all()];"
            "assert all(hashlib.sha256(held).hexdigest() == told for _name, held, told in rows);"
            "print(json.dumps({name: told for name, _held, told in rows}))"
        )
        surroundings = self.environment | {"DJANGO_SETTINGS_MODULE": "ophold.site.settings"}
        done = subprocess.run(
            [sys.executable, "-c", opens], env=surroundings, cwd=tree.ROOT, capture_output=True, text=True, check=True
        )
        found: dict[str, str] = json.loads(done.stdout)
        return found

    def refuses(self, *words: str, **changed: str) -> str:
        done = ophold(*words, environment=self.environment | changed)
        assert done.returncode == 2, done.stdout + done.stderr
        assert done.stderr.count("\n") == 1, done.stderr
        return done.stderr

    def finds(self, *words: str) -> str:
        done = ophold(*words, environment=self.environment)
        assert done.returncode == 1, done.stdout + done.stderr
        return done.stderr

    def files(self) -> dict[str, tuple[str, float]]:
        return {
            str(path.relative_to(self.var)): (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime)
            for path in (self.var / "postbox").rglob("*.pdf")
        }


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    place = Place(tmp_path)
    yield place
    if ON == "postgresql":
        with psycopg.connect(f"{place.server}/postgres", autocommit=True) as server:
            server.execute(f'DROP DATABASE IF EXISTS "{place.name}" WITH (FORCE)')


def _manifest(backup: Path) -> dict[str, dict[str, str]]:
    with tarfile.open(backup) as archive:
        stored = archive.extractfile("manifest.json")
        assert stored is not None
        found: dict[str, dict[str, str]] = json.loads(stored.read())
    return found


@pytest.mark.django_db
def test_the_drill(place: Place, tmp_path: Path) -> None:
    place.does("migrate")
    place.does("demo", "--open", "3", "--closed", "1")
    place.does("worker", "--once")
    attached = place.papers()
    assert len(attached) >= 2
    letters, backup, again = place.files(), tmp_path / "one.tar", tmp_path / "two.tar"
    assert letters
    place.environment["OPHOLD_ANCHORS"] = str(tmp_path / "anchors")
    assert "forankret" in place.does("journal", "anchor")
    place.does("backup", str(backup))
    assert backup.stat().st_mode & 0o077 == 0
    told = _manifest(backup)
    assert len(told["tables"]) > 20
    assert len(set(told["tables"].values())) > 10
    for name in ("OPHOLD_CPR_SEAL_KEY", "OPHOLD_CPR_INDEX_KEY", "OPHOLD_JOURNAL_KEY", "OPHOLD_SECRET_KEY"):
        assert place.environment[name].encode() not in backup.read_bytes()
    assert "findes" in place.refuses("backup", str(backup))

    assert "allerede er noget" in place.refuses("restore", str(backup))
    place.destroy()
    assert "OPHOLD_JOURNAL_KEY" in place.refuses("restore", str(backup), OPHOLD_JOURNAL_KEY=a_key())
    assert not (place.var / "postbox").exists()
    place.does("restore", str(backup))

    assert place.files() == letters
    assert place.papers() == attached
    verified = place.does("journal", "verify")
    assert "uændret" in verified
    assert "Holdt op mod ankrene" in verified
    place.does("backup", str(again))
    assert _manifest(again)["tables"] == told["tables"]
    place.does("restore", str(again), "--replace")
    assert "uændret" in place.does("journal", "verify")
    _what_is_younger_than_the_backup_is_told(place, again)


def _what_is_younger_than_the_backup_is_told(place: Place, backup: Path) -> None:
    assert "0 af" in place.does("journal", "anchor")
    place.does("account", "create", "--municipality", "ballerup", "--role", "caseworker", "--name", "Karen Krise")
    assert "1 af" in place.does("journal", "anchor")
    place.does("restore", str(backup), "--replace")
    for command in ("verify", "anchor"):
        assert "Ballerup Kommune: post 1 mangler (forankret 2026-03-02" in place.finds("journal", command)
    place.environment["OPHOLD_ANCHORS"] += "-after"
    place.does("journal", "anchor")
    assert "uændret" in place.does("journal", "verify")


def test_what_is_no_backup_changes_nothing(place: Place, tmp_path: Path) -> None:
    (tmp_path / "no.tar").write_bytes(b"no")
    assert "ikke kan læses" in place.refuses("restore", str(tmp_path / "no.tar"))
    with tarfile.open(tmp_path / "empty.tar", "w"):
        pass
    assert "ikke kan læses" in place.refuses("restore", str(tmp_path / "empty.tar"))
