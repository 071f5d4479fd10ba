"""A second start brings the open window forward, with the page that is open in it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, SignalInstance
from PySide6.QtWidgets import QWidget

from desktop.instance.instance import Instance, NamedEvent, TouchedFile

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
    """Sleeps until the system tells that another start asks for this window: no socket, no thread of ours.

    Where the system cannot tell, it asks by a timer: Linux counts watches and may have none left for this
    person, a lock may be gone before it is watched, and one that is moved away is watched no longer.
    """

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
        self._notifier: EventNotifier | None = None
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
                self._wait_for(handle)
            case None:
                return
        self.look()

    def stop(self) -> None:
        """Never come forward again. Leaving begins with this, before the lock is let go of."""
        self._stopped = True
        if self._notifier:
            self._notifier.setEnabled(False)
        self._timer.stop()

    def look(self) -> None:
        """Come forward if another start has asked."""
        if not self._stopped and self._instance.activation_requested():
            self._come_forward()

    def _file_touched(self, path: str) -> None:
        if path not in self._watcher.files() and not self._stopped:
            self._timer.start()
        self.look()

    def _wait_for(self, handle: int) -> None:
        try:
            self._notifier = self._make_notifier(handle, self)
        except (ImportError, TypeError):  # a build of Qt for Python that does not take a handle as a number
            self._notifier = None
        if self._notifier:
            self._notifier.activated.connect(self._event_set)
        else:
            self._timer.start()

    def _event_set(self) -> None:
        if not self._stopped:
            self._instance.answer()
            self._come_forward()

    def _come_forward(self) -> None:
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.raise_()
        self._window.activateWindow()
