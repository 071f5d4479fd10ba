"""A third press of Shift stays only while the practice page is in front: anywhere else it leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QMenu
from pytestqt.qtbot import QtBot

from desktop.leave.faults import Faults
from desktop.leave.shift_presses import ShiftPresses
from desktop.store.settings import LEAVE_KEY, NO_KEY, SEEN_PRACTICE, SHIFT_GAP, Settings
from desktop.ui.control.navigation import NavigationController
from desktop.ui.control.panels import Panels
from desktop.ui.control.practice import PracticeController
from desktop.ui.control.settings import SettingsController
from desktop.ui.leave.leave_filter import LeaveFilter
from desktop.ui.main_window import MainWindow


class Keyboard:
    """Shift pressed in the window, heard as the application hears it; `left` counts the leavings."""

    def __init__(self, window: MainWindow, faults: Faults) -> None:
        self.left = 0
        self._clock = 1000
        self._window = window
        self.filter = LeaveFilter(ShiftPresses(SHIFT_GAP.default), self._leave, faults)

    def _leave(self) -> None:
        self.left += 1

    def shift(self, times: int = 3, after: int = 200) -> None:
        handle = self._window.windowHandle()
        assert handle is not None
        for _press in range(times):
            self._clock += after
            press = QKeyEvent(
                QEvent.Type.KeyPress, Qt.Key.Key_Shift, Qt.KeyboardModifier.ShiftModifier, "", False
            )
            press.setTimestamp(self._clock)
            QApplication.sendEvent(handle, press)


@pytest.fixture
def keyboard(qapp: QApplication, window: MainWindow, faults: Faults) -> Iterator[Keyboard]:
    keyboard = Keyboard(window, faults)
    qapp.installEventFilter(keyboard.filter)
    yield keyboard
    qapp.removeEventFilter(keyboard.filter)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Of a profile that keeps what is chosen: only there a first start is known."""
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def practice(
    window: MainWindow,
    settings: Settings,
    choosing: SettingsController,
    navigation: NavigationController,
    keyboard: Keyboard,
    panels: Panels,
) -> PracticeController:
    navigation.open_start()
    return PracticeController(window, settings, choosing, navigation, keyboard.filter, panels)


def test_three_presses_leave_unless_the_page_is_in_front(
    practice: PracticeController, keyboard: Keyboard, navigation: NavigationController, panels: Panels
) -> None:
    keyboard.shift()
    assert keyboard.left == 1
    practice.open()
    page = panels.practice.get()
    keyboard.shift()
    assert (keyboard.left, page.rehearsal.done) == (1, True)
    assert page.step.text().startswith("That’s it.")
    navigation.open_page("baby-bruise")
    keyboard.shift()
    assert keyboard.left == 2


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
@pytest.mark.parametrize("cover", [QMenu, QDialog])
def test_three_presses_leave_while_something_covers_the_page(
    qtbot: QtBot,
    window: MainWindow,
    practice: PracticeController,
    keyboard: Keyboard,
    cover: Callable[[MainWindow], QMenu | QDialog],
) -> None:
    practice.open()
    assert practice.in_front()
    over = cover(window)
    qtbot.addWidget(over)
    if isinstance(over, QDialog):
        over.setModal(True)
    over.show()
    assert not practice.in_front()
    keyboard.shift()
    assert keyboard.left == 1
    over.hide()
    assert practice.in_front()


def test_a_fourth_press_is_warned_of_and_no_first_press_of_another_try(
    practice: PracticeController, keyboard: Keyboard, navigation: NavigationController, panels: Panels
) -> None:
    practice.open()
    keyboard.shift(4)
    assert "Three presses are enough" in panels.practice.get().warning.text()
    navigation.open_start()
    keyboard.shift(2)
    assert keyboard.left == 0
    keyboard.shift(1)
    assert keyboard.left == 1


def test_the_first_start_shows_the_page_until_its_button_was_pressed(
    window: MainWindow, practice: PracticeController, settings: Settings, panels: Panels, tmp_path: Path
) -> None:
    practice.open_first()
    page = panels.practice.get()
    assert window.part() is page
    assert page.skip_button.isVisibleTo(page)
    assert window.focusWidget() is page.start_button
    assert practice.due
    page.start_button.click()
    assert window.part() is window.start
    later = Settings(tmp_path / "settings.json")
    assert later.load() is None
    assert later.get(SEEN_PRACTICE) is True
    practice.open_first()
    assert window.part() is window.start


def test_where_nothing_is_kept_the_page_does_not_come_by_itself(
    window: MainWindow, navigation: NavigationController, keyboard: Keyboard, panels: Panels
) -> None:
    private = Settings(None)
    choosing = SettingsController(window, private, panels.display)
    practice = PracticeController(window, private, choosing, navigation, keyboard.filter, panels)
    navigation.open_start()
    practice.open_first()
    assert window.part() is window.start
    panels.help.get().practice_wanted.emit()
    assert window.part() is panels.practice.made
    practice.start_reading()
    assert private.get(SEEN_PRACTICE) is False


@pytest.mark.parametrize(("key", "told"), [("F12", True), ("F8", True), (NO_KEY, False)])
def test_a_window_that_comes_forward_may_have_been_opened_by_the_key(
    qapp: QApplication,
    practice: PracticeController,
    keyboard: Keyboard,
    settings: Settings,
    panels: Panels,
    key: str,
    told: bool,
) -> None:
    settings.set(LEAVE_KEY, key)
    practice.open()
    warning = panels.practice.get().warning
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert (f"If you pressed {key}" in warning.text()) is told
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    keyboard.shift(1)
    assert warning.text() == ""


def test_elsewhere_another_window_is_nobodys_business(
    qapp: QApplication, practice: PracticeController, navigation: NavigationController, panels: Panels
) -> None:
    practice.open()
    navigation.open_start()
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert panels.practice.get().warning.text() == ""
