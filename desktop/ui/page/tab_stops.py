"""Where the Tab key stops on a page: links, numbers and tick lines in reading order."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.ui.page.links import LinkTarget

BEHIND = sys.maxsize
"""Behind the last stop, however many are still to be written."""


@dataclass(frozen=True, slots=True)
class TabStop:
    """Words that something stands behind, from position `start` to before `end`."""

    start: int
    end: int
    target: LinkTarget
    words: str


def next_stop(stops: Sequence[TabStop], here: int, forward: bool) -> int:
    """The number of the next stop; -1 or their count where the page's end is reached."""
    return min(max(min(here, len(stops)) + (1 if forward else -1), -1), len(stops))


def first_from(stops: Sequence[TabStop], position: int) -> int:
    """The number of the first stop at this position or after it."""
    return next((number for number, stop in enumerate(stops) if stop.start >= position), len(stops))
