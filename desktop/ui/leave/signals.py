"""SIGTERM, SIGHUP and Ctrl+C take the same way out as every other trigger."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, QSocketNotifier, QTimer

_NAMES = ("SIGTERM", "SIGINT", "SIGHUP")
_ASK_EVERY_MS = 200
"""On Windows nothing can wake the window for a signal, so it looks."""


def listen_to_signals(leave_soon: Callable[[], object], parent: QObject) -> None:
    """Leave at each of these signals; the handler runs wherever Python is, even within a paint event.

    Python runs a handler only between two steps of its own, and an idle window takes none: so Python has
    a byte written into a pipe, which wakes the window. A pipe is no socket.
    """
    for name in _NAMES:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda *_: leave_soon())
    if sys.platform == "win32":
        timer = QTimer(parent)
        timer.timeout.connect(lambda: None)
        timer.start(_ASK_EVERY_MS)
    else:
        _wake_by_pipe(parent)


def _wake_by_pipe(parent: QObject) -> None:
    reading, writing = os.pipe()
    os.set_blocking(reading, False)
    os.set_blocking(writing, False)
    signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
    notifier = QSocketNotifier(reading, QSocketNotifier.Type.Read, parent)
    notifier.activated.connect(lambda: _empty(reading))


def _empty(pipe: int) -> None:
    with suppress(BlockingIOError):
        os.read(pipe, 64)
