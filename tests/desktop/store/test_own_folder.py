"""The worker's folder is closed to other accounts, and unfinished writes in it go at the next start."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from desktop.store.bookmarks import Bookmarks
from desktop.store.own_folder import only_writer

fcntl = pytest.importorskip("fcntl")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such mode bits")
NOBODY_ELSE = "0a1b2c3d"


def mode(folder: Path) -> int:
    return stat.S_IMODE(folder.stat().st_mode)


def open_folder(path: Path) -> Path:
    path.mkdir()
    path.chmod(0o755)
    return path


def test_the_folder_is_made_for_this_account_alone(tmp_path: Path) -> None:
    above = open_folder(tmp_path / "config")
    Bookmarks(above / "handrail" / "bookmarks.json").toggle("a")
    assert (mode(above), mode(above / "handrail")) == (0o755, 0o700)


@pytest.mark.parametrize("name", ["handrail", "of-anna"])
def test_a_folder_that_was_open_is_closed_at_the_next_start(tmp_path: Path, name: str) -> None:
    folder = open_folder(tmp_path / name)
    for one in ("bookmarks.json", "settings.json", "bookmarks-damaged-1.json"):
        (folder / one).write_text("{}", encoding="utf-8")
    (folder / "edition").mkdir()
    Bookmarks(folder / "bookmarks.json").load()
    assert mode(folder) == 0o700


def test_a_folder_with_something_of_somebody_else_stays_open(tmp_path: Path) -> None:
    folder = open_folder(tmp_path / "shared")
    (folder / "letter.txt").touch()
    (folder / "bookmarks.json").write_text('{"format": 1, "pages": []}', encoding="utf-8")
    Bookmarks(folder / "bookmarks.json").load()
    Bookmarks(folder / "bookmarks.json").toggle("a")
    assert mode(folder) == 0o755
    assert mode(folder / "bookmarks.json") == 0o600


def unfinished(folder: Path, process: int) -> Path:
    file = folder / f".bookmarks.json.{process}-{NOBODY_ELSE}.new"
    file.write_text('{"pages": ["secret"]}', encoding="utf-8")
    return file


def test_what_a_dead_process_left_goes_at_the_next_start(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as dead:
        pass
    left = [unfinished(tmp_path, dead.pid), unfinished(tmp_path, os.getpid()), unfinished(tmp_path, 10**30)]
    of_another = tmp_path / f".letter.1-{NOBODY_ELSE}.new"
    of_another.touch()
    assert Bookmarks(tmp_path / "bookmarks.json").load() is None
    assert [one for one in left if one.exists()] == []
    assert of_another.exists()


def test_what_another_window_writes_now_stays(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as alive:
        left = unfinished(tmp_path, alive.pid)
        Bookmarks(tmp_path / "bookmarks.json").load()
        assert left.exists()
        long_ago = time.time() - 3600  # its number is another process's by now
        os.utime(left, (long_ago, long_ago))
        Bookmarks(tmp_path / "bookmarks.json").load()
        assert not left.exists()
        alive.communicate(b"\n")


def test_a_window_that_hangs_while_it_writes_keeps_nobody_from_writing(tmp_path: Path) -> None:
    held = os.open(tmp_path, os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX)
    try:
        Bookmarks(tmp_path / "bookmarks.json").toggle("a")
    finally:
        os.close(held)
    assert (tmp_path / "bookmarks.json").exists()


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="asks /proc")
def test_a_change_waits_for_what_another_window_writes_and_has_both(tmp_path: Path) -> None:
    file = tmp_path / "bookmarks.json"
    bookmarks = Bookmarks(file)
    bookmarks.toggle("a")
    with ThreadPoolExecutor(1) as pool:
        with only_writer(tmp_path):  # as another window that has read already
            mine = pool.submit(bookmarks.toggle, "c")
            while opened(tmp_path) < 2:
                assert not mine.done()
            file.write_text('{"format": 1, "pages": ["a", "b"]}', encoding="utf-8")
        mine.result()
    assert bookmarks.pages == ("a", "b", "c")


def opened(folder: Path) -> int:
    """How often this process has the folder open."""
    count = 0
    for one in Path("/proc/self/fd").iterdir():
        with suppress(OSError):
            count += os.readlink(one) == str(folder)
    return count


def test_the_folder_is_free_again_after_writing(tmp_path: Path) -> None:
    with only_writer(tmp_path):
        pass
    other = os.open(tmp_path, os.O_RDONLY)
    fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)
    os.close(other)
