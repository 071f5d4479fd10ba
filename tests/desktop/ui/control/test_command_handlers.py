"""Each key does what the table promises: Esc never leaves, and close is the one way out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from content.model import Library
from content.tree import reading_order
from desktop.ui.control.command_handlers import CommandHandlers
from desktop.ui.control.leaving import LeaveController
from desktop.ui.control.navigation import NavigationController
from desktop.ui.control.panels import DISPLAY, HELP, Panels
from desktop.ui.main_window import MainWindow
from desktop.ui.search.search_thread import SearchThread

Commands = dict[str, Callable[[], object]]


@pytest.fixture
def do(handlers: CommandHandlers) -> Commands:
    return handlers.table()


def find(window: MainWindow, do: Commands, words: str) -> str:
    do["find"]()
    window.find_bar.field.setText(words)
    return window.find_bar.count.text()


def test_esc_closes_one_thing_at_a_time_and_at_last_nothing(
    window: MainWindow, do: Commands, leaving: LeaveController, thread: SearchThread
) -> None:
    window.search_box.field.setText("bruise")
    find(window, do, "baby")
    do["print"]()
    seen = []
    for _press in range(5):
        seen.append(
            (bool(window.notice.words.text()), window.find_bar.isVisible(), window.search_box.words())
        )
        do["escape"]()
    nothing = (False, False, "")
    assert seen == [
        (True, True, "bruise"),
        (False, True, "bruise"),
        (False, False, "bruise"),
        nothing,
        nothing,
    ]
    assert window.isVisible()
    assert window.part() is window.reading
    assert not leaving.gate.closed


def test_esc_closes_the_outline_that_was_asked_for(window: MainWindow, do: Commands) -> None:
    window.resize(760, 700)
    window.show_sidebar(False)
    assert not window.outline.isVisible()
    do["outline"]()
    find(window, do, "baby")
    assert window.outline.isVisible()
    do["escape"]()
    assert (window.outline.isVisible(), window.find_bar.isVisible()) == (False, True)


def test_closing_is_leaving(
    qtbot: QtBot, window: MainWindow, do: Commands, leaving: LeaveController, ended: list[bool]
) -> None:
    do["close"]()
    assert (window.isVisible(), leaving.gate.closed) == (False, True)
    qtbot.waitUntil(lambda: bool(ended))  # or its last sweep would hide the windows of the next test
    leaving.gate.open()


def test_find_counts_goes_round_and_forgets_when_closed(window: MainWindow, do: Commands) -> None:
    first = find(window, do, "baby")
    number, _of, total = first.partition(" of ")
    assert number == "1"
    assert int(total) > 2
    do["find_next"]()
    assert window.find_bar.count.text() == f"2 of {total}"
    for _step in range(2):
        do["find_previous"]()
    assert window.find_bar.count.text() == f"{total} of {total}"
    window.find_bar.closed.emit()
    assert not window.find_bar.isVisible()
    assert window.find_bar.field.text() == ""
    assert window.focusWidget() is window.page_view


@pytest.mark.parametrize("command", ["find", "find_next", "next_heading", "caret", "print"])
def test_without_a_page_a_command_of_the_page_does_nothing(
    window: MainWindow, do: Commands, navigation: NavigationController, command: str
) -> None:
    navigation.open_start()
    do[command]()
    assert window.find_bar.isHidden()
    assert window.notice.words.text() == ""
    assert window.part() is window.start


def test_the_next_page_is_the_next_in_reading_order_and_not_past_its_ends(
    do: Commands, navigation: NavigationController, small: Library
) -> None:
    order = reading_order(small)
    navigation.open_page(order[0])
    do["previous_page"]()
    assert navigation.page == order[0]
    seen = []
    for _step in order:
        do["next_page"]()
        seen.append(navigation.page)
    assert seen == [*order[1:], order[-1]]
    do["previous_page"]()
    assert navigation.page == order[-2]


def test_the_keyboard_goes_round_header_sidebar_and_page(window: MainWindow, do: Commands) -> None:
    box, sidebar, page = window.search_box.field, window.sidebar.front(), window.page_view

    def visited(command: str) -> list[QWidget | None]:
        seen = []
        for _step in range(3):
            do[command]()
            seen.append(window.focusWidget())
        return seen

    box.setFocus()
    assert visited("next_part") == [sidebar, page, box]
    assert visited("previous_part") == [page, sidebar, box]
    window.show_sidebar(False)
    assert visited("next_part") == [page, box, page]


def test_each_list_of_the_sidebar_opens_with_the_keyboard_on_it(window: MainWindow, do: Commands) -> None:
    themes, groups, kept = window.sidebar.trees()
    do["bookmark"]()
    for command, tree in (("topics", themes), ("groups", groups), ("bookmarks", kept)):
        window.show_sidebar(False)
        do[command]()
        assert window.sidebar.isVisible()
        assert window.sidebar.front() is tree
        assert window.focusWidget() is tree


def test_an_empty_list_of_bookmarks_does_not_hold_the_keyboard_back(window: MainWindow, do: Commands) -> None:
    do["bookmarks"]()
    assert window.focusWidget() is window.sidebar.tabs[2]
    do["next_part"]()
    assert window.focusWidget() is window.page_view
    do["previous_part"]()
    assert window.focusWidget() is window.sidebar.tabs[2]


def test_the_header_opens_its_panels(window: MainWindow, handlers: CommandHandlers, panels: Panels) -> None:
    for button, name in ((window.header.display, DISPLAY), (window.header.help, HELP)):
        button.click()
        assert window.part() is panels.open(name)
    window.header.topics.click()
    assert not window.sidebar.isVisible()
