"""A second start is told of by the system: no timer runs while it can, one asks where it cannot."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.instance.instance import Instance, NamedEvent, NullInstance, Request
from desktop.ui.control.activation import ActivationController
from tests.desktop.instance.starts import answered, ask, leave, only_lock, start

on_unix = pytest.mark.skipif(sys.platform == "win32", reason="Windows needs no lock file")
SOON_MS = 500
"""Less than the timer waits, so that only the system can have told."""


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.showMinimized()
    return window


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "locks"


@pytest.fixture
def held(folder: Path) -> Iterator[Instance]:
    instance = start(folder)
    assert instance.open()
    yield instance
    leave(instance)


@pytest.fixture
def activation(window: QWidget, held: Instance) -> Iterator[ActivationController]:
    activation = ActivationController(window, held)
    yield activation
    activation.deleteLater()  # before the lock's file is closed
    QApplication.sendPostedEvents(activation, QEvent.Type.DeferredDelete)


@on_unix
def test_a_touched_lock_brings_the_window_forward_without_a_timer(
    qtbot: QtBot, window: QWidget, folder: Path, activation: ActivationController
) -> None:
    activation.begin()
    assert not activation.asks
    for _start in range(2):
        window.showMinimized()
        ask(folder)
        qtbot.waitUntil(lambda: answered(folder), timeout=SOON_MS)
        assert not window.isMinimized()
    assert not activation.asks


@on_unix
@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="asks /proc")
def test_watching_opens_no_thread_and_no_socket(activation: ActivationController) -> None:
    def sockets() -> set[str]:
        links = (os.readlink(one) for one in Path("/proc/self/fd").iterdir() if one.is_symlink())
        return {link for link in links if link.startswith("socket:")}

    before = sockets(), len(os.listdir("/proc/self/task"))
    activation.begin()
    assert (sockets(), len(os.listdir("/proc/self/task"))) == before


@on_unix
def test_a_start_that_asked_before_the_watch_is_answered(
    window: QWidget, folder: Path, activation: ActivationController
) -> None:
    ask(folder)
    activation.begin()
    assert answered(folder)
    assert not window.isMinimized()


@on_unix
def test_where_nothing_can_be_watched_a_timer_asks(
    qtbot: QtBot, window: QWidget, folder: Path, activation: ActivationController
) -> None:
    only_lock(folder).unlink()  # as a cleaner does
    activation.begin()
    assert activation.asks
    ask(folder)  # the lock was made anew
    qtbot.waitUntil(lambda: answered(folder))
    assert not window.isMinimized()
    activation.stop()
    assert not activation.asks


def moved(lock: Path) -> None:
    lock.rename(lock.with_suffix(".moved"))


@on_unix
@pytest.mark.parametrize("take_away", [Path.unlink, moved])
def test_a_lock_that_was_taken_away_is_made_anew_and_a_timer_asks(
    qtbot: QtBot, window: QWidget, folder: Path, activation: ActivationController, take_away
) -> None:
    activation.begin()
    gone = only_lock(folder)
    take_away(gone)
    qtbot.waitUntil(lambda: activation.asks)
    assert only_lock(folder) != gone
    ask(folder)
    qtbot.waitUntil(lambda: answered(folder))
    assert not window.isMinimized()


@on_unix
def test_another_window_that_leaves_has_this_one_leave(
    qtbot: QtBot, window: QWidget, folder: Path, activation: ActivationController
) -> None:
    activation.begin()
    other = start(folder, "handrail-ba9876543210")
    assert other.open()
    with qtbot.waitSignal(activation.leave_wanted, timeout=SOON_MS):
        other.release()
        other.tell_others()
    assert window.isMinimized()
    other.remove()


@on_unix
def test_after_stopping_nothing_is_answered_and_nothing_asks(
    qtbot: QtBot, window: QWidget, folder: Path, activation: ActivationController
) -> None:
    activation.begin()
    activation.stop()
    told: list[str] = []
    activation._watcher.fileChanged.connect(told.append)
    ask(folder)
    qtbot.waitUntil(lambda: bool(told))
    activation.look()
    assert window.isMinimized()
    assert not answered(folder)
    del told[:]
    moved(only_lock(folder))
    qtbot.waitUntil(lambda: bool(told))
    assert not activation.asks


def test_a_window_that_nobody_can_find_waits_for_nothing(window: QWidget) -> None:
    activation = ActivationController(window, NullInstance())
    activation.begin()
    assert not activation.asks
    assert window.isMinimized()


class Event(QObject):
    """What Windows wakes, as the controller meets it."""

    activated = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.enabled = True

    def setEnabled(self, enable: bool) -> None:
        self.enabled = enable


class Events(NullInstance):
    """An instance as on Windows: told by events that are reset by the waiting, so that none can be asked."""

    told_by = NamedEvent(4)
    told_to_leave_by = NamedEvent(8)

    def __init__(self) -> None:
        self.asked = self.answers = 0

    def request(self) -> Request:
        self.asked += 1
        return Request.NOTHING

    def answer(self) -> None:
        self.answers += 1


def test_on_windows_the_events_wake_the_window(window: QWidget, qtbot: QtBot) -> None:
    events, made = Events(), []

    def notifier(handle: int, parent: QObject) -> Event:
        made.append((handle, Event(parent)))
        return made[-1][1]

    activation = ActivationController(window, events, notifier)
    activation.begin()
    [(knock, event), (to_leave, other)] = made
    assert (knock, to_leave, activation.asks, events.asked) == (4, 8, False, 1)
    event.activated.emit()
    assert events.answers == 1
    assert not window.isMinimized()
    window.showMinimized()
    with qtbot.waitSignal(activation.leave_wanted, timeout=SOON_MS):
        other.activated.emit()
    activation.stop()
    assert not event.enabled
    assert not other.enabled
    event.activated.emit()
    with qtbot.assertNotEmitted(activation.leave_wanted):
        other.activated.emit()
    assert events.answers == 1
    assert window.isMinimized()


def refuses(_handle: int, _parent: QObject) -> None:
    raise TypeError


@pytest.mark.parametrize("notifier", [refuses, lambda _handle, _parent: None])
def test_on_windows_a_timer_asks_where_an_event_cannot_wake(
    window: QWidget, notifier: Callable[[int, QObject], None]
) -> None:
    activation = ActivationController(window, Events(), notifier)
    activation.begin()
    assert activation.asks
