"""A second start brings the open window forward, with the page that is open in it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer

from desktop.instance.instance import Instance
from desktop.ui.control.leaving import LeaveController
from desktop.ui.main_window import MainWindow

ASK_EVERY_MS = 200
"""How often the window asks whether it was knocked for: one look at one file's time."""


class ActivationController(QObject):
    """Asks by a timer, because whatever could tell by itself would be a socket or a thread."""

    def __init__(self, window: MainWindow, leaving: LeaveController, instance: Instance) -> None:
        super().__init__(window)
        self._window = window
        self._leaving = leaving
        self._instance = instance
        timer = QTimer(self)
        timer.timeout.connect(self.look)
        timer.start(ASK_EVERY_MS)

    def look(self) -> None:
        """Come forward if another start has asked; never once leaving has begun."""
        if not self._leaving.steps.leaving and self._instance.knocked():
            self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
            self._window.raise_()
            self._window.activateWindow()
