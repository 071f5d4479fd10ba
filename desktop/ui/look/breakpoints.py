"""How the window arranges itself: one table by effective width (pixels divided by text scale)."""

from __future__ import annotations

from dataclasses import dataclass

COLUMN = 600
"""Width of the reading column: about 72 characters of body text."""
OUTLINE = 200
GAP = 48
SIDE_MARGIN = 26
"""Least space between the reading column and the edge."""


@dataclass(frozen=True, slots=True)
class Breakpoint:
    """What is shown where. Lengths in effective pixels."""

    sidebar: int
    sidebar_starts_open: bool
    outline_beside_page: bool
    words_in_header: bool
    leave_hint: bool
    words_in_page_bar: bool
    search_in_own_row: bool
    print_in_bar: bool
    header_buttons: frozenset[str]


_ALL = frozenset(("topics", "home", "back", "forward", "display", "help"))
_FEW = frozenset(("topics", "back", "display"))
_ONE = frozenset(("topics",))
"""What gives way has a key too; Quick leave never gives way."""

FULL_WIDTH = 1180
"""From this effective width on nothing gives way."""

# from this effective width on: widest first
_TABLE: tuple[tuple[int, Breakpoint], ...] = (
    (FULL_WIDTH, Breakpoint(300, True, True, True, True, True, False, True, _ALL)),
    (860, Breakpoint(264, True, False, True, True, True, False, True, _ALL)),
    (700, Breakpoint(264, False, False, False, False, True, False, True, _ALL)),
    (520, Breakpoint(264, False, False, False, False, False, True, True, _ALL)),
    (430, Breakpoint(264, False, False, False, False, False, True, False, _ALL)),
    (300, Breakpoint(264, False, False, False, False, False, True, False, _FEW)),
    (0, Breakpoint(220, False, False, False, False, False, True, False, _ONE)),
)

PAGE_BAR_FROM_HEIGHT = 240
"""Below this effective height the page bar gives its room to the page."""


def breakpoint_at(width: float) -> Breakpoint:
    """The arrangement for this effective width."""
    return next(arrangement for least, arrangement in _TABLE if width >= least)


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the reading column and the outline begin inside the reading area, in effective pixels."""

    left: int
    width: int
    outline_left: int


def columns(area: float, outline: bool) -> Columns:
    """Centre the reading column, together with the outline where it stands beside it."""
    group = COLUMN + (GAP + OUTLINE if outline else 0)
    left = max(SIDE_MARGIN, int((area - group) / 2))
    width = min(COLUMN, int(area) - 2 * SIDE_MARGIN)
    return Columns(left, max(width, 60), left + COLUMN + GAP)
