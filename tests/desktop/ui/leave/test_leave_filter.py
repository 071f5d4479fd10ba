"""The keys that leave, and all those that look like it and must not."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPointingDevice, QTouchEvent, QWheelEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.leave.faults import Faults
from desktop.leave.shift_presses import ShiftPresses
from desktop.ui.leave.leave_filter import SHIFT_SCAN_CODES, LeaveFilter

SHIFT, A, F12, TAB = Qt.Key.Key_Shift, Qt.Key.Key_A, Qt.Key.Key_F12, Qt.Key.Key_Tab
NONE = Qt.KeyboardModifier.NoModifier
HELD_SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


class Desk:
    """A window with the filter over the whole application; `left` counts how often it was left."""

    def __init__(
        self, qtbot: QtBot, faults: Faults, gap: float = 1.5, scan_codes: Collection[int] | None = None
    ) -> None:
        self.left = 0
        self.presses: list[int] = []
        self.widget = QWidget()
        qtbot.addWidget(self.widget)
        self.widget.show()
        self._clock = 1000
        self.filter = LeaveFilter(ShiftPresses(gap), self._leave, faults, scan_codes=scan_codes)
        self.filter.presses_changed.connect(self.presses.append)
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

    def send(self, event: QEvent) -> None:
        QApplication.sendEvent(self.window(), event)

    def shortcut(self, key: Qt.Key) -> None:
        QApplication.sendEvent(self.widget, QKeyEvent(QEvent.Type.ShortcutOverride, key, CONTROL))

    def press_place(self, meaning: Qt.Key, code: int, text: str = "") -> None:
        """As a platform tells a real press; of one that a test sends, Qt itself leaves out the place."""
        for kind, watched in (
            (QEvent.Type.ShortcutOverride, self.widget),
            (QEvent.Type.KeyPress, self.window()),
        ):
            self.filter.eventFilter(watched, QKeyEvent(kind, meaning, NONE, code, 0, 0, text))

    def click(self, kind: QEvent.Type = QEvent.Type.MouseButtonPress) -> None:
        spot, left = QPointF(5, 5), Qt.MouseButton.LeftButton
        self.send(QMouseEvent(kind, spot, spot, left, left, NONE))

    def turn_wheel(self) -> None:
        spot, none = QPointF(5, 5), Qt.MouseButton.NoButton
        phase = Qt.ScrollPhase.NoScrollPhase
        self.send(QWheelEvent(spot, spot, QPoint(), QPoint(0, 120), none, NONE, phase, False))

    def touch(self) -> None:
        self.send(QTouchEvent(QEvent.Type.TouchBegin, QPointingDevice.primaryPointingDevice()))


@pytest.fixture
def desk(qtbot: QtBot, faults: Faults) -> Iterator[Desk]:
    yield from desk_for(qtbot, faults)


def desk_for(qtbot: QtBot, faults: Faults, scan_codes: Collection[int] | None = None) -> Iterator[Desk]:
    desk = Desk(qtbot, faults, scan_codes=scan_codes)
    yield desk
    application = QApplication.instance()
    assert application is not None
    application.removeEventFilter(desk.filter)


def test_three_presses_alone_leave_at_the_third_press(desk: Desk) -> None:
    desk.press(SHIFT)
    desk.press(SHIFT)
    assert (desk.left, desk.presses) == (0, [1, 2])
    desk.press(SHIFT)
    assert desk.left == 1


def test_what_is_handed_over_late_does_not_come_between_two_presses(desk: Desk) -> None:
    """As words and clicks from before the window was complete."""
    desk.press(SHIFT)
    desk.press(SHIFT)
    with desk.filter.handing_over():
        desk.press(A)
        desk.click()
        desk.turn_wheel()
    desk.press(SHIFT)
    assert desk.left == 1
    for key in (SHIFT, SHIFT, A, SHIFT):
        desk.press(key)
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


BETWEEN = {
    "click": Desk.click,
    "second click": lambda desk: desk.click(QEvent.Type.MouseButtonDblClick),
    "wheel": Desk.turn_wheel,
    "touch": Desk.touch,
    "pen": lambda desk: desk.filter.eventFilter(desk.widget, QEvent(QEvent.Type.TabletPress)),
}


@pytest.mark.parametrize("between", BETWEEN)
def test_mouse_wheel_finger_and_pen_begin_again(desk: Desk, between: str) -> None:
    for _press in range(3):
        desk.press(SHIFT)
        BETWEEN[between](desk)
    assert desk.left == 0
    assert desk.presses[-1] == 0


def test_moving_the_mouse_changes_nothing(desk: Desk) -> None:
    for _press in range(3):
        desk.press(SHIFT)
        desk.click(QEvent.Type.MouseMove)
    assert desk.left == 1


def test_a_shortcut_between_begins_again(desk: Desk) -> None:
    for _press in range(3):
        desk.press(SHIFT)
        desk.shortcut(Qt.Key.Key_D)
    assert desk.left == 0


@pytest.mark.parametrize(
    "held", [CONTROL, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.MetaModifier], ids=str
)
def test_a_held_modifier_begins_again(desk: Desk, held: Qt.KeyboardModifier) -> None:
    desk.press(SHIFT)
    desk.press(SHIFT)
    for _press in range(3):
        desk.press(SHIFT, held)
    assert desk.left == 0
    assert desk.presses[-1] == 0


def test_a_key_that_nobody_was_asked_about_begins_again(desk: Desk) -> None:
    """Where no part has the keyboard, Qt asks nobody whether it wants the key for a shortcut."""
    desk.press(SHIFT)
    desk.press(SHIFT)
    desk.filter.eventFilter(desk.window(), QKeyEvent(QEvent.Type.KeyPress, A, NONE))
    assert desk.presses[-1] == 0
    desk.press(SHIFT)
    assert desk.left == 0


MODIFIERS = Qt.KeyboardModifier


@pytest.mark.parametrize(
    "held",
    [HELD_SHIFT, CONTROL, MODIFIERS.MetaModifier, MODIFIERS.GroupSwitchModifier, HELD_SHIFT | CONTROL],
    ids=str,
)
def test_the_leave_key_leaves_whatever_else_is_held(desk: Desk, held: Qt.KeyboardModifier) -> None:
    """A hand still on Shift after two presses of it, or Sticky Keys."""
    desk.press(F12, held)
    assert desk.left == 1


@pytest.mark.parametrize("others", [NONE, HELD_SHIFT, CONTROL], ids=str)
def test_the_leave_key_with_alt_is_left_to_the_desktop(desk: Desk, others: Qt.KeyboardModifier) -> None:
    desk.press(F12, MODIFIERS.AltModifier | others)
    assert desk.left == 0


@pytest.fixture
def x11(qtbot: QtBot, faults: Faults) -> Iterator[Desk]:
    """A desk whose platform numbers the two Shift keys as X11 does."""
    yield from desk_for(qtbot, faults, SHIFT_SCAN_CODES["xcb"])


OTHER_MEANINGS = [Qt.Key.Key_unknown, Qt.Key.Key_CapsLock, Qt.Key.Key_Mode_switch, Qt.Key.Key_AltGr]


@pytest.mark.parametrize("meaning", OTHER_MEANINGS, ids=str)
def test_shift_is_known_by_its_place_whatever_it_means(x11: Desk, meaning: Qt.Key) -> None:
    """Keyboard settings may let Shift change the layout, or lock the capitals."""
    for code in (50, 62, 50):
        x11.press_place(meaning, code)
    assert x11.left == 1
    assert x11.presses[:2] == [1, 2]


def test_a_letter_in_its_place_is_a_letter(x11: Desk) -> None:
    for _press in range(3):
        x11.press_place(A, 50, "a")
    assert x11.left == 0


def test_where_shift_is_always_told_its_place_is_another_keys(desk: Desk) -> None:
    """On Windows 50 is the letter M and 62 is F4."""
    for code in (50, 62, 50):
        desk.press_place(Qt.Key.Key_F4, code)
    assert desk.left == 0


@pytest.mark.parametrize("platform", ["xcb", "wayland"])
def test_x11_and_wayland_number_the_keys_alike(platform: str) -> None:
    assert tuple(SHIFT_SCAN_CODES[platform]) == (50, 62)


def test_the_leave_key_reaches_nobody_else(desk: Desk) -> None:
    assert desk.filter.eventFilter(desk.window(), QKeyEvent(QEvent.Type.KeyPress, F12, NONE)) is True
    assert desk.filter.eventFilter(desk.window(), QKeyEvent(QEvent.Type.KeyPress, SHIFT, NONE)) is False
    assert desk.filter.eventFilter(desk.window(), QKeyEvent(QEvent.Type.KeyPress, A, NONE)) is False


def test_shift_may_be_asked_about_as_a_shortcut(desk: Desk) -> None:
    """Qt asks each widget first whether it wants a key for itself; that is no other key."""
    for _press in range(3):
        desk.shortcut(SHIFT)
        desk.press(SHIFT)
    assert desk.left == 1


def test_presses_far_apart_that_come_in_one_burst_do_not_leave(desk: Desk) -> None:
    """The events carry when they were pressed: a window that was busy gets them all at once."""
    for _press in range(3):
        desk.press(SHIFT, after=3000)
    assert desk.left == 0
    assert desk.presses == [1, 1, 1]


def test_left_and_right_shift_count_alike(desk: Desk) -> None:
    """X11 numbers the two keys differently; Qt gives them one name."""
    for code in (50, 62, 50):
        desk.send(QKeyEvent(QEvent.Type.KeyPress, SHIFT, NONE, code, 0, 0))
    assert desk.left == 1


def test_a_held_shift_is_one_press(desk: Desk) -> None:
    desk.press(SHIFT)
    for _repeat in range(5000 // 30):  # five seconds
        desk.press(SHIFT, HELD_SHIFT, 30, repeat=True)
    assert desk.left == 0
    assert desk.presses[-1] == 1


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
