"""What is slow begins after the first paint: once, and never before there is a window to look at."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QRect
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.first_paint import FirstPaint


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def paint(window: QWidget) -> None:
    QApplication.sendEvent(window, QPaintEvent(QRect(0, 0, 5, 5)))


def test_nothing_is_told_before_the_window_is_painted(qtbot: QtBot, window: QWidget) -> None:
    first = FirstPaint(window)
    with qtbot.assertNotEmitted(first.done):
        QApplication.sendEvent(window, QEvent(QEvent.Type.Show))
        QApplication.processEvents()
    assert not first.seen
    with qtbot.waitSignal(first.done):
        window.show()
    assert first.seen


def test_what_is_slow_does_not_begin_inside_the_paint(qtbot: QtBot, window: QWidget) -> None:
    first, told = FirstPaint(window), list[bool]()
    first.done.connect(lambda: told.append(True))
    paint(window)
    assert (first.seen, told) == (True, [])
    qtbot.waitUntil(lambda: told == [True])


def test_a_second_paint_begins_nothing_again(qtbot: QtBot, window: QWidget) -> None:
    first, told = FirstPaint(window), list[bool]()
    first.done.connect(lambda: told.append(True))
    paint(window)
    paint(window)
    qtbot.waitUntil(lambda: bool(told))
    paint(window)
    QApplication.processEvents()
    assert told == [True]
