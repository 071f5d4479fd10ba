"""Buttons and cards are pressed by Space and by Enter, on every desktop."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.leave.leave_button import LeaveButton
from desktop.ui.look.appearance import Appearance
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.push_button import PushButton

MAKE = {
    "button": lambda appearance: PushButton(appearance, "Go", "Go"),
    "card": lambda appearance: Card(appearance, "Go", "", "x"),
    "leave button": LeaveButton,
}


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


@pytest.mark.parametrize("kind", MAKE)
def test_it_shows_that_the_mouse_is_over_it(qtbot: QtBot, appearance: Appearance, kind: str) -> None:
    window, button = QWidget(), MAKE[kind](appearance)
    qtbot.addWidget(window)
    window.resize(500, 300)
    button.setParent(window)
    button.setGeometry(100, 100, 300, 100)
    with qtbot.waitExposed(window):
        window.show()
    for corner in (QPoint(20, 20), QPoint(10, 10)):
        QTest.mouseMove(window.windowHandle(), corner)
    qtbot.waitUntil(lambda: not button.underMouse())
    away = button.grab().toImage()
    paints = Paints(button)
    QTest.mouseMove(window.windowHandle(), button.geometry().center())
    qtbot.waitUntil(lambda: paints.count > 0)
    assert button.grab().toImage() != away


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize("kind", ["button", "card"])
def test_a_key_presses_it_once(qtbot: QtBot, appearance: Appearance, kind: str, key: Qt.Key) -> None:
    button = MAKE[kind](appearance)
    qtbot.addWidget(button)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    QTest.keyClick(button, key)
    assert pressed == [True]
