"""A screen reader hears results, pages and bookmarks, and nothing more once the window has gone."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from content.model import Library
from desktop.store.bookmarks import Bookmarks
from desktop.ui.control.announcements import Announcer


class Told(QObject):
    said = Signal(str)
    page_shown = Signal(str)


@pytest.fixture
def stage(qtbot, small: Library) -> SimpleNamespace:
    window, told, bookmarks = QWidget(), Told(), Bookmarks(None)
    qtbot.addWidget(window)
    window.results = told  # the one part of the window that is listened to
    window.show()
    announcing = Announcer(window, small, told, bookmarks)
    heard: list[str] = []
    announcing.told.connect(heard.append)
    return SimpleNamespace(window=window, told=told, bookmarks=bookmarks, announcing=announcing, heard=heard)


def test_tells_results_page_and_bookmark(stage: SimpleNamespace, small: Library) -> None:
    for happen in (
        lambda: stage.told.said.emit("6 results for “bruise”"),
        lambda: stage.told.page_shown.emit("baby-bruise"),
        lambda: stage.bookmarks.toggle("baby-bruise"),
        lambda: stage.bookmarks.toggle("baby-bruise"),
    ):
        happen()
    title = small.heads["baby-bruise"].title
    assert stage.heard == ["6 results for “bruise”", title, "Bookmarked", "Bookmark removed"]


def test_tells_nothing_once_the_window_is_hidden(stage: SimpleNamespace) -> None:
    stage.window.hide()
    stage.told.said.emit("6 results for “bruise”")
    assert stage.heard == []
