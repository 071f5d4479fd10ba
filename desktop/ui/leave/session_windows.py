"""Windows tells its windows that the screen is being locked or that the computer goes to sleep."""

from __future__ import annotations

import sys
from collections.abc import Callable
from ctypes import wintypes
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray

WM_POWERBROADCAST = 0x0218
PBT_APMSUSPEND = 0x0004
WM_WTSSESSION_CHANGE = 0x02B1
WTS_SESSION_LOCK = 0x0007
NOTIFY_FOR_THIS_SESSION = 0
_Kind = QByteArray | bytes | bytearray | memoryview
_MESSAGES = (b"windows_generic_MSG", b"windows_dispatcher_MSG")


def means_leave(message: int, reason: int) -> bool:
    """Whether a message to the window says that the screen locks or the computer sleeps."""
    return (message, reason) in (
        (WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK),
        (WM_POWERBROADCAST, PBT_APMSUSPEND),
    )


def ask_for_news(wtsapi32: Any, window: int) -> bool:
    """Let a window be told of locking; sleep is told to every window. False if Windows refuses."""
    return bool(wtsapi32.WTSRegisterSessionNotification(wintypes.HWND(window), NOTIFY_FOR_THIS_SESSION))


def no_more_news(wtsapi32: Any, window: int) -> bool:
    """Take the wish back."""
    return bool(wtsapi32.WTSUnRegisterSessionNotification(wintypes.HWND(window)))


def session_library() -> Any:
    """The part of Windows that tells of sessions, or None on other systems."""
    if sys.platform == "win32":
        import ctypes

        return ctypes.WinDLL("wtsapi32")
    return None


class SessionFilter(QAbstractNativeEventFilter):
    """Reads the messages of Windows before Qt does; keeps nothing of them."""

    def __init__(self, leave: Callable[[], object]) -> None:
        super().__init__()
        self._leave = leave

    def nativeEventFilter(self, kind: _Kind, message: Any) -> tuple[bool, int]:
        if (kind.data() if isinstance(kind, QByteArray) else bytes(kind)) in _MESSAGES:
            told = wintypes.MSG.from_address(int(message))
            if means_leave(told.message, told.wParam):
                self._leave()
        return False, 0
