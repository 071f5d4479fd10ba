from __future__ import annotations

import pytest

from desktop.leave.shift_presses import PRESSES_TO_LEAVE, ShiftPresses


@pytest.mark.parametrize(
    ("gap", "times", "counts"),
    [
        (1.5, [0, 400, 800], [1, 2, 3]),
        (1.5, [0, 1500, 3000], [1, 2, 3]),  # just within the limit
        (1.5, [0, 1501, 3002], [1, 1, 1]),
        (1.5, [0, 400, 3400, 3800, 4200], [1, 2, 1, 2, 3]),
        (1.5, [0, 3000, 6000], [1, 1, 1]),  # pressed far apart, delivered in one burst: not counted
        (5, [0, 4900, 9800], [1, 2, 3]),
        (0, [0, 60_000, 3_600_000], [1, 2, 3]),  # no limit
        (1.5, [5, 5, 5], [1, 2, 3]),
        (1.5, [4_294_967_290, 100, 200, 300], [1, 1, 2, 3]),  # the X server's clock began again at zero
        (1.5, [0, 1, 2, 3, 4], [1, 2, 3, 1, 2]),  # five presses leave once
    ],
)
def test_presses_count_by_their_own_times(gap: float, times: list[int], counts: list[int]) -> None:
    presses = ShiftPresses(gap)
    assert [presses.press(time, False, False) for time in times] == counts


def test_a_held_key_counts_once() -> None:
    presses = ShiftPresses(1.5)
    assert presses.press(0) == 1
    assert [presses.press(time, auto_repeat=True) for time in range(30, 5000, 30)] == [1] * 166
    assert presses.count == 1


def test_another_modifier_begins_again() -> None:
    presses = ShiftPresses(1.5)
    presses.press(0)
    presses.press(100)
    assert presses.press(200, other_modifiers=True) == 0
    assert presses.press(300) == 1


def test_reset_begins_again() -> None:
    presses = ShiftPresses(0)
    presses.press(0)
    presses.press(1)
    presses.reset()
    assert presses.count == 0
    assert presses.press(2) == 1


def test_a_changed_limit_holds_from_the_next_press() -> None:
    presses = ShiftPresses(1.5)
    presses.press(0)
    presses.gap_seconds = 5
    assert presses.press(4000) == 2


def test_three_not_more() -> None:
    assert PRESSES_TO_LEAVE == 3
