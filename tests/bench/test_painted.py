"""Painted is the moment from which nearly all of the last picture stood there and stayed."""

from __future__ import annotations

from tests.bench.peers.painted import Area, seconds_to_paint

WHITE, INK = b"\xff\xff\xff\x00", b"\x00\x00\x00\x00"


def picture(inked: int) -> bytes:
    """A hundred pixels, the first of them inked."""
    return INK * inked + WHITE * (100 - inked)


def test_nothing_changed_is_no_time_at_all() -> None:
    assert seconds_to_paint(10.0, []) is None


def test_a_cursor_that_blinks_later_does_not_count() -> None:
    samples = [(10.1, picture(20)), (10.2, picture(60)), (10.7, picture(61)), (11.2, picture(60))]
    assert seconds_to_paint(10.0, samples) == 10.2 - 10.0


def test_what_is_painted_over_again_was_not_painted() -> None:
    samples = [(10.1, picture(60)), (10.2, picture(0)), (10.3, picture(60))]
    assert seconds_to_paint(10.0, samples) == 10.3 - 10.0


def test_the_first_of_what_looks_the_same_counts() -> None:
    assert seconds_to_paint(0.0, [(0.5, picture(60))]) == 0.5


def test_an_area_looks_at_lines_across_all_of_its_height() -> None:
    class Lines:
        def lines(self, left: int, right: int, tops: range) -> bytes:
            return bytes((left, right, tops[0], tops[-1]))

    assert Area(1, 10, 9, 100).seen(Lines()) == bytes((1, 9, 10, 82))  # type: ignore[arg-type]  # no display
