"""Whatever stands in a file's place: nothing keeps the program waiting, or is read without an end."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from content.errors import EditionDamagedError
from desktop.edition.build_fingerprint import NAME, has_fingerprint
from desktop.edition.checksummed_files import MANIFEST, read_manifest
from desktop.edition.offset_file import OffsetFile
from desktop.errors import SettingsUnreadableError
from desktop.store.bookmarks import Bookmarks
from desktop.store.plain_file import open_plain, read_plain
from desktop.store.settings import TEXT_SIZE, Settings

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither pipes nor devices there")


def put_pipe(path: Path) -> None:
    os.mkfifo(path)


def put_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def put_folder(path: Path) -> None:
    path.mkdir()


PUT = pytest.mark.parametrize("put", [put_pipe, put_device, put_folder])


@PUT
def test_what_is_no_plain_file_is_an_os_error_at_once(tmp_path: Path, put) -> None:
    put(tmp_path / "a")
    descriptors = len(os.listdir("/proc/self/fd")) if sys.platform == "linux" else 0
    for attempt in (open_plain, OffsetFile):
        with pytest.raises(OSError, match="not a plain file"):
            attempt(tmp_path / "a")
    assert descriptors in (0, len(os.listdir("/proc/self/fd")) if sys.platform == "linux" else 0)


@PUT
def test_a_profile_of_such_is_told_and_left_alone(tmp_path: Path, put) -> None:
    for name in ("bookmarks.json", "settings.json"):
        put(tmp_path / name)
    before = {one.name: os.lstat(one).st_mode for one in tmp_path.iterdir()}
    bookmarks, settings = Bookmarks(tmp_path / "bookmarks.json"), Settings(tmp_path / "settings.json")
    assert "was left as it is" in (bookmarks.load() or "")
    with pytest.raises(SettingsUnreadableError):
        settings.prove_readable()
    assert "was left as it is" in (settings.load() or "")
    bookmarks.toggle("a")
    settings.set(TEXT_SIZE, 150)
    assert {one.name: os.lstat(one).st_mode for one in tmp_path.iterdir()} == before


@PUT
def test_an_edition_of_such_is_damaged(tmp_path: Path, put) -> None:
    put(tmp_path / MANIFEST)
    put(tmp_path / NAME)
    with pytest.raises(EditionDamagedError):
        read_manifest(tmp_path)
    assert not has_fingerprint(tmp_path, "x")


def test_a_plain_file_is_read_as_far_as_was_asked(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"12345")
    assert read_plain(tmp_path / "a", 3) == b"123"
    assert read_plain(tmp_path / "a", 9) == b"12345"
