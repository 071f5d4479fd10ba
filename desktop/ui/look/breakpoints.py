"""How the window arranges itself: one table by effective width (pixels divided by text scale)."""

from __future__ import annotations

from dataclasses import dataclass, replace

COLUMN = 600
"""Width of the reading column: about 72 characters of body text."""
OUTLINE = 200
GAP = 48
SIDE_MARGIN = 26
"""Least space between the reading column and the edge."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Breakpoint:
    """What is shown where; by default all of it. Lengths in effective pixels."""

    sidebar: int = 300
    sidebar_starts_open: bool = True
    outline_beside_page: bool = True
    words_in_header: bool = True
    leave_hint: bool = True
    words_in_page_bar: bool = True
    search_in_own_row: bool = False
    print_in_bar: bool = True
    header_buttons: frozenset[str] = frozenset(("topics", "home", "back", "forward", "display", "help"))
    """What gives way has a key too; Quick leave never gives way."""


FULL_WIDTH = 1180
"""From this effective width on nothing gives way."""

_FULL = Breakpoint()
_BESIDE = replace(_FULL, sidebar=264, outline_beside_page=False)
_OVER = replace(_BESIDE, sidebar_starts_open=False, words_in_header=False, leave_hint=False)
_TWO_ROWS = replace(_OVER, search_in_own_row=True, words_in_page_bar=False)
_NO_PRINT = replace(_TWO_ROWS, print_in_bar=False)
_FEW_BUTTONS = replace(_NO_PRINT, header_buttons=frozenset(("topics", "back", "display")))
_ONE_BUTTON = replace(_NO_PRINT, sidebar=220, header_buttons=frozenset(("topics",)))

# from this effective width on: widest first
_TABLE: tuple[tuple[int, Breakpoint], ...] = (
    (FULL_WIDTH, _FULL),
    (860, _BESIDE),
    (700, _OVER),
    (520, _TWO_ROWS),
    (430, _NO_PRINT),
    (300, _FEW_BUTTONS),
    (0, _ONE_BUTTON),
)

PAGE_BAR_FROM_HEIGHT = 240
"""Below this effective height the page bar gives its room to the page."""


def breakpoint_at(width: float) -> Breakpoint:
    """The breakpoint for this effective width."""
    return next(breakpoint for minimum, breakpoint in _TABLE if width >= minimum)


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
