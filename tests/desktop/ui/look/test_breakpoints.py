"""How the window fits a width: nothing is lost, and the column never leaves the area."""

from __future__ import annotations

import pytest

from desktop.ui.look.breakpoints import COLUMN, breakpoint_at, columns


@pytest.mark.parametrize(
    ("width", "sidebar", "outline", "own_row"),
    [
        (1366, True, True, False),
        (1180, True, True, False),
        (1179, True, False, False),
        (860, True, False, False),
        (859, False, False, False),
        (699, False, False, True),
        (480, False, False, True),
    ],
)
def test_fits_the_width(width: int, sidebar: bool, outline: bool, own_row: bool) -> None:
    breakpoint = breakpoint_at(width)
    assert breakpoint.sidebar_starts_open is sidebar
    assert breakpoint.outline_beside_page is outline
    assert breakpoint.search_in_own_row is own_row


NARROW = [(area, False) for area in (320, 480, 596, 760)]
WIDE = [(area, outline) for area in (900, 1066, 1620) for outline in (True, False)]


@pytest.mark.parametrize(("area", "outline"), NARROW + WIDE)
def test_the_column_stays_inside(area: int, outline: bool) -> None:
    spot = columns(area, outline)
    assert spot.left >= 0
    assert spot.left + spot.width <= area
    assert spot.width <= COLUMN


def test_column_and_outline_stand_in_the_middle_together() -> None:
    spot = columns(1066, True)
    assert abs(spot.left - (1066 - (spot.outline_left + 200))) <= 1
