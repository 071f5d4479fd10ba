from __future__ import annotations

import pytest

from desktop.leave.rehearsal import Rehearsal


def pressed(*presses: tuple[int, int]) -> Rehearsal:
    rehearsal = Rehearsal()
    for count, at_ms in presses:
        rehearsal.press(count, at_ms)
    return rehearsal


def test_three_presses_are_timed_from_the_first_to_the_third() -> None:
    rehearsal = pressed((1, 10_000), (2, 10_400), (3, 10_800))
    assert (rehearsal.done, rehearsal.filled, rehearsal.too_many) == (True, 3, False)
    assert rehearsal.needed_seconds == 0.8


@pytest.mark.parametrize(
    ("presses", "filled"),
    [([(1, 5)], 1), ([(1, 5), (2, 9)], 2), ([(1, 5), (2, 9), (0, 9)], 0), ([(1, 5), (1, 9000)], 1)],
)
def test_the_boxes_follow_the_count(presses: list[tuple[int, int]], filled: int) -> None:
    assert pressed(*presses).filled == filled


def test_a_fourth_and_fifth_press_are_too_many_and_keep_the_result() -> None:
    rehearsal = pressed((1, 0), (2, 400), (3, 800), (1, 1200), (1, 1600))
    assert (rehearsal.done, rehearsal.too_many, rehearsal.needed_seconds) == (True, True, 0.8)


def test_a_held_third_press_changes_nothing() -> None:
    rehearsal = pressed((1, 0), (2, 400), (3, 800), (0, 830), (0, 860))
    assert (rehearsal.done, rehearsal.too_many) == (True, False)


def test_a_press_after_a_rest_begins_another_try() -> None:
    rehearsal = pressed((1, 0), (2, 400), (3, 800), (1, 1200), (1, 4000), (2, 4100), (3, 4300))
    assert (rehearsal.done, rehearsal.too_many, rehearsal.needed_seconds) == (True, False, 0.3)


def test_a_slow_first_press_is_not_counted_in_the_time() -> None:
    assert pressed((1, 0), (1, 9000), (2, 9200), (3, 9500)).needed_seconds == 0.5


def test_it_can_begin_again() -> None:
    rehearsal = pressed((1, 0), (2, 400), (3, 800))
    rehearsal.begin_again()
    assert (rehearsal.filled, rehearsal.done) == (0, False)
