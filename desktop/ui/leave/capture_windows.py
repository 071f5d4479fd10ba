"""Keeps a window out of screenshots and shared screens on Windows, and takes it away without fading."""

from __future__ import annotations

import ctypes
import sys
from ctypes import wintypes
from typing import Any

WDA_NONE = 0x00
WDA_EXCLUDEFROMCAPTURE = 0x11
"""Since Windows 10 2004; older ones show a black box. Hexadecimal: decimal 11 is another value and fails."""
DWMWA_TRANSITIONS_FORCEDISABLED = 3


class WindowsShield:
    """Speaks to the two libraries it is given. A refusal changes nothing for the worker, so none is told."""

    def __init__(self, user32: Any, dwmapi: Any) -> None:
        self._user32 = user32
        self._dwmapi = dwmapi

    def shield(self, window: int, out: bool) -> bool:
        """Keep a window out of captures, or let it be seen; whether Windows did it."""
        self._without_animation(window)
        affinity = WDA_EXCLUDEFROMCAPTURE if out else WDA_NONE
        return bool(self._user32.SetWindowDisplayAffinity(wintypes.HWND(window), wintypes.DWORD(affinity)))

    def _without_animation(self, window: int) -> None:
        off = ctypes.c_int(1)
        self._dwmapi.DwmSetWindowAttribute(
            wintypes.HWND(window),
            wintypes.DWORD(DWMWA_TRANSITIONS_FORCEDISABLED),
            ctypes.byref(off),
            ctypes.sizeof(off),
        )


def windows_shield() -> WindowsShield | None:
    """The shield of this computer, or None where it is no Windows."""
    if sys.platform == "win32":
        return WindowsShield(ctypes.WinDLL("user32"), ctypes.WinDLL("dwmapi"))
    return None
