"""A second start brings the open window forward with its page; another window that leaves has it leave."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from desktop.instance.instance import Instance, NamedEvent, Request, TouchedFile

ASK_EVERY_MS = 1000
"""How often the window asks where the system cannot tell; a second start waits longer than twice that."""


class EventNotifier(Protocol):
    """What Windows wakes when an event is set; the event is reset by that."""

    activated: SignalInstance

    def setEnabled(self, enable: bool) -> None:
        """Wait, or wait no longer. An event must not be closed while it is waited for."""


def event_notifier(handle: int, parent: QObject) -> EventNotifier | None:
    """Wait for an event of Windows; None where there are none."""
    if sys.platform == "win32":
        from PySide6.QtCore import QWinEventNotifier

        return QWinEventNotifier(handle, parent)
    return None


class ActivationController(QObject):
    """Sleeps until the system tells that something is asked of this window: no socket, no thread of ours.

    Where the system cannot tell, it asks by a timer: Linux counts watches and may have none left for this
    person, a lock may be gone before it is watched, and one that is moved away is watched no longer.
    """

    leave_wanted = Signal()

    def __init__(
        self,
        window: QWidget,
        instance: Instance,
        notifier: Callable[[int, QObject], EventNotifier | None] = event_notifier,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._instance = instance
        self._make_notifier = notifier
        self._notifiers: list[EventNotifier] = []
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._file_touched)
        self._timer = QTimer(self)
        self._timer.setInterval(ASK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._stopped = False

    @property
    def asks(self) -> bool:
        """Whether a timer asks, because the system cannot tell."""
        return self._timer.isActive()

    def begin(self) -> None:
        """Wait for other starts from now on, and answer one that has asked before."""
        match self._instance.told_by:
            case TouchedFile(path):
                watched = self._watcher.addPath(path)
                if not watched or sys.platform == "darwin":  # nobody has tried yet whether a Mac tells of it
                    self._timer.start()
            case NamedEvent(handle):
                self._wait_for(handle, self._event_set)
            case None:
                return
        if to_leave := self._instance.told_to_leave_by:
            self._wait_for(to_leave.handle, self._told_to_leave)
        self.look()

    def stop(self) -> None:
        """Never come forward again. Leaving begins with this, before the lock is let go of."""
        self._stopped = True
        for notifier in self._notifiers:
            notifier.setEnabled(False)
        self._timer.stop()

    def look(self) -> None:
        """Do what was asked of this window, if anything was."""
        if self._stopped:
            return
        match self._instance.request():
            case Request.COME_FORWARD:
                self._come_forward()
            case Request.LEAVE:
                self.leave_wanted.emit()

    def _file_touched(self, path: str) -> None:
        if path not in self._watcher.files() and not self._stopped:
            self._timer.start()
        self.look()

    def _wait_for(self, handle: int, act: Callable[[], object]) -> None:
        try:
            notifier = self._make_notifier(handle, self)
        except (ImportError, TypeError):  # a build of Qt for Python that does not take a handle as a number
            notifier = None
        if notifier:
            notifier.activated.connect(act)
            self._notifiers.append(notifier)
        else:
            self._timer.start()

    def _event_set(self) -> None:
        if not self._stopped:
            self._instance.answer()
            self._come_forward()

    def _told_to_leave(self) -> None:
        if not self._stopped:
            self.leave_wanted.emit()

    def _come_forward(self) -> None:
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.raise_()
        self._window.activateWindow()
