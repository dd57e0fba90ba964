"""The local stand-ins: a key makes one file, whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_django import Settings

from ophold.exchange.postbox import DigitalPostbox, PaperTray
from ophold.record.letters.channels import NotTaken, channel
from tests.people import TODAY


@pytest.fixture(autouse=True)
def _var(settings: Settings, tmp_path: Path) -> None:
    settings.VAR = tmp_path


def test_each_channel_has_its_stand_in() -> None:
    assert isinstance(channel("digital_post"), DigitalPostbox)
    assert isinstance(channel("letter"), PaperTray)


def test_a_retry_never_makes_two_and_keeps_the_first_day(tmp_path: Path) -> None:
    first = DigitalPostbox().hand_over(key="abc1", pdf=b"%PDF", on=TODAY)
    again = DigitalPostbox().hand_over(key="abc1", pdf=b"%PDF", on=TODAY.replace(day=9))
    assert first == again
    assert first.available_on == TODAY
    assert [path.name for path in tmp_path.rglob("*.pdf")] == ["abc1.pdf"]


def test_paper_says_nothing_of_delivery() -> None:
    assert PaperTray().hand_over(key="abc1", pdf=b"%PDF", on=TODAY).available_on is None


def test_another_copy_under_the_same_key_is_refused() -> None:
    PaperTray().hand_over(key="abc1", pdf=b"%PDF", on=TODAY)
    with pytest.raises(NotTaken):
        PaperTray().hand_over(key="abc1", pdf=b"%PDX", on=TODAY)


@pytest.mark.parametrize("key", ["", "../x", "a/b", "a.b"])
def test_a_key_is_never_a_path(key: str) -> None:
    with pytest.raises(NotTaken):
        PaperTray().hand_over(key=key, pdf=b"%PDF", on=TODAY)


def test_half_a_file_left_by_a_killed_worker_is_written_over(tmp_path: Path) -> None:
    folder = tmp_path / "postbox" / "letter"
    folder.mkdir(parents=True)
    (folder / ".abc1.part").write_bytes(b"%P")
    PaperTray().hand_over(key="abc1", pdf=b"%PDF", on=TODAY)
    assert [path.name for path in folder.iterdir()] == ["abc1.pdf"]
