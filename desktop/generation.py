"""A counter two threads share: the window moves it on, the search thread compares."""

from __future__ import annotations

from threading import Lock


class Generation:
    """Tells a late answer from the newest one. Safe on any thread; numbers only ever rise."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._number = 0

    def next(self) -> int:
        """Ask anew: everything asked before is out of date from here on."""
        with self._lock:
            self._number += 1
            return self._number

    @property
    def current(self) -> int:
        """The number of the newest question; 0 before the first."""
        return self._number

    def is_current(self, number: int) -> bool:
        """Whether nobody has asked anything newer than this."""
        return number == self._number
