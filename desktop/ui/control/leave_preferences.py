"""What the worker chose about leaving: keys, the colour of the button, and leaving by itself."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt

from desktop.leave.idle import Idleness
from desktop.store.settings import (
    IDLE_LEAVE,
    LEAVE_BUTTON,
    LEAVE_KEY,
    LEAVE_ON_LOCK,
    NO_KEY,
    SHIFT_GAP,
    Settings,
)
from desktop.ui.control.leaving import LeaveController
from desktop.ui.leave.idle_watch import IdleWatch
from desktop.ui.leave.session_windows import SessionFilter, ask_for_news, no_more_news, session_library
from desktop.ui.main_window import MainWindow

LEAVE_KEYS = {"F12": Qt.Key.Key_F12, "F8": Qt.Key.Key_F8, "Pause": Qt.Key.Key_Pause, NO_KEY: None}


class LeavePreferences(QObject):
    """Every choice counts at once. All of them end in the one way out."""

    def __init__(
        self, window: MainWindow, settings: Settings, leaving: LeaveController, sessions: Any = None
    ) -> None:
        super().__init__(window)
        self._window = window
        self._leaving = leaving
        self._sessions = sessions if sessions is not None else session_library()
        self._session_filter: SessionFilter | None = None
        self.idle = IdleWatch(Idleness(), leaving.leave, self)
        settings.follow(SHIFT_GAP, self._take_gap)
        settings.follow(LEAVE_KEY, self._take_key)
        settings.follow(LEAVE_BUTTON, self._take_button)
        settings.follow(IDLE_LEAVE, self._take_idle)
        settings.follow(LEAVE_ON_LOCK, self._take_lock)

    def _take_gap(self, seconds: float) -> None:
        self._leaving.presses.gap_seconds = seconds

    def _take_key(self, key: str) -> None:
        self._leaving.keys.leave_key = LEAVE_KEYS[key]

    def _take_button(self, colour: str) -> None:
        self._window.leave_button.show_discreet(colour == "grey")

    def _take_idle(self, minutes: int) -> None:
        self.idle.watch(minutes * 60)

    def _take_lock(self, wanted: bool) -> None:
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
