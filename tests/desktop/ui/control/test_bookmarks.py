"""One key keeps the open page and keeps it no longer; the list and the star are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from content.model import Library
from desktop.store.bookmarks import Bookmarks
from desktop.ui.control.bookmarks import BookmarkController
from desktop.ui.control.navigation import NavigationController
from desktop.ui.main_window import MainWindow


@pytest.fixture
def bookmarks() -> Bookmarks:
    return Bookmarks(None)


@pytest.fixture
def controller(
    window: MainWindow, small: Library, bookmarks: Bookmarks, navigation: NavigationController
) -> BookmarkController:
    return BookmarkController(window, small, bookmarks, navigation)


def listed(window: MainWindow) -> list[str]:
    model = window.bookmark_list.tree.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_the_star_keeps_the_open_page_and_keeps_it_no_longer(
    window: MainWindow, controller: BookmarkController, navigation: NavigationController, small: Library
) -> None:
    navigation.open_page("baby-bruise")
    star = window.page_bar.bookmark
    star.click()
    assert (star.text(), listed(window)) == ("Bookmarked", [small.heads["baby-bruise"].title])
    navigation.open_page("safe-sleep")
    assert star.text() == "Bookmark"
    window.bookmark_list.remove_wanted.emit("baby-bruise")
    assert listed(window) == []


def test_without_a_page_there_is_nothing_to_keep(
    controller: BookmarkController, navigation: NavigationController, bookmarks: Bookmarks
) -> None:
    navigation.open_start()
    controller.toggle()
    assert list(bookmarks.pages) == []


def test_a_page_of_another_edition_says_so(
    window: MainWindow, controller: BookmarkController, bookmarks: Bookmarks
) -> None:
    bookmarks.toggle("old-page")
    assert listed(window) == ["old-page (not in this edition)"]
    controller.remove("never-kept")
    assert listed(window) == ["old-page (not in this edition)"]


def test_what_could_not_be_written_is_said(
    window: MainWindow, small: Library, navigation: NavigationController, tmp_path: Path
) -> None:
    (tmp_path / "profile").write_text("in the way of the folder")
    controller = BookmarkController(
        window, small, Bookmarks(tmp_path / "profile" / "bookmarks.json"), navigation
    )
    navigation.open_page("baby-bruise")
    controller.toggle()
    assert window.notice.words.text() != ""
