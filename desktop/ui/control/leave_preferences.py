"""What the worker chose about leaving: its key, the colour of its button, and leaving by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt

from desktop.leave.idle import Idleness
from desktop.store.settings import Settings
from desktop.ui.control.leaving import LeaveController
from desktop.ui.leave.idle_watch import IdleWatch
from desktop.ui.leave.session_windows import SessionFilter, ask_for_news, no_more_news, session_library
from desktop.ui.main_window import MainWindow

LEAVE_KEYS = {"F12": Qt.Key.Key_F12, "F8": Qt.Key.Key_F8, "Pause": Qt.Key.Key_Pause, "none": None}


class LeavePreferences(QObject):
    """Every choice counts at once. All of them end in the one way out."""

    def __init__(
        self, window: MainWindow, settings: Settings, leaving: LeaveController, sessions: Any = None
    ) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._leaving = leaving
        self._sessions = sessions if sessions is not None else session_library()
        self._session_filter: SessionFilter | None = None
        self.idle = IdleWatch(Idleness(), leaving.leave, self)
        self._takes: dict[str, Callable[[], object]] = {
            "leave_key": self._take_key,
            "leave_button": self._take_button,
            "idle_leave": self._take_idle,
            "leave_on_lock": self._take_lock,
        }
        for take in self._takes.values():
            take()
        settings.listen(self._changed)

    def _changed(self, setting: str) -> None:
        if take := self._takes.get(setting):
            take()

    def _take_key(self) -> None:
        self._leaving.keys.leave_key = LEAVE_KEYS[self._settings.text("leave_key")]

    def _take_button(self) -> None:
        self._window.leave_button.show_discreet(self._settings.text("leave_button") == "grey")

    def _take_idle(self) -> None:
        self.idle.watch(self._settings.number("idle_leave") * 60)

    def _take_lock(self) -> None:
        wanted = self._settings.is_on("leave_on_lock")
        application = QCoreApplication.instance()
        if self._sessions is None or application is None or wanted == bool(self._session_filter):
            return
        window = int(self._window.winId())
        if wanted:
            self._session_filter = SessionFilter(self._leaving.leave)
            application.installNativeEventFilter(self._session_filter)
            ask_for_news(self._sessions, window)
        elif self._session_filter is not None:
            no_more_news(self._sessions, window)
            application.removeNativeEventFilter(self._session_filter)
            self._session_filter = None
