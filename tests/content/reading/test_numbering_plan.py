"""A British telephone number has as many digits as the plan says for how it begins."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.reading.numbering_plan import (
    Charge,
    is_short,
    is_text_code,
    is_whole,
    national,
    number_range,
    without_relay,
)

PREFIXES = ("0113", "0121", "01904", "020", "029", "0300", "0345", "056", "07700", "0808", "0845", "0909")
DIGITS = st.text("0123456789", min_size=11, max_size=11)
NUMBERS = st.builds(lambda prefix, more: (prefix + more)[:11], st.sampled_from(PREFIXES), DIGITS)


@pytest.mark.parametrize(
    "written",
    [
        *("0113 496 0112", "0113-496-0112", "(0113) 496 0112", "+44 113 496 0112", "+44 (0)113 496 0112"),
        *(
            "0044 113 4960112",
            "+441134960112",
            "01134960112",
            "0113.496.0112",
        ),
    ],
)
def test_each_way_to_write_a_number_is_the_same_number(written: str) -> None:
    assert national(written) == "01134960112"


def test_a_number_from_abroad_keeps_its_country() -> None:
    assert national("+1 900 555 0000") == national("001 900 555 0000") == "+19005550000"


@pytest.mark.parametrize(
    "digits",
    [
        *("01134960112", "02079460123", "01632960123", "07700900123", "03069990123", "08081570123"),
        *("08000684141", "0800555111", "08001111", "0120461234", "0169772345", "02890180000"),
    ],
)
def test_whole_numbers_of_every_length(digits: str) -> None:
    assert is_whole(digits)


@pytest.mark.parametrize(
    "digits", ["0800111", "080011112", "0120438533", "04132221111", "+19005550000", "", "0"]
)
def test_what_is_no_whole_number(digits: str) -> None:
    assert not is_whole(digits)


@given(NUMBERS, st.integers(0, 10))
def test_a_number_that_has_lost_a_digit_is_not_whole(digits: str, lost: int) -> None:
    shorter = digits[:lost] + digits[lost + 1 :]
    assert is_whole(digits)
    # where local numbers have five digits, or an 0800 number six, nobody can tell
    assert not is_whole(shorter) or 10 in getattr(number_range(shorter), "lengths", ())


@given(NUMBERS, st.integers(0, 10), st.sampled_from("0123456789"))
def test_a_number_with_a_digit_too_many_is_not_whole(digits: str, place: int, more: str) -> None:
    assert not is_whole(digits[:place] + more + digits[place:])


@pytest.mark.parametrize("digits", ["999", "112", "111", "101", "105", "116123", "116000", "18000"])
def test_short_numbers(digits: str) -> None:
    assert is_short(digits)
    assert not is_short(digits[:-1])


def test_codes_to_text() -> None:
    assert [is_text_code(code) for code in ("85258", "61016", "8525", "852580", "12345")] == [
        *(True, True),
        *(False, False, False),
    ]


def test_the_way_through_relay_uk_is_no_part_of_the_number() -> None:
    assert without_relay("1800101134960112") == without_relay("01134960112") == "01134960112"


@pytest.mark.parametrize(
    ("digits", "charge"),
    [
        *(("09098790123", Charge.PREMIUM), ("08712000000", Charge.PREMIUM), ("07012345678", Charge.PREMIUM)),
        *(("08450000000", Charge.SERVICE), ("03001231234", Charge.USUAL), ("08001111", Charge.USUAL)),
    ],
)
def test_what_a_call_costs(digits: str, charge: Charge) -> None:
    among = number_range(digits)
    assert among is not None
    assert among.charge is charge
