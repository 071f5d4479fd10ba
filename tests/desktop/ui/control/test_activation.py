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

from desktop.instance.instance import Instance, NamedEvent, NullInstance
from desktop.instance.lock_file import acquire_file
from desktop.ui.control.activation import ActivationController

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
def lock(tmp_path: Path) -> Path:
    return tmp_path / "window.lock"


@pytest.fixture
def held(lock: Path) -> Iterator[Instance]:
    instance = acquire_file(lock, 0)
    assert instance is not None
    yield instance
    instance.release()
    instance.remove()


@pytest.fixture
def activation(window: QWidget, held: Instance) -> Iterator[ActivationController]:
    activation = ActivationController(window, held)
    yield activation
    activation.deleteLater()  # before the lock's file is closed
    QApplication.sendPostedEvents(activation, QEvent.Type.DeferredDelete)


def ask(lock: Path) -> None:
    """What another start does."""
    assert isinstance(acquire_file(lock, 0), NullInstance)


def answered(lock: Path) -> bool:
    return lock.stat().st_mtime_ns != 0


@on_unix
def test_a_touched_lock_brings_the_window_forward_without_a_timer(
    qtbot: QtBot, window: QWidget, lock: Path, activation: ActivationController
) -> None:
    activation.begin()
    assert not activation.asks
    for _start in range(2):
        window.showMinimized()
        ask(lock)
        qtbot.waitUntil(lambda: answered(lock), timeout=SOON_MS)
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
    window: QWidget, lock: Path, activation: ActivationController
) -> None:
    ask(lock)
    activation.begin()
    assert answered(lock)
    assert not window.isMinimized()


@on_unix
def test_where_nothing_can_be_watched_a_timer_asks(
    qtbot: QtBot, window: QWidget, lock: Path, activation: ActivationController
) -> None:
    open_lock = os.open(lock, os.O_RDWR)  # as a start holds it that came before the lock was removed
    lock.unlink()
    activation.begin()
    assert activation.asks
    os.utime(open_lock, ns=(0, 0))
    qtbot.waitUntil(lambda: bool(os.fstat(open_lock).st_mtime_ns))
    assert not window.isMinimized()
    os.close(open_lock)
    activation.stop()
    assert not activation.asks


@on_unix
def test_once_the_lock_is_moved_away_a_timer_asks(
    qtbot: QtBot, lock: Path, activation: ActivationController
) -> None:
    activation.begin()
    lock.rename(lock.with_suffix(".moved"))
    qtbot.waitUntil(lambda: activation.asks)


@on_unix
def test_a_removed_lock_still_tells_of_a_start_that_has_it_open(
    qtbot: QtBot, window: QWidget, lock: Path, activation: ActivationController
) -> None:
    activation.begin()
    open_lock = os.open(lock, os.O_RDWR)
    lock.unlink()
    os.utime(open_lock, ns=(0, 0))
    qtbot.waitUntil(lambda: bool(os.fstat(open_lock).st_mtime_ns), timeout=SOON_MS)
    os.close(open_lock)
    assert not window.isMinimized()


@on_unix
def test_after_stopping_nothing_is_answered_and_nothing_asks(
    qtbot: QtBot, window: QWidget, lock: Path, activation: ActivationController
) -> None:
    activation.begin()
    activation.stop()
    told: list[str] = []
    activation._watcher.fileChanged.connect(told.append)
    ask(lock)
    qtbot.waitUntil(lambda: bool(told))
    activation.look()
    assert window.isMinimized()
    assert not answered(lock)
    del told[:]
    lock.rename(lock.with_suffix(".moved"))
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


class Events:
    """An instance as on Windows: told by an event that is reset by the waiting, so that none can be asked."""

    told_by = NamedEvent(4)

    def __init__(self) -> None:
        self.asked = self.answers = 0

    def activation_requested(self) -> bool:
        self.asked += 1
        return False

    def answer(self) -> None:
        self.answers += 1

    def release(self) -> None:
        """Nothing is held."""

    def remove(self) -> None:
        """Nothing was made."""


def test_on_windows_the_event_wakes_the_window_and_is_answered(window: QWidget) -> None:
    events, made = Events(), []

    def notifier(handle: int, parent: QObject) -> Event:
        made.append((handle, Event(parent)))
        return made[-1][1]

    activation = ActivationController(window, events, notifier)
    activation.begin()
    [(handle, event)] = made
    assert (handle, activation.asks, events.asked) == (4, False, 1)
    event.activated.emit()
    assert events.answers == 1
    assert not window.isMinimized()
    window.showMinimized()
    activation.stop()
    assert not event.enabled
    event.activated.emit()
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
