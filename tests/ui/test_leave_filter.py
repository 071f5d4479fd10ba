"""The keys that leave, and all those that look like it and must not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.shift_presses import ShiftPresses
from desktop.ui.leave_filter import LeaveFilter

SHIFT, A, F12, TAB = Qt.Key.Key_Shift, Qt.Key.Key_A, Qt.Key.Key_F12, Qt.Key.Key_Tab
NONE = Qt.KeyboardModifier.NoModifier
HELD_SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


class Desk:
    """A window with the filter over the whole application; `left` counts how often it was left."""

    def __init__(self, qtbot: QtBot, gap: float = 1.5) -> None:
        self.left = 0
        self.lights: list[int] = []
        self.widget = QWidget()
        qtbot.addWidget(self.widget)
        self.widget.show()
        self._clock = 1000
        self.filter = LeaveFilter(ShiftPresses(gap), self._leave)
        self.filter.lights_changed.connect(self.lights.append)
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self.filter)

    def _leave(self) -> None:
        self.left += 1

    def window(self) -> QWindow:
        handle = self.widget.windowHandle()
        assert handle is not None
        return handle

    def press(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, after: int = 100, repeat: bool = False
    ) -> None:
        self._clock += after
        event = QKeyEvent(QEvent.Type.KeyPress, key, modifiers, "", repeat)
        event.setTimestamp(self._clock)
        QApplication.sendEvent(self.window(), event)

    def shortcut(self, key: Qt.Key) -> None:
        QApplication.sendEvent(self.widget, QKeyEvent(QEvent.Type.ShortcutOverride, key, CONTROL))

    def click(self) -> None:
        spot = QPointF(5, 5)
        press = QMouseEvent(
            QEvent.Type.MouseButtonPress,
            spot,
            spot,
            Qt.MouseButton.LeftButton,
            Qt.MouseButton.LeftButton,
            NONE,
        )
        QApplication.sendEvent(self.window(), press)


@pytest.fixture
def desk(qtbot: QtBot):
    desk = Desk(qtbot)
    yield desk
    application = QApplication.instance()
    assert application is not None
    application.removeEventFilter(desk.filter)


def test_three_presses_alone_leave_at_the_third_press(desk: Desk) -> None:
    desk.press(SHIFT)
    desk.press(SHIFT)
    assert (desk.left, desk.lights) == (0, [1, 2])
    desk.press(SHIFT)
    assert desk.left == 1


def test_f12_leaves(desk: Desk) -> None:
    desk.press(F12)
    assert desk.left == 1


def test_presses_seen_by_window_and_widget_count_once(desk: Desk) -> None:
    for _press in range(2):
        desk.press(SHIFT)
        QApplication.sendEvent(desk.widget, QKeyEvent(QEvent.Type.KeyPress, SHIFT, HELD_SHIFT))
    assert desk.left == 0


@pytest.mark.parametrize("other", [A, TAB, Qt.Key.Key_Escape, Qt.Key.Key_Left])
def test_another_key_between_begins_again(desk: Desk, other: Qt.Key) -> None:
    for _press in range(3):
        desk.press(SHIFT)
        desk.press(other, HELD_SHIFT)
    assert desk.left == 0


def test_a_click_between_begins_again(desk: Desk) -> None:
    for _press in range(3):
        desk.press(SHIFT)
        desk.click()
    assert desk.left == 0


def test_a_shortcut_between_begins_again(desk: Desk) -> None:
    for _press in range(3):
        desk.press(SHIFT)
        desk.shortcut(Qt.Key.Key_D)
    assert desk.left == 0


def test_a_held_modifier_begins_again(desk: Desk) -> None:
    for _press in range(3):
        desk.press(SHIFT, CONTROL)
    assert desk.left == 0


def test_a_held_shift_is_one_press(desk: Desk) -> None:
    desk.press(SHIFT)
    for _repeat in range(50):
        desk.press(SHIFT, HELD_SHIFT, 30, repeat=True)
    assert desk.left == 0
    assert desk.lights[-1] == 1


def test_slow_presses_begin_again(desk: Desk) -> None:
    for _press in range(4):
        desk.press(SHIFT, after=3000)
    assert desk.left == 0


def test_losing_the_focus_begins_again(desk: Desk) -> None:
    desk.press(SHIFT)
    desk.press(SHIFT)
    application = QApplication.instance()
    assert application is not None
    QApplication.sendEvent(application, QEvent(QEvent.Type.ApplicationDeactivate))
    desk.press(SHIFT)
    assert desk.left == 0
