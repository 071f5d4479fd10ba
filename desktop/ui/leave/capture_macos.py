"""Asks macOS to share no picture of a window, and to take it away without an animation.

Only a wish: since macOS 15 what records through ScreenCaptureKit sees the window all the same.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable

NSWINDOW_SHARING_NONE = 0
NSWINDOW_SHARING_READ_ONLY = 1
NSWINDOW_ANIMATION_NONE = 2
Send = Callable[..., int]
"""Sends a message to an object: receiver, selector, then at most one number. Returns an address or 0."""


class MacShield:
    """Speaks to the objects of AppKit through the one function it is given."""

    def __init__(self, send: Send) -> None:
        self._send = send

    def shield(self, view: int, out: bool) -> bool:
        """Share no picture of the window that holds a view, or share it; whether there is such a window."""
        window = self._send(view, b"window")
        if not window:
            return False
        self._send(window, b"setAnimationBehavior:", NSWINDOW_ANIMATION_NONE)
        self._send(window, b"setSharingType:", NSWINDOW_SHARING_NONE if out else NSWINDOW_SHARING_READ_ONLY)
        return True


def mac_shield() -> MacShield | None:
    """The shield of this computer, or None where it is no Mac."""
    if sys.platform == "darwin":
        return MacShield(_sender())
    return None


def _sender() -> Send:
    objc = ctypes.CDLL("/usr/lib/libobjc.dylib")
    objc.sel_registerName.restype = ctypes.c_void_p
    objc.sel_registerName.argtypes = [ctypes.c_char_p]
    # objc_msgSend must be called with the very types of the method: one shape without, one with a number
    shapes = [
        ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, *more)(("objc_msgSend", objc))
        for more in ((), (ctypes.c_long,))
    ]

    def send(receiver: int, selector: bytes, *number: int) -> int:
        return shapes[len(number)](receiver, objc.sel_registerName(selector), *number) or 0

    return send
