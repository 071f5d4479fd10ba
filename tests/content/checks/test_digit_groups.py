"""Digits are found however they are written, and stand in one row while nothing else is said between them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.checks.digit_groups import plain, rows


def digits(text: str) -> list[list[str]]:
    return [[group.digits for group in row] for row in rows(plain(text))]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "0113 496",
            "٠١١٣ ٤٩٦",
            "０１１３ ４９６",
            "⁰¹¹³-⁴⁹⁶",
            "O1I3 496",
            "o1l3_496",
            "𝟎𝟏𝟏𝟑|𝟒𝟗𝟔",
            "०११३ · ४९६",
        ),
        *("0113, then 496", "0113 dash 496", "0113 followed by 496", "tel0113 496", "0113\n496"),
    ],
)
def test_each_way_to_write_digits(text: str) -> None:
    assert digits(text) == [["0113", "496"]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("oh one one three", ["0", "1", "1", "3"]),
        ("Nought, zero", ["0", "0"]),
        ("double one treble 4", ["11", "444"]),
        ("eight hundred eleven eleven", ["8", "00", "11", "11"]),
        ("twenty-one thirty", ["21", "30"]),
        ("double twelve", ["12"]),
    ],
)
def test_spelt_digits(text: str, found: list[str]) -> None:
    assert digits(text) == [found]


@pytest.mark.parametrize(
    "text", ["Nobody comes.", "LS14 6JD", "9am", "s47", "double decker", "SOS", "BBZ", ""]
)
def test_words_are_no_digits(text: str) -> None:
    assert digits(text) == []


def test_other_words_end_a_row() -> None:
    assert digits("Ring 1 or 2, 3 then press 4") == [["1"], ["2", "3"], ["4"]]


@given(st.text())
def test_a_plain_text_is_as_long_and_each_group_lies_where_it_says(text: str) -> None:
    found = plain(text)
    assert len(found) == len(text)
    for row in rows(found):
        for group in row:
            assert 0 <= group.start < group.end <= len(text)
            assert group.digits.isascii()
            assert group.digits.isdigit()
