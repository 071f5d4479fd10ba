"""The button covers at press, leaves at release near it, and takes the press back farther away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.ui.leave.leave_button import SLIDE_OFF, LeaveButton
from desktop.ui.look.appearance import Appearance

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def button(qtbot: QtBot, appearance: Appearance) -> LeaveButton:
    button = LeaveButton(appearance)
    qtbot.addWidget(button)
    button.resize(208, 66)
    button.show()
    return button


def test_covers_at_press_and_leaves_at_release(qtbot: QtBot, button: LeaveButton) -> None:
    with qtbot.waitSignal(button.covered), qtbot.assertNotEmitted(button.leave_wanted):
        QTest.mousePress(button, LEFT)
    with qtbot.waitSignal(button.leave_wanted):
        QTest.mouseRelease(button, LEFT)


def test_a_small_slide_still_leaves(qtbot: QtBot, button: LeaveButton) -> None:
    QTest.mousePress(button, LEFT)
    with qtbot.waitSignal(button.leave_wanted), qtbot.assertNotEmitted(button.uncovered):
        QTest.mouseRelease(button, LEFT, pos=QPoint(208 + 20, 30))


def test_a_long_slide_takes_the_press_back(qtbot: QtBot, button: LeaveButton) -> None:
    QTest.mousePress(button, LEFT)
    with qtbot.waitSignal(button.uncovered), qtbot.assertNotEmitted(button.leave_wanted):
        QTest.mouseRelease(button, LEFT, pos=QPoint(100, 66 + SLIDE_OFF + 20))


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_keys_act_when_they_go_down(qtbot: QtBot, button: LeaveButton, key: Qt.Key) -> None:
    with qtbot.waitSignal(button.leave_wanted):
        QTest.keyPress(button, key)


def test_other_buttons_of_the_mouse_do_nothing(qtbot: QtBot, button: LeaveButton) -> None:
    with qtbot.assertNotEmitted(button.covered), qtbot.assertNotEmitted(button.leave_wanted):
        QTest.mouseClick(button, Qt.MouseButton.RightButton)


def test_a_long_slide_uncovers_before_the_release_and_coming_back_does_not_leave(
    qtbot: QtBot, button: LeaveButton
) -> None:
    far = QPoint(100, 66 + SLIDE_OFF + 20)
    QTest.mousePress(button, LEFT)
    with qtbot.waitSignal(button.uncovered):
        QTest.mouseMove(button, far)
    with qtbot.assertNotEmitted(button.leave_wanted), qtbot.assertNotEmitted(button.uncovered):
        QTest.mouseRelease(button, LEFT, pos=QPoint(100, 30))


def test_the_release_of_another_button_leaves_it_pressed(qtbot: QtBot, button: LeaveButton) -> None:
    QTest.mousePress(button, LEFT)
    with qtbot.assertNotEmitted(button.leave_wanted), qtbot.assertNotEmitted(button.uncovered):
        QTest.mouseRelease(button, Qt.MouseButton.RightButton)
    with qtbot.waitSignal(button.leave_wanted):
        QTest.mouseRelease(button, LEFT)


def test_a_key_that_was_held_from_before_does_not_leave(qtbot: QtBot, button: LeaveButton) -> None:
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "", True)
    with qtbot.assertNotEmitted(button.leave_wanted):
        button.keyPressEvent(held)


def test_each_number_of_lights_looks_different(button: LeaveButton) -> None:
    pictures: list[QImage] = []
    for lit in range(4):
        button.show_presses(lit)
        pictures.append(button.grab().toImage())
    assert len({bytes(picture.constBits()) for picture in pictures}) == 4


def test_the_red_has_the_same_room_on_both_sides(button: LeaveButton) -> None:
    picture = button.grab().toImage()
    middle = button.height() // 2  # between the two lines, clear of the rounded corners
    red = picture.pixel(button.width() - 20, middle)
    across = [x for x in range(picture.width()) if picture.pixel(x, middle) == red]
    assert across[0] == picture.width() - 1 - across[-1] == 12


def test_says_what_it_is_and_does(button: LeaveButton) -> None:
    assert button.accessibleName() == "Quick leave"
    assert "Shift three times" in button.accessibleDescription()
