"""In Help a worker sees what the program has written, and erases it; a snapshot of the disk agrees."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.app_paths import AppPaths
from desktop.store.settings import TEXT_SIZE
from desktop.ui.panels.help_page import HelpPage
from desktop.ui.widgets.push_button import PushButton


@pytest.fixture
def places(tmp_path: Path) -> AppPaths:
    """A profile whose bookmarks were damaged before this start."""
    state = tmp_path / "handrail"
    state.mkdir()
    (state / "bookmarks.json").write_text("{broken")
    return AppPaths(state / "settings.json", state / "bookmarks.json")


def open_help(worker) -> HelpPage:
    worker.program.navigation.open_panel("help")
    panel = worker.program.window.part()
    assert isinstance(panel, HelpPage)
    return panel


def erase_button(panel: HelpPage) -> PushButton:
    return next(one for one in panel.findChildren(PushButton) if one.text() == "Erase all of it")


def written(panel: HelpPage) -> str:
    titles = [label.text() for label in panel.findChildren(QLabel)]
    return titles[titles.index("What this program has written here") + 1]


def test_help_lists_all_that_the_disk_shows_and_erases_it(worker, tmp_path: Path) -> None:
    program = worker.program
    program.navigation.open_page("baby-bruise")
    program.bookmark_controller.toggle()
    program.settings.set(TEXT_SIZE, 150)
    panel = open_help(worker)
    on_disk = [tmp_path / "handrail", *(tmp_path / "handrail").iterdir()]
    assert len(on_disk) == 4
    assert {line.rpartition(": ")[0] for line in written(panel).splitlines()} == {str(one) for one in on_disk}
    assert worker.sees(program.window.header.leave)
    erase_button(panel).click()
    assert program.window.notice.isVisible()
    assert len(list((tmp_path / "handrail").iterdir())) == 3  # a question, not yet the deed
    worker.key(Qt.Key.Key_Space)
    assert list(tmp_path.iterdir()) == []
    assert program.bookmarks.pages == ()
    assert program.settings.get(TEXT_SIZE) == 100
    assert written(panel) == "Nothing."
    assert not erase_button(panel).isVisible()
    worker.leave()
    assert list(tmp_path.iterdir()) == []


def test_the_question_can_be_declined(worker, tmp_path: Path) -> None:
    panel = open_help(worker)
    erase_button(panel).click()
    worker.key(Qt.Key.Key_Escape)
    assert not worker.program.window.notice.isVisible()
    assert [one.name for one in (tmp_path / "handrail").iterdir()] == ["bookmarks-damaged-1.json"]


def test_the_list_is_new_whenever_help_is_opened(worker) -> None:
    assert "bookmarks.json" not in written(open_help(worker))
    worker.program.navigation.open_page("grt")
    worker.program.bookmark_controller.toggle()
    assert "bookmarks.json: your bookmarks" in written(open_help(worker))
