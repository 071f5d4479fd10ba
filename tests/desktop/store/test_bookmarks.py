from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given
from hypothesis import settings as within_any_time
from hypothesis import strategies as st

from content.model import Library
from desktop.errors import BookmarksNotSavedError, NotErasedError
from desktop.store.bookmarks import Bookmarks

LibraryOf = Callable[..., Library]


def loaded(file: Path | None) -> Bookmarks:
    bookmarks = Bookmarks(file)
    assert bookmarks.load() is None
    return bookmarks


def test_a_bookmark_is_there_at_the_next_start(tmp_path: Path) -> None:
    file = tmp_path / "profile" / "bookmarks.json"
    bookmarks = loaded(file)
    assert not file.parent.exists()  # made by the first write, not by looking
    assert bookmarks.toggle("baby-bruise") is True
    assert bookmarks.toggle("danger-now") is True
    assert loaded(file).pages == ("baby-bruise", "danger-now")
    assert json.loads(file.read_bytes()) == {"format": 1, "pages": ["baby-bruise", "danger-now"]}


def test_a_second_toggle_takes_it_away(tmp_path: Path) -> None:
    bookmarks = loaded(tmp_path / "bookmarks.json")
    bookmarks.toggle("a")
    assert bookmarks.has("a")
    assert bookmarks.toggle("a") is False
    assert not bookmarks.has("a")
    assert loaded(tmp_path / "bookmarks.json").pages == ()


def test_removing_all_leaves_none(tmp_path: Path) -> None:
    bookmarks = loaded(tmp_path / "bookmarks.json")
    bookmarks.toggle("a")
    bookmarks.toggle("b")
    bookmarks.remove_all()
    assert loaded(tmp_path / "bookmarks.json").pages == ()


def test_removing_all_takes_damaged_and_unfinished_copies_along(tmp_path: Path) -> None:
    file, settings = tmp_path / "bookmarks.json", tmp_path / "settings-damaged-1.json"
    file.write_bytes(b'{"format": 2, "pages": ["a"]}')
    settings.write_bytes(b"not of bookmarks")
    (tmp_path / ".bookmarks.json.17-0a1b2c3d.new").write_bytes(b'{"pages": ["b"]}')
    bookmarks = Bookmarks(file)
    assert bookmarks.load()
    assert (tmp_path / "bookmarks-damaged-1.json").exists()
    bookmarks.remove_all()
    assert sorted(tmp_path.iterdir()) == [file, settings]
    assert json.loads(file.read_bytes())["pages"] == []


def test_a_copy_that_cannot_be_removed_is_named(tmp_path: Path) -> None:
    stuck = tmp_path / "bookmarks-damaged-1.json"
    stuck.mkdir()
    bookmarks = loaded(tmp_path / "bookmarks.json")
    with pytest.raises(NotErasedError, match=r"could not be erased: .*bookmarks-damaged-1"):
        bookmarks.remove_all()
    assert bookmarks.pages == ()


def test_listeners_hear_every_change_even_an_unsaved_one(unwritable: Path) -> None:
    bookmarks = Bookmarks(unwritable / "bookmarks.json")
    heard: list[tuple[str, ...]] = []
    bookmarks.listen(lambda: heard.append(bookmarks.pages))
    with pytest.raises(BookmarksNotSavedError, match=r"could not be saved\. They will last until you close"):
        bookmarks.toggle("a")
    assert heard == [("a",)]
    assert bookmarks.has("a")


def test_without_a_file_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    bookmarks = loaded(None)
    assert bookmarks.in_memory
    bookmarks.toggle("a")
    bookmarks.remove_all()
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not json",
        b"[]",
        b"{}",
        b'{"format": 1}',
        b'{"format": 2, "pages": []}',
        b'{"format": 1, "pages": "a"}',
        b'{"format": 1, "pages": {"a": 1}}',
        b'{"format": 1, "pages": [[]]}',
        b'{"format": 1, "pages": ["\\ud800"]}',
        b"\x00" * 4096,
        b"[" * 200_000,
        b" " * 1_000_001,
    ],
)
def test_a_damaged_file_is_kept_aside_and_named(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "bookmarks.json"
    file.write_bytes(data)
    bookmarks = Bookmarks(file)
    notice = bookmarks.load()
    aside = tmp_path / "bookmarks-damaged-1.json"
    assert notice == f"The file bookmarks.json was damaged. It is kept as {aside}."
    assert aside.read_bytes() == data
    assert bookmarks.pages == ()
    bookmarks.toggle("a")
    assert loaded(file).pages == ("a",)


def test_the_good_part_of_a_damaged_file_stays_in_use(tmp_path: Path) -> None:
    file = tmp_path / "bookmarks.json"
    file.write_text('{"format": 1, "pages": ["a", 7, "b", "a", null]}', encoding="utf-8")
    bookmarks = Bookmarks(file)
    assert "bookmarks-damaged-1.json" in (bookmarks.load() or "")
    assert bookmarks.pages == loaded(file).pages == ("a", "b")


def test_a_file_that_cannot_be_read_is_never_written_over(tmp_path: Path) -> None:
    folder = tmp_path / "bookmarks.json"
    folder.mkdir()
    (folder / "inside").write_bytes(b"precious")
    bookmarks = Bookmarks(folder)
    assert "was left as it is" in (bookmarks.load() or "")
    bookmarks.toggle("a")
    assert bookmarks.in_memory
    assert (folder / "inside").read_bytes() == b"precious"


def test_a_write_that_fails_keeps_the_old_file_whole(tmp_path: Path) -> None:
    file = tmp_path / "bookmarks.json"
    loaded(file).toggle("old")
    bookmarks = loaded(file)
    kept = tmp_path / "kept.json"
    file.rename(kept)
    file.mkdir()
    (file / "in-the-way").touch()
    with pytest.raises(BookmarksNotSavedError):
        bookmarks.toggle("new")
    assert loaded(kept).pages == ("old",)
    assert bookmarks.pages == ("old", "new")


def test_a_renamed_page_is_found_under_its_new_name(tmp_path: Path, library_of: LibraryOf) -> None:
    bookmarks = loaded(tmp_path / "bookmarks.json")
    for page in ("older", "gone", "now", "old", "kept"):
        bookmarks.toggle(page)
    before = (tmp_path / "bookmarks.json").read_bytes()
    heard: list[None] = []
    bookmarks.listen(lambda: heard.append(None))
    assert bookmarks.resolve(library_of(now=("older", "old"), kept=("kept-once",))) == ("gone",)
    assert bookmarks.pages == ("now", "gone", "kept")
    assert len(heard) == 1
    assert (tmp_path / "bookmarks.json").read_bytes() == before  # resolving is not the worker's change
    bookmarks.toggle("extra")
    assert loaded(tmp_path / "bookmarks.json").pages == ("now", "gone", "kept", "extra")


def test_a_page_that_took_an_old_name_is_itself(library_of: LibraryOf) -> None:
    bookmarks = Bookmarks(None)
    bookmarks.toggle("a")
    assert bookmarks.resolve(library_of(a=(), b=("a",))) == ()
    assert bookmarks.pages == ("a",)


def _json() -> st.SearchStrategy[bytes]:
    leaves = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
    values = st.recursive(leaves, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner))
    shaped = st.fixed_dictionaries({"format": st.just(1) | values, "pages": st.lists(values) | values})
    return st.one_of(shaped, values).map(lambda value: json.dumps(value).encode())


@pytest.mark.slow
@within_any_time(deadline=None)  # it waits for the disk
@given(st.binary() | _json())
@example(b'{"format": 1, "pages": ["\\ud800"]}')
def test_no_bytes_break_a_start_and_none_are_lost(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder, "bookmarks.json")
        file.write_bytes(data)
        bookmarks = Bookmarks(file)
        notice = bookmarks.load()
        kept = file if notice is None else Path(folder, "bookmarks-damaged-1.json")
        assert kept.read_bytes() == data
        bookmarks.toggle("a-page-that-nothing-draws")
        again = Bookmarks(file)
        assert again.load() is None
        assert again.pages == bookmarks.pages
