from __future__ import annotations

import os
import stat
import sys
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from desktop.errors import FileDamagedError
from desktop.store.atomic_file import LARGEST, read_object, write_atomically
from desktop.store.leftovers import quarantine


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    file = tmp_path / "a" / "b" / "state.json"
    write_atomically(file, b"one")
    write_atomically(file, b"two")
    assert file.read_bytes() == b"two"
    assert [one.name for one in file.parent.iterdir()] == ["state.json"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such mode bits")
def test_other_accounts_cannot_read_it(tmp_path: Path) -> None:
    write_atomically(tmp_path / "state.json", b"{}")
    assert stat.S_IMODE((tmp_path / "state.json").stat().st_mode) == 0o600


def test_a_write_that_cannot_be_put_in_place_leaves_the_old_whole(tmp_path: Path) -> None:
    """Everything up to the replace happens; then the replace fails, because a full folder is in the way."""
    target = tmp_path / "state.json"
    target.mkdir()
    (target / "inside").write_bytes(b"old")
    with pytest.raises(OSError):  # noqa: PT011 - each system has its own kind of it
        write_atomically(target, b"new")
    assert (target / "inside").read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["state.json"]


def test_a_folder_that_cannot_be_made_is_an_os_error(unwritable: Path) -> None:
    with pytest.raises(OSError):  # noqa: PT011 - each system has its own kind of it
        write_atomically(unwritable / "state.json", b"new")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is read-only to root")
def test_a_read_only_folder_keeps_the_old_whole(tmp_path: Path) -> None:
    file = tmp_path / "state.json"
    write_atomically(file, b"old")
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(OSError):  # noqa: PT011 - each system has its own kind of it
            write_atomically(file, b"new")
    finally:
        tmp_path.chmod(0o700)
    assert file.read_bytes() == b"old"


def test_a_file_left_by_a_killed_write_is_in_nobodys_way(tmp_path: Path) -> None:
    file = tmp_path / "state.json"
    write_atomically(file, b"{}")
    (tmp_path / ".state.json.1-abc.new").write_bytes(b'{"half')
    assert read_object(file) == {}
    write_atomically(file, b'{"a": 1}')
    assert read_object(file) == {"a": 1}


def test_writers_at_once_leave_one_whole_file(tmp_path: Path) -> None:
    file = tmp_path / "state.json"
    versions = [bytes([65 + number]) * 50_000 for number in range(8)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda data: write_atomically(file, data), versions))
    assert file.read_bytes() in versions
    assert os.listdir(tmp_path) == ["state.json"]


def test_no_file_is_no_object(tmp_path: Path) -> None:
    assert read_object(tmp_path / "none.json") is None


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"], ids=["plain", "as Notepad saves it"])
def test_an_object_is_read(tmp_path: Path, start: bytes) -> None:
    (tmp_path / "a.json").write_bytes(start + b'{"a": "\xc3\xa9"}')
    assert read_object(tmp_path / "a.json") == {"a": "é"}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"x"',
        b"\xff\xfe",
        b"\x00" * 50,
        b"[" * 100_000,
        b"9" * 10_000,
        b'{"a": 1}x',
    ],
)
def test_anything_else_is_damaged(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.json").write_bytes(data)
    with pytest.raises(FileDamagedError):
        read_object(tmp_path / "a.json")


def test_a_huge_file_is_not_read_into_memory(tmp_path: Path) -> None:
    with (tmp_path / "a.json").open("wb") as file:
        file.truncate(40 * LARGEST)
    tracemalloc.start()
    try:
        with pytest.raises(FileDamagedError):
            read_object(tmp_path / "a.json")
        assert tracemalloc.get_traced_memory()[1] < 4 * LARGEST
    finally:
        tracemalloc.stop()


def test_damaged_files_are_numbered_and_all_kept(tmp_path: Path) -> None:
    file = tmp_path / "bookmarks.json"
    for number in (1, 2, 3):
        file.write_bytes(b"%d" % number)
        assert quarantine(file) == tmp_path / f"bookmarks-damaged-{number}.json"
    assert not file.exists()
    assert [(tmp_path / f"bookmarks-damaged-{n}.json").read_bytes() for n in (1, 2, 3)] == [b"1", b"2", b"3"]


def test_a_file_that_cannot_be_moved_leaves_no_empty_name(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        quarantine(tmp_path / "gone.json")
    assert os.listdir(tmp_path) == []
