"""What bookmarks and settings share: no file is lost, and none that cannot be read is written over."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.store.json_store import JsonStore


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "things.json"


def take_all(_found: dict[str, object]) -> str | None:
    return None


def test_what_was_written_is_taken_again(file: Path) -> None:
    JsonStore(file).write({"format": 1, "things": ["a"]})
    taken: dict[str, object] = {}
    assert JsonStore(file).load(lambda found: taken.update(found)) is None
    assert taken == {"format": 1, "things": ["a"]}


def test_the_sentence_of_who_takes_is_handed_on(file: Path) -> None:
    JsonStore(file).write({"format": 2})
    assert JsonStore(file).load(lambda found: f"format {found['format']}") == "format 2"


def test_without_a_file_nothing_is_taken_and_nothing_is_made(tmp_path: Path, file: Path) -> None:
    for store in (JsonStore(file), JsonStore(None)):
        assert store.load(lambda _found: "taken") is None
    assert list(tmp_path.iterdir()) == []


def test_memory_only_writes_nothing(tmp_path: Path) -> None:
    store = JsonStore(None)
    assert store.in_memory
    store.write({"format": 1})
    assert (store.read(), store.remove_leftovers(), list(tmp_path.iterdir())) == (None, (), [])


def test_a_damaged_file_is_backed_up_and_its_good_part_written(file: Path) -> None:
    file.write_bytes(b"{broken")
    store = JsonStore(file)
    backup = file.with_name("things-damaged-1.json")
    assert store.back_up({"format": 1}) == f"The file things.json was damaged. It is kept as {backup}."
    assert backup.read_bytes() == b"{broken"
    assert json.loads(file.read_bytes()) == {"format": 1}
    assert not store.in_memory


def test_a_damaged_file_without_a_good_part_is_not_replaced(file: Path) -> None:
    file.write_bytes(b"{broken")
    assert "things-damaged-1.json" in (JsonStore(file).load(take_all) or "")
    assert not file.exists()


def test_what_cannot_be_read_is_left_alone_from_then_on(file: Path) -> None:
    file.mkdir()
    store = JsonStore(file)
    assert "was left as it is" in (store.load(take_all) or "")
    assert store.in_memory
    store.write({"format": 1})
    assert file.is_dir()


def test_leftovers_go_and_other_files_stay(file: Path) -> None:
    file.write_bytes(b"{broken")
    store = JsonStore(file)
    store.back_up()
    letter = file.with_name("letter.txt")
    letter.touch()
    assert store.remove_leftovers() == ()
    assert list(file.parent.iterdir()) == [letter]
