"""A number stays on one line and runs from left to right; what is copied or spoken holds no sign of ours."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.shown_numbers import (
    beside,
    isolated,
    isolates_as_spaces,
    numbers_isolated,
    short_numbers_whole,
    turns,
    unbroken,
    whole,
    without_isolates,
)

OPEN, CLOSE = "\u2066", "\u2069"


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("0113 496 0112", "0113~496~0112"),
        ("+44 (0)113 496 0112", "+44~(0)113~496~0112"),
        ("(0113) 496 0112", "(0113)~496~0112"),
        ("111 option 2", "111~option~2"),
        ("111, option 2", "111,~option~2"),
        ("0113 496 0112 ext. 12", "0113~496~0112~ext.~12"),
        ("0113 496 0112 x12", "0113~496~0112~x12"),
        ("999, then 55 when asked", "999, then 55 when asked"),
        ("SHOUT to 85258", "SHOUT to 85258"),
    ],
)
def test_the_digits_of_a_number_stay_together(number: str, shown: str) -> None:
    assert whole(number).replace("\u00a0", "~") == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ring 111 option 2 now, or 999.", "Ring 111~option~2 now, or 999."),
        ("Ring 116 123, press 1.", "Ring 116~123,~press~1."),
        (
            "Say 12 34 5. There were 300 options 2 years ago.",
            "Say 12 34 5. There were 300 options 2 years ago.",
        ),
    ],
)
def test_short_numbers_in_words_stay_together(text: str, shown: str) -> None:
    assert short_numbers_whole(text, turning=False).replace("\u00a0", "~") == shown


def test_where_words_turn_a_short_number_is_isolated() -> None:
    assert short_numbers_whole("111 option 2", turning=True) == f"{OPEN}111\u00a0option\u00a02{CLOSE}"


@pytest.mark.parametrize("text", ["اتصل", "חייגו", "a و b", "\U0001e900"])
def test_text_that_runs_from_right_to_left(text: str) -> None:
    assert turns(text)


@pytest.mark.parametrize("text", ["", "Ring", "Zażółć “ok”", "बच्चा", "ΑΩ", "👩"])
def test_other_text_does_not(text: str) -> None:
    assert not turns(text)


def test_a_number_beside_words_is_isolated_only_where_they_turn() -> None:
    assert beside("{name}: {number}", "999", name="Duty {team}") == "Duty {team}: 999"
    assert beside("{name}: {number}", "999", name="فريق") == f"فريق: {OPEN}999{CLOSE}"
    assert isolated("فريق") == "فريق"


def test_our_signs_are_taken_out_again() -> None:
    text = beside("{name}: {number}", unbroken("0113 496"), name="فريق")
    assert without_isolates(text) == "فريق: 0113\u00a0496"
    assert (len(isolates_as_spaces(text)), isolates_as_spaces(text).split()[1]) == (len(text), "0113")


@given(st.text("ab وع 0113(+)-", max_size=40), st.data())
def test_marks_stay_on_their_words(text: str, data) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    shown, marks = numbers_isolated(text, [(start, end)] if start < end else [])
    assert without_isolates(shown) == text
    for first, last in marks:
        assert without_isolates(shown[first:last]) == text[start:end]
        assert shown[first:last].strip(OPEN + CLOSE) == shown[first:last]
