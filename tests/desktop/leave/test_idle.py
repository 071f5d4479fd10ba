from __future__ import annotations

from desktop.leave.idle import Idleness, seconds_since_boot


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_the_time_runs_from_the_last_sign_of_a_person() -> None:
    clock = Clock()
    idleness = Idleness(60, clock)
    clock.now += 50
    assert idleness.seconds_left() == 10
    idleness.touch()
    assert idleness.seconds_left() == 60
    clock.now += 61
    assert idleness.seconds_left() == 0


def test_without_a_limit_it_is_never_time() -> None:
    clock = Clock()
    idleness = Idleness(0, clock)
    clock.now += 1e9
    assert idleness.seconds_left() is None


def test_the_clock_goes_forward() -> None:
    first = seconds_since_boot()
    assert seconds_since_boot() >= first
