"""What a worker may choose about leaving counts at once, and every choice ends in the same way out."""

from __future__ import annotations

import sys
from ctypes import addressof, wintypes

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication

from desktop.commands import COMMANDS
from desktop.store.settings import (
    ALLOW_SCREENSHOTS,
    IDLE_LEAVE,
    LEAVE_BUTTON,
    LEAVE_KEY,
    LEAVE_ON_LOCK,
    LOOK,
    SHIFT_GAP,
)
from desktop.ui.control.leave_preferences import LEAVE_KEYS, LeavePreferences
from desktop.ui.leave.session_windows import WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK, SessionFilter

KEYS = [(name, key) for name, key in LEAVE_KEYS.items() if key is not None]


def gone(worker) -> bool:
    return worker.program.leaving.steps.leaving


@pytest.mark.parametrize(("name", "key"), KEYS)
def test_the_chosen_key_leaves_and_no_other(worker, name: str, key: Qt.Key) -> None:
    worker.program.settings.set(LEAVE_KEY, name)
    for other in (other for _name, other in KEYS if other is not key):
        worker.window_key(other)
    assert not gone(worker)
    worker.window_key(key)
    assert gone(worker)
    worker.qtbot.waitUntil(lambda: bool(worker.ended), timeout=5000)


def test_what_was_chosen_before_counts_from_the_start(worker) -> None:
    program = worker.program
    program.settings.set(LEAVE_KEY, "F8")
    program.settings.set(SHIFT_GAP, 5.0)
    program.leaving.keys.leave_key, program.leaving.presses.gap_seconds = None, 0.0
    triggers = LeavePreferences(program.window, program.settings, program.leaving)
    assert program.leaving.keys.leave_key == Qt.Key.Key_F8
    assert program.leaving.presses.gap_seconds == 5.0
    triggers.idle.watch(0)


def test_without_a_key_shift_still_leaves(worker) -> None:
    worker.program.settings.set(LEAVE_KEY, "none")
    worker.window_key(Qt.Key.Key_F12)
    assert not gone(worker)
    for _press in range(3):
        worker.window_key(Qt.Key.Key_Shift)
    assert gone(worker)
    worker.qtbot.waitUntil(lambda: bool(worker.ended), timeout=5000)


def test_the_keys_on_offer_do_nothing_else() -> None:
    taken = {key for command in COMMANDS.values() if command.id != "leave" for key in command.keys}
    choices = {choice.value for choice in LEAVE_KEY.choices}
    assert choices == set(LEAVE_KEYS)
    assert not choices & taken


def test_the_button_can_be_grey(worker) -> None:
    button = worker.program.window.header.leave
    spot = (button.width() // 2, button.height() - 14)
    red = button.grab().toImage().pixelColor(*spot)
    worker.program.settings.set(LEAVE_BUTTON, "grey")
    grey = button.grab().toImage().pixelColor(*spot)
    worker.program.settings.set(LEAVE_BUTTON, "red")
    assert red.hslSaturation() > 150
    assert red.red() > 150
    assert grey.hslSaturation() < 60
    assert button.grab().toImage().pixelColor(*spot) == red


def test_idle_leaves_the_one_way(worker) -> None:
    worker.program.settings.set(IDLE_LEAVE, 5)
    watch = worker.program.window.findChild(LeavePreferences).idle
    assert watch.running
    watch._idleness._last -= 5 * 60
    watch.look()
    assert gone(worker)
    worker.qtbot.waitUntil(lambda: bool(worker.ended), timeout=5000)
    watch.watch(0)


def test_two_presses_are_told_and_the_third_is_not(worker, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: told.append(event.message()))
    for _press in range(3):
        worker.window_key(Qt.Key.Key_Shift)
    assert told == ["2 more to leave", "1 more to leave"]
    worker.qtbot.waitUntil(lambda: bool(worker.ended), timeout=5000)
    assert len(told) == 2


def test_beginning_again_is_not_told(worker, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: told.append(event.message()))
    for key in (Qt.Key.Key_Shift, Qt.Key.Key_Shift, Qt.Key.Key_Escape):
        worker.window_key(key)
    assert told == ["2 more to leave", "1 more to leave"]


def test_allowing_screenshots_is_never_written(worker, places) -> None:
    worker.program.settings.set(ALLOW_SCREENSHOTS, True)
    assert worker.program.settings.get(ALLOW_SCREENSHOTS)
    assert not places.settings_file.parent.exists()
    worker.program.settings.set(LOOK, "dark")
    assert b"screenshots" not in places.settings_file.read_bytes()


class Wtsapi32:
    """Stands in for the library of Windows: notes who asked for what."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def WTSRegisterSessionNotification(self, _window, _which) -> int:
        self.asked.append("news")
        return 1

    def WTSUnRegisterSessionNotification(self, _window) -> int:
        self.asked.append("no news")
        return 1


def test_windows_is_asked_for_news_of_locking_only_when_the_worker_wants_it(worker) -> None:
    settings, library = worker.program.settings, Wtsapi32()
    triggers = LeavePreferences(worker.program.window, settings, worker.program.leaving, library)
    assert library.asked == []
    settings.set(LEAVE_ON_LOCK, True)
    assert library.asked == ["news"]
    settings.set(LEAVE_ON_LOCK, False)
    assert library.asked == ["news", "no news"]
    triggers.idle.watch(0)


def test_the_message_that_the_screen_locks_leaves(worker, monkeypatch: pytest.MonkeyPatch) -> None:
    installed: list[SessionFilter] = []
    application = type(QGuiApplication.instance())
    monkeypatch.setattr(application, "installNativeEventFilter", lambda _self, one: installed.append(one))
    monkeypatch.setattr(application, "removeNativeEventFilter", lambda _self, one: installed.remove(one))
    settings = worker.program.settings
    triggers = LeavePreferences(worker.program.window, settings, worker.program.leaving, Wtsapi32())
    settings.set(LEAVE_ON_LOCK, True)
    settings.set(LEAVE_ON_LOCK, False)
    assert installed == []
    settings.set(LEAVE_ON_LOCK, True)
    message = wintypes.MSG(message=WM_WTSSESSION_CHANGE, wParam=WTS_SESSION_LOCK)
    installed[0].nativeEventFilter(b"windows_generic_MSG", addressof(message))
    assert gone(worker)
    triggers.idle.watch(0)


@pytest.mark.skipif(sys.platform == "win32", reason="asks Windows itself there")
def test_choosing_to_leave_at_lock_does_no_harm_where_nobody_tells(worker) -> None:
    worker.program.settings.set(LEAVE_ON_LOCK, True)
    assert not gone(worker)
    assert any(window.isVisible() for window in QGuiApplication.topLevelWindows())
