"""What failed is told in help and copied for support: places in the program, never what was read."""

from __future__ import annotations

import platform
import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from desktop import __version__
from desktop.leave.faults import Faults
from desktop.ui.control.navigation import NavigationController
from desktop.ui.control.panels import HELP, Panels
from desktop.ui.control.support import SupportController
from desktop.ui.main_window import MainWindow
from desktop.ui.widgets.marked_copy import MARKS
from desktop.ui.widgets.push_button import PushButton

COPY = "Copy what has failed, for whoever helps you"


@pytest.fixture
def copy(
    window: MainWindow, faults: Faults, navigation: NavigationController, panels: Panels
) -> Iterator[PushButton]:
    """The button in help, which is open."""
    SupportController(window, faults, panels.help)
    navigation.open_panel(HELP)
    buttons = panels.help.get().findChildren(PushButton)
    yield next(one for one in buttons if one.accessibleName() == COPY)
    QApplication.clipboard().clear()


def fail(faults: Faults, words: str) -> None:
    try:
        raise ValueError(words)
    except ValueError as error:
        faults.note(error)


def test_the_copy_tells_the_program_what_failed_and_how_often(
    window: MainWindow, copy: PushButton, faults: Faults, expect_faults: Callable[..., None]
) -> None:
    for _time in range(2):
        fail(faults, "bruise on a baby")
    copy.click()
    first, *rest = QApplication.clipboard().text().splitlines()
    assert f" {__version__}, Qt " in first
    [line] = rest
    assert line.startswith("ValueError at ")
    assert line.endswith(" (2 times)")
    assert "bruise" not in line
    assert "leaving takes it off the clipboard" in window.notice.words.text()
    expect_faults("ValueError")


def test_the_copy_asks_clipboard_histories_to_forget_it(copy: PushButton) -> None:
    copy.click()
    data = QApplication.clipboard().mimeData()
    assert set(MARKS) <= set(data.formats())


def test_where_nothing_failed_the_copy_says_so_and_does_not_name_the_computer(copy: PushButton) -> None:
    copy.click()
    copied = QApplication.clipboard().text()
    assert copied.splitlines()[1:] == ["Nothing has failed."]
    assert platform.node() not in re.findall(r"[\w.-]+", copied)


def test_help_tells_what_failed_since_it_was_last_open(
    copy: PushButton,
    faults: Faults,
    navigation: NavigationController,
    panels: Panels,
    expect_faults: Callable[..., None],
) -> None:
    help_page = panels.help.get()
    assert help_page._faults.text() == "Nothing."
    navigation.open_start()
    fail(faults, "bruise on a baby")
    navigation.open_panel(HELP)
    assert help_page._faults.text().endswith(" (1 time)")
    expect_faults("ValueError")
