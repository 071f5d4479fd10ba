"""The way of the Tab key over a page's links, also while more of them are to come."""

from __future__ import annotations

import pytest

from desktop.ui.page.links import TickTarget
from desktop.ui.page.tab_stops import TabStop, TabStopCursor

STOPS = [TabStop(start, start + 5, TickTarget(number), "words") for number, start in enumerate((10, 50, 90))]


def walk(cursor: TabStopCursor, forward: bool, presses: int, stops: list[TabStop] = STOPS) -> list[int]:
    """Where each press leads; -1 is outside."""
    places = []
    for _press in range(presses):
        assert cursor.step(stops, forward, 0, growing=False)
        stop = cursor.current(stops)
        places.append(stops.index(stop) if stop else -1)
    return places


def test_forward_from_the_front_and_out_behind() -> None:
    assert walk(TabStopCursor(), True, 4) == [0, 1, 2, -1]


def test_backwards_from_behind_and_out_in_front() -> None:
    cursor = TabStopCursor()
    cursor.enter(backwards=True)
    assert walk(cursor, False, 4) == [2, 1, 0, -1]


def test_behind_the_last_the_way_back_leads_to_the_last() -> None:
    cursor = TabStopCursor()
    walk(cursor, True, 4)
    assert walk(cursor, False, 1) == [2]


@pytest.mark.parametrize(("position", "number"), [(0, 0), (10, 0), (11, 1), (50, 1), (90, 2), (91, -1)])
def test_the_first_step_leads_to_what_is_in_sight(position: int, number: int) -> None:
    cursor = TabStopCursor()
    assert cursor.step(STOPS, True, position, growing=False)
    assert cursor.current(STOPS) == (STOPS[number] if number >= 0 else None)
    cursor.leave()
    assert cursor.current(STOPS) is None
    assert walk(cursor, True, 1) == [0]


def test_nobody_leaves_a_page_whose_links_are_still_to_come() -> None:
    cursor = TabStopCursor()
    walk(cursor, True, 3)
    assert not cursor.step(STOPS, True, 0, growing=True)
    assert cursor.current(STOPS) == STOPS[2]
    assert not cursor.step(STOPS[:1], False, 0, growing=True)  # its own stop is not written again yet
    assert cursor.current(STOPS[:1]) is None
    assert cursor.step(STOPS, False, 0, growing=True)
    assert cursor.current(STOPS) == STOPS[1]


def test_a_page_without_links_is_left_at_once() -> None:
    assert walk(TabStopCursor(), True, 1, []) == [-1]
