"""A file of the profile that is a link stays one, and what it leads to is written, kept and cleared."""

from __future__ import annotations

import json
import os
import stat
import sys
from pathlib import Path

import pytest

from desktop.errors import BookmarksNotSavedError
from desktop.store.bookmarks import Bookmarks

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links need rights that accounts lack there")


@pytest.fixture
def link(tmp_path: Path) -> Path:
    for name in ("profile", "elsewhere"):
        (tmp_path / name).mkdir()
    link = tmp_path / "profile" / "bookmarks.json"
    link.symlink_to(tmp_path / "elsewhere" / "list.json")
    return link


def pages(file: Path) -> list[str]:
    found: list[str] = json.loads(file.read_bytes())["pages"]
    return found


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def test_the_link_stays_and_its_target_has_the_page(link: Path) -> None:
    target = Path(os.readlink(link))
    target.write_text('{"format": 1, "pages": ["a"]}', encoding="utf-8")
    bookmarks = Bookmarks(link)
    assert bookmarks.load() is None
    bookmarks.toggle("b")
    assert link.is_symlink()
    assert pages(target) == ["a", "b"]
    assert (names(link.parent), names(target.parent)) == (["bookmarks.json"], ["list.json"])
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_link_to_a_file_that_is_not_there_yet_makes_it(link: Path) -> None:
    bookmarks = Bookmarks(link)
    bookmarks.load()
    bookmarks.toggle("a")
    assert link.is_symlink()
    assert pages(link) == ["a"]


def test_a_link_into_a_folder_that_is_away_is_told_and_nothing_is_made(link: Path) -> None:
    target = Path(os.readlink(link))
    target.parent.rmdir()  # a stick that was pulled out
    bookmarks = Bookmarks(link)
    bookmarks.load()
    with pytest.raises(BookmarksNotSavedError):
        bookmarks.toggle("a")
    assert link.is_symlink()
    assert not target.parent.exists()


def test_a_damaged_target_is_kept_beside_itself(link: Path) -> None:
    target = Path(os.readlink(link))
    target.write_bytes(b"{broken")
    bookmarks = Bookmarks(link)
    assert str(target.with_name("list-damaged-1.json")) in (bookmarks.load() or "")
    bookmarks.toggle("a")
    assert link.is_symlink()
    assert pages(target) == ["a"]
    bookmarks.remove_all()
    assert names(target.parent) == ["list.json"]


def test_links_in_a_circle_are_told_and_stay(tmp_path: Path) -> None:
    one, two = tmp_path / "bookmarks.json", tmp_path / "two"
    one.symlink_to(two)
    two.symlink_to(one)
    bookmarks = Bookmarks(one)
    assert "was left as it is" in (bookmarks.load() or "")
    bookmarks.toggle("a")
    assert one.is_symlink()
    assert two.is_symlink()
