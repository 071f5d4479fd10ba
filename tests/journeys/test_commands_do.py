"""Each command of the table does something that can be seen: none is wired to nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from desktop.commands import COMMANDS, WINDOW
from desktop.store.settings import LOOK, SIDEBAR_OPEN, TEXT_SIZE

QUIET = {"leave", "close"}  # proven in test_leave.py
COMMANDS_HERE = [row.id for row in COMMANDS.values() if row.scope == WINDOW and row.id not in QUIET]


def fingerprint(worker) -> tuple[object, ...]:
    """What a worker could see or feel of the window."""
    program, window = worker.program, worker.program.window
    page = window.reading.page
    return (
        type(window.part()).__name__,
        program.navigation.page,
        page.verticalScrollBar().value(),
        page.textInteractionFlags(),
        [
            (selection.cursor.position(), selection.format.fontUnderline())
            for selection in page.extraSelections()
        ],
        window.reading.find_bar.isVisible(),
        window.reading.find_bar.count.text(),
        window.notice.words.text(),
        window.sidebar.isVisible(),
        [tab.isChecked() for tab in window.sidebar.tabs],
        QApplication.focusWidget(),
        window.windowState(),
        program.bookmarks.pages,
        [program.settings.get(one) for one in (LOOK, TEXT_SIZE, SIDEBAR_OPEN)],
    )


def be_in_the_middle(worker) -> None:
    """A page with marks, with places behind, ahead and around it, half-way down."""
    navigation = worker.program.navigation
    navigation.open_page("babies")
    worker.search("strangulation")
    worker.key(Qt.Key.Key_Return)
    navigation.open_page("grt")
    navigation.back()
    page = worker.program.window.reading.page
    page.setFocus()
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum() // 2)
    worker.program.settings.set(TEXT_SIZE, 120)
    worker.run_events()


@pytest.mark.parametrize("command", COMMANDS_HERE)
def test_a_command_does_something(worker, command: str) -> None:
    be_in_the_middle(worker)
    window = worker.program.window
    if command == "escape":
        window.reading.find_bar.begin()
    before = fingerprint(worker)
    wanted = {QKeySequence(key) for key in COMMANDS[command].keys}
    action = next(one for one in window.actions() if wanted & set(one.shortcuts()))
    action.trigger()
    assert fingerprint(worker) != before
