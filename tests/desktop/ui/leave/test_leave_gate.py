"""Once leaving has begun, whatever is shown stays off the screen, and all that was there goes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QRasterWindow
from PySide6.QtWidgets import QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.leave.leave_gate import LeaveGate, hide_everything

KEPT_AWAY = Qt.WidgetAttribute.WA_DontShowOnScreen


@pytest.fixture
def gate() -> Iterator[LeaveGate]:
    gate = LeaveGate()
    yield gate
    gate.open()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def on_screen(widget: QWidget) -> bool:
    handle = widget.windowHandle()
    return handle is not None and handle in QGuiApplication.topLevelWindows() and handle.isVisible()


@pytest.mark.parametrize("kind", [QWidget, QDialog, QMenu])
def test_no_new_window_comes_to_the_screen(qtbot: QtBot, gate: LeaveGate, kind: type[QWidget]) -> None:
    late = kind()
    qtbot.addWidget(late)
    gate.close()
    assert gate.closed
    late.show()
    assert not on_screen(late)


def test_a_window_from_before_does_not_come_back(window: QWidget, gate: LeaveGate) -> None:
    window.show()
    window.hide()
    gate.close()
    window.show()
    assert not on_screen(window)


def test_a_part_that_is_taken_out_of_its_window_stays_away(window: QWidget, gate: LeaveGate) -> None:
    part = QWidget(window)
    window.show()
    gate.close()
    part.setParent(None)
    part.show()
    assert not on_screen(part)
    part.setParent(window)


def test_an_open_gate_keeps_nothing_away(window: QWidget, gate: LeaveGate) -> None:
    window.show()
    assert on_screen(window)
    assert not gate.closed


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
def test_every_window_goes_and_stays_away(qtbot: QtBot, window: QWidget) -> None:
    window.show()
    dialog, menu = QDialog(window), QMenu(window)
    dialog.show()
    below = menu.addMenu("more")
    for one in (menu, below):
        one.addAction("one")
        one.popup(window.pos())
    shown = (window, dialog, menu, below)
    assert [on_screen(one) for one in shown] == [True] * len(shown)
    bare = QRasterWindow()
    bare.show()
    hide_everything()
    assert not any(one.isVisible() for one in (*shown, bare))
    assert [one for one in QGuiApplication.topLevelWindows() if one.isVisible()] == []
    window.show()
    assert not on_screen(window)
