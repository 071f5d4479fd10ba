"""The lock of the open window on Windows: two named events, which go with the process. Nothing is written."""

from __future__ import annotations

import sys
from typing import Protocol

from desktop.instance.instance import Instance, NamedEvent, NullInstance


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


def acquire_events(name: str, events: Events, patience: float) -> Instance | None:
    """Hold the events, or have their holder come forward (None). OSError when they cannot be used."""
    for last_try in (False, True):  # the holder may have left while we waited
        request, answer, was_there = _open(name, events)
        if not was_there:
            return EventInstance(events, request, answer)
        answered = False
        if not last_try:
            events.wait(answer, 0)  # one that came too late for an earlier start
            events.let_others_come_forward()
            events.set(request)
            answered = events.wait(answer, patience)
        events.close(request)
        events.close(answer)
        if answered:
            return None
    return NullInstance()


def is_there(name: str, events: Events) -> bool:
    """Whether someone holds the events of this name."""
    try:
        request, was_there = events.create(_request(name))
    except OSError:  # they are somebody's, who does not let us in
        return True
    events.close(request)
    return was_there


def _request(name: str) -> str:
    return rf"Local\{name}-knock"


def _open(name: str, events: Events) -> tuple[int, int, bool]:
    request, was_there = events.create(_request(name))
    try:
        answer, _answer_was_there = events.create(rf"Local\{name}-answer")
    except OSError:
        events.close(request)
        raise
    return request, answer, was_there


class EventInstance:
    """The open window's hold on its events."""

    def __init__(self, events: Events, request: int, answer: int) -> None:
        self._events = events
        self._request = request
        self._answer = answer

    @property
    def told_by(self) -> NamedEvent:
        """The event that another start sets."""
        return NamedEvent(self._request)

    def activation_requested(self) -> bool:
        """Whether another start has set the one event; the other is set."""
        if not self._events.wait(self._request, 0):
            return False
        self.answer()
        return True

    def answer(self) -> None:
        """Set the other event."""
        self._events.set(self._answer)

    def release(self) -> None:
        """Let go of both."""
        self._events.close(self._request)
        self._events.close(self._answer)

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
