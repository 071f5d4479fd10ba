"""Where the Tab key stops on a page: links, numbers and tick lines in reading order."""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.ui.page.links import LinkTarget

_BEHIND = sys.maxsize
"""Behind the last stop, however many are still to be written."""


@dataclass(frozen=True, slots=True)
class TabStop:
    """Words that something stands behind, from position `start` to before `end`."""

    start: int
    end: int
    target: LinkTarget
    words: str


class TabStopCursor:
    """The stop that the keyboard has reached; it may be before the first or behind the last."""

    def __init__(self) -> None:
        self._number = -1

    def leave(self) -> None:
        """Be at no stop; the next step begins at what is in sight."""
        self._number = -1

    def enter(self, backwards: bool) -> None:
        """Come in from the front, or from behind."""
        self._number = _BEHIND if backwards else -1

    def current(self, stops: Sequence[TabStop]) -> TabStop | None:
        """The stop that is reached, if it is written."""
        return stops[self._number] if 0 <= self._number < len(stops) else None

    def step(self, stops: Sequence[TabStop], forward: bool, position: int, growing: bool) -> bool:
        """Go to the next or previous stop, or out; from outside, to the first from this position on.

        False where the way leads to stops that are still to be written: then nobody moves.
        """
        count, here = len(stops), self._number
        if here < 0 and forward:
            number = bisect_left(stops, position, key=lambda stop: stop.start)
        else:
            number = min(max(min(here, count) + (1 if forward else -1), -1), count)
        if growing and (number == count or count <= here < _BEHIND):
            return False
        self._number = number
        return True
