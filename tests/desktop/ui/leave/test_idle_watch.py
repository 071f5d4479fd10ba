from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.leave.idle import Idleness
from desktop.ui.leave.idle_watch import IdleWatch


class Desk:
    """A watch with a clock that a test moves on."""

    def __init__(self) -> None:
        self.now = 0.0
        self.left = 0
        self.watch = IdleWatch(Idleness(clock=lambda: self.now), self._leave)

    def _leave(self) -> None:
        self.left += 1


@pytest.fixture
def desk(qapp):
    desk = Desk()
    yield desk
    desk.watch.watch(0)


def test_leaves_when_the_time_has_come(desk: Desk) -> None:
    desk.watch.watch(60)
    desk.now = 59.0
    desk.watch.look()
    assert (desk.left, desk.watch.running) == (0, True)
    desk.now = 60.0
    desk.watch.look()
    assert desk.left == 1


def test_its_own_timer_looks(qtbot: QtBot, desk: Desk) -> None:
    desk.watch.watch(60)
    desk.now = 59.999
    desk.watch.look()
    desk.now = 60.0
    qtbot.waitUntil(lambda: desk.left == 1, timeout=5000)


@pytest.mark.parametrize("sign", [QTest.keyClick, QTest.mouseClick, QTest.mouseMove])
def test_a_key_or_the_mouse_begins_anew(qtbot: QtBot, desk: Desk, sign) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    desk.watch.watch(60)
    desk.now = 59.0
    what = {QTest.keyClick: [Qt.Key.Key_A], QTest.mouseClick: [Qt.MouseButton.LeftButton]}.get(sign, [])
    sign(widget, *what)
    desk.now = 61.0
    desk.watch.look()
    assert desk.left == 0


def test_off_watches_nothing(desk: Desk) -> None:
    desk.watch.watch(60)
    desk.watch.watch(0)
    desk.now = 1e9
    desk.watch.look()
    assert (desk.left, desk.watch.running) == (0, False)
