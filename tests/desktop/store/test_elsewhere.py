"""Two computers or two windows on one profile: what the other has written is merged, never lost."""

from __future__ import annotations

import json
import multiprocessing
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.model import Library
from desktop.errors import BookmarksNotSavedError
from desktop.store.bookmarks import Bookmarks, merged_pages
from desktop.store.settings import IDLE_LEAVE, LEAVE_KEY, LOOK, TEXT_SIZE, Settings

LISTS = st.lists(st.sampled_from("abcdef"), unique=True).map(tuple)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "profile" / "bookmarks.json"


def opened(file: Path) -> Bookmarks:
    bookmarks = Bookmarks(file)
    assert bookmarks.load() is None
    return bookmarks


def put(file: Path, *pages: str) -> None:
    """What a synced folder does: another whole file under the same name."""
    file.parent.mkdir(exist_ok=True)
    new = file.with_name("from-elsewhere")
    new.write_text(json.dumps({"format": 1, "pages": list(pages)}), encoding="utf-8")
    new.replace(file)


def written(file: Path) -> list[str]:
    pages: list[str] = json.loads(file.read_bytes())["pages"]
    return pages


def test_pages_that_came_from_elsewhere_stay(file: Path) -> None:
    put(file, "baby-bruise")
    bookmarks = opened(file)
    told: list[str] = []
    bookmarks.listen_for_words(told.append)
    put(file, "baby-bruise", "danger-now", "neglect")
    bookmarks.toggle("missing")
    assert written(file) == ["baby-bruise", "danger-now", "neglect", "missing"]
    assert bookmarks.pages == ("baby-bruise", "danger-now", "neglect", "missing")
    assert told == []


def test_a_page_that_was_removed_elsewhere_goes_with_a_word(file: Path) -> None:
    put(file, "a", "b")
    bookmarks = opened(file)
    told: list[str] = []
    bookmarks.listen_for_words(told.append)
    put(file, "b")
    bookmarks.toggle("c")
    assert written(file) == ["b", "c"]
    assert told == ["1 bookmark was removed elsewhere, and is gone here, too."]


def test_a_page_that_is_removed_here_goes_elsewhere_too(file: Path) -> None:
    put(file, "a", "b")
    bookmarks = opened(file)
    put(file, "a", "b", "c")
    bookmarks.toggle("a")
    assert written(file) == ["b", "c"]


def test_a_file_that_is_gone_takes_no_bookmark_with_it(file: Path) -> None:
    put(file, "a")
    bookmarks = opened(file)
    file.unlink()
    bookmarks.toggle("b")
    assert written(file) == ["a", "b"]


def test_a_file_that_was_damaged_meanwhile_is_kept_and_named(file: Path) -> None:
    put(file, "a")
    bookmarks = opened(file)
    told: list[str] = []
    bookmarks.listen_for_words(told.append)
    file.write_bytes(b'{"format": 1, "pages": ["a", "b"')
    bookmarks.toggle("c")
    aside = file.with_name("bookmarks-damaged-1.json")
    assert told == [f"The file bookmarks.json was damaged. It is kept as {aside}."]
    assert aside.read_bytes() == b'{"format": 1, "pages": ["a", "b"'
    assert written(file) == ["a", "c"]


def test_a_change_that_could_not_be_written_comes_with_the_next(file: Path) -> None:
    put(file, "a")
    bookmarks = opened(file)
    aside = file.rename(file.with_name("aside"))
    file.mkdir()
    with pytest.raises(BookmarksNotSavedError):
        bookmarks.toggle("b")
    file.rmdir()
    aside.rename(file)
    put(file, "a", "c")
    bookmarks.toggle("d")
    assert written(file) == ["a", "c", "b", "d"]


def test_removing_all_leaves_nothing_from_elsewhere(file: Path) -> None:
    put(file, "a")
    bookmarks = opened(file)
    put(file, "a", "b")
    bookmarks.remove_all()
    assert written(file) == []


def test_after_erasing_nothing_comes_back(file: Path) -> None:
    put(file, "a")
    bookmarks = opened(file)
    file.unlink()
    bookmarks.forget()
    bookmarks.toggle("b")
    assert written(file) == ["b"]


def test_a_renamed_page_is_one_page_in_both_lists(file: Path, library_of: Callable[..., Library]) -> None:
    put(file, "old", "x")
    bookmarks = opened(file)
    bookmarks.resolve(library_of(now=("old",)))
    put(file, "old", "x", "y")
    bookmarks.toggle("z")
    assert written(file) == ["now", "x", "y", "z"]


@given(LISTS, LISTS, LISTS)
def test_a_merge_loses_nothing_that_nobody_removed(
    before: tuple[str, ...], mine: tuple[str, ...], theirs: tuple[str, ...]
) -> None:
    merged = merged_pages(before, mine, theirs)
    added = (set(mine) | set(theirs)) - set(before)
    left = set(before) & set(mine) & set(theirs)
    assert set(merged) == added | left
    assert len(set(merged)) == len(merged)


@pytest.fixture
def settings_file(tmp_path: Path) -> Path:
    return tmp_path / "profile" / "settings.json"


def put_settings(file: Path, **values: object) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps({"format": 1, **values}), encoding="utf-8")


def test_settings_from_elsewhere_stay_hold_and_are_named(settings_file: Path) -> None:
    put_settings(settings_file, look="dark")
    settings = Settings(settings_file)
    settings.load()
    told: list[str] = []
    keys: list[str] = []
    settings.listen_for_words(told.append)
    settings.listen(LEAVE_KEY, keys.append)
    put_settings(settings_file, look="dark", leave_key="F8", idle_leave=5, of_a_later_version=7)
    settings.set(TEXT_SIZE, 110)
    assert json.loads(settings_file.read_bytes()) == {
        "format": 1,
        "look": "dark",
        "leave_key": "F8",
        "idle_leave": 5,
        "of_a_later_version": 7,
        "text_size": 110,
    }
    assert (settings.get(LEAVE_KEY), settings.get(IDLE_LEAVE)) == ("F8", 5)
    assert keys == ["F8"]
    assert told == ["Changed elsewhere, and so here, too: Key that leaves, Leave when nobody is there."]


def test_the_setting_that_was_chosen_here_last_wins(settings_file: Path) -> None:
    put_settings(settings_file, look="dark")
    settings = Settings(settings_file)
    settings.load()
    told: list[str] = []
    settings.listen_for_words(told.append)
    put_settings(settings_file, look="cream", text_size=120)
    settings.set(LOOK, "contrast")
    assert json.loads(settings_file.read_bytes()) == {"format": 1, "look": "contrast", "text_size": 120}
    assert told == ["Changed elsewhere, and so here, too: Text size."]


def test_damaged_settings_from_elsewhere_are_kept_and_named(settings_file: Path) -> None:
    put_settings(settings_file, look="dark")
    settings = Settings(settings_file)
    settings.load()
    told: list[str] = []
    settings.listen_for_words(told.append)
    settings_file.write_bytes(b"\0" * 40)
    settings.set(TEXT_SIZE, 150)
    assert json.loads(settings_file.read_bytes()) == {"format": 1, "look": "dark", "text_size": 150}
    assert "settings-damaged-1.json" in told[0]


def keep_many(file: Path, name: str, number: int) -> None:
    bookmarks = Bookmarks(file)
    bookmarks.load()
    for one in range(number):
        bookmarks.toggle(f"{name}-{one}")


def test_two_windows_that_write_at_once_lose_nothing(file: Path) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=keep_many, args=(file, name, 25)) for name in ("one", "two")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0, 0]
    assert sorted(written(file)) == sorted(f"{name}-{one}" for name in ("one", "two") for one in range(25))
