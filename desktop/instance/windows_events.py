"""The lock of the open window on Windows: named events, which go with the process. Nothing is written."""

from __future__ import annotations

import os
import sys
from typing import Protocol

from desktop.instance.instance import Instance, NamedEvent, Patience, Request

_LEAVE = r"Local\handrail-leave"
_SLICE = 0.25
"""Seconds after which a start looks again whether the window that it waits for is still there, and shown."""


class Events(Protocol):
    """What is asked of the system; a handle is a number."""

    def create(self, name: str) -> tuple[int, bool]:
        """Open or make an event that resets itself, and tell whether it was there. OSError if not allowed."""

    def set(self, handle: int) -> None:
        """Wake one that waits."""

    def wait(self, handle: int, seconds: float) -> bool:
        """Whether it was set within this time."""

    def close(self, handle: int) -> None:
        """Let go; the last one to let go ends the event."""

    def let_others_come_forward(self) -> None:
        """Windows brings only that window forward which the program in front allows."""


def acquire_events(name: str, events: Events, patience: Patience) -> Instance | None:
    """Hold the events, or have their holder come forward (None). OSError when they cannot be used."""
    waited = waited_for_open = 0.0
    while waited <= patience.loading and waited_for_open <= patience.open:
        request, answer, was_there = _open(name, events)
        if not was_there:
            return EventInstance(events, name, request, answer)
        if not waited:
            events.wait(answer, 0)  # one that came too late for an earlier start
            events.let_others_come_forward()
            events.set(request)
        answered = events.wait(answer, _SLICE)
        if is_made(_shown(name), events):
            waited_for_open += _SLICE
        waited += _SLICE
        events.close(request)
        events.close(answer)
        if answered:
            return None
    own = f"{name}-{os.getpid()}"  # found by nobody, but told to leave with the others
    return EventInstance(events, own, *_open(own, events)[:2])


def is_there(name: str, events: Events) -> bool:
    """Whether a window holds the events of this name."""
    return is_made(_request(name), events)


def is_made(event: str, events: Events) -> bool:
    """Whether someone holds the event of this name."""
    try:
        handle, was_there = events.create(event)
    except OSError:  # it is somebody's, who does not let us in
        return True
    events.close(handle)
    return was_there


def _request(name: str) -> str:
    return rf"Local\{name}-knock"


def _shown(name: str) -> str:
    return rf"Local\{name}-shown"


def _open(name: str, events: Events) -> tuple[int, int, bool]:
    request, was_there = events.create(_request(name))
    try:
        answer, _answer_was_there = events.create(rf"Local\{name}-answer")
    except OSError:
        events.close(request)
        raise
    return request, answer, was_there


class EventInstance:
    """The hold of a window on its events, and its part in the one that tells all windows to leave.

    That one wakes a single window each time it is set, so each window that leaves sets it for the next.
    """

    def __init__(self, events: Events, name: str, request: int, answer: int) -> None:
        self._events = events
        self._name = name
        self._request = request
        self._answer = answer
        self._leave, _was_there = events.create(_LEAVE)
        events.wait(self._leave, 0)  # meant for those that were there before
        self._shown = 0

    @property
    def told_by(self) -> NamedEvent:
        """The event that another start sets."""
        return NamedEvent(self._request)

    @property
    def told_to_leave_by(self) -> NamedEvent:
        """The event that a window sets when it leaves."""
        return NamedEvent(self._leave)

    def open(self) -> bool:
        """Make the event by which a start knows that this window is shown. False if all were to leave."""
        self._shown, _was_there = self._events.create(_shown(self._name))
        told = self._events.wait(self._leave, 0)
        if told:
            self.tell_others()
        return not told

    def request(self) -> Request:
        """Which of the events was set; one that asked to come forward is answered."""
        if self._events.wait(self._leave, 0):
            return Request.LEAVE
        if not self._events.wait(self._request, 0):
            return Request.NOTHING
        self.answer()
        return Request.COME_FORWARD

    def answer(self) -> None:
        """Set the answer."""
        self._events.set(self._answer)

    def release(self) -> None:
        """Let go of the events. A start that still waits for an answer ends: all of it is left now."""
        self._events.set(self._answer)
        for handle in filter(None, (self._request, self._answer, self._shown)):
            self._events.close(handle)

    def tell_others(self) -> None:
        """Set the event that the next window waits for."""
        self._events.set(self._leave)

    def others_stay(self) -> bool:
        """Not known here: a window that hangs is told, and leaves when it can."""
        return False

    def end_others(self) -> None:
        """None are known by their process."""

    def remove(self) -> None:
        """Nothing stands on the disk."""


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _ALREADY_EXISTS = 183
    _ANY_PROCESS = 0xFFFFFFFF
    _WAS_SET = 0

    class WindowsEvents:
        """The calls of kernel32 and user32."""

        def __init__(self) -> None:
            self._kernel = ctypes.WinDLL("kernel32", use_last_error=True)
            self._user = ctypes.WinDLL("user32")
            self._kernel.CreateEventW.restype = wintypes.HANDLE
            self._kernel.CreateEventW.argtypes = (
                *(wintypes.LPVOID, wintypes.BOOL, wintypes.BOOL, wintypes.LPCWSTR),
            )
            self._kernel.SetEvent.argtypes = (wintypes.HANDLE,)
            self._kernel.CloseHandle.argtypes = (wintypes.HANDLE,)
            self._kernel.WaitForSingleObject.argtypes = (wintypes.HANDLE, wintypes.DWORD)
            self._kernel.WaitForSingleObject.restype = wintypes.DWORD
            self._user.AllowSetForegroundWindow.argtypes = (wintypes.DWORD,)

        def create(self, name: str) -> tuple[int, bool]:
            """An auto-reset event in the namespace of this session."""
            ctypes.set_last_error(0)
            handle = self._kernel.CreateEventW(None, False, False, name)
            if not handle:
                raise ctypes.WinError(ctypes.get_last_error())
            return handle, ctypes.get_last_error() == _ALREADY_EXISTS

        def set(self, handle: int) -> None:
            """Wake one that waits."""
            self._kernel.SetEvent(handle)

        def wait(self, handle: int, seconds: float) -> bool:
            """Whether it was set within this time."""
            return bool(self._kernel.WaitForSingleObject(handle, round(seconds * 1000)) == _WAS_SET)

        def close(self, handle: int) -> None:
            """Let go."""
            self._kernel.CloseHandle(handle)

        def let_others_come_forward(self) -> None:
            """Any process may take the front next."""
            self._user.AllowSetForegroundWindow(_ANY_PROCESS)
