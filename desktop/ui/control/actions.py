"""The table of commands as Qt actions: each with its keys, found by its id."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop.commands import COMMANDS, WINDOW
from desktop.i18n import _

HEARD_ELSEWHERE = frozenset(("leave",))
"""Quick leave's key is heard by the leave filter, which also works over menus and dialogs."""


def build_actions(window: QWidget, handlers: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """One action for each command of the whole window; a command without something to do is an error."""
    actions: dict[str, QAction] = {}
    for command in COMMANDS.values():
        if command.scope != WINDOW or command.id in HEARD_ELSEWHERE:
            continue
        action = QAction(_(command.text), window)
        action.setShortcuts([QKeySequence(key) for key in command.keys_on(sys.platform)])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(without_argument(handlers[command.id]))
        window.addAction(action)
        actions[command.id] = action
    return actions


def without_argument(do: Callable[[], object]) -> Callable[[], None]:
    """A slot that does this, whatever the signal tells; unlike a bound method, it keeps its owner alive."""

    def act() -> None:
        do()

    return act
