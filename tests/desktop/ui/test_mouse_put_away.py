"""Where a test leaves the pointer is nothing to the next: a move to where it is already is not heard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


class Moves(QObject):
    """Counts the moves of the mouse that a widget hears of."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.MouseMove
        return False


@pytest.mark.parametrize("time", ["first", "second"])
def test_the_same_move_is_heard_in_every_test(qtbot: QtBot, time: str) -> None:
    widget, moves = QWidget(), Moves()
    qtbot.addWidget(widget)
    widget.setMouseTracking(True)
    widget.installEventFilter(moves)
    widget.setGeometry(40, 40, 300, 200)
    with qtbot.waitExposed(widget):
        widget.show()
    QTest.mouseMove(widget, QPoint(150, 100))
    assert moves.count == 1
