"""Numbers and strings come back from the file as they were, and what is none of ours is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.columns import Strings, pack_numbers, pack_strings, read_numbers
from index.errors import IndexDamagedError


def strings(listed: list[str]) -> Strings:
    starts, text = pack_strings(listed)
    return Strings(read_numbers(memoryview(starts)), memoryview(text))


@given(st.lists(st.integers(0, 2**64 - 1)))
def test_numbers_come_back(numbers: list[int]) -> None:
    assert list(read_numbers(memoryview(pack_numbers(numbers)))) == numbers


@pytest.mark.parametrize(("largest", "size"), [(0, 1), (255, 1), (256, 2), (65_536, 4), (1 << 32, 8)])
def test_a_number_takes_no_more_than_the_largest_needs(largest: int, size: int) -> None:
    assert len(pack_numbers([largest, 0])) == 1 + 2 * size


def test_numbers_are_read_in_place() -> None:
    packed = pack_numbers(range(1000))
    column = read_numbers(memoryview(packed))
    assert isinstance(column, memoryview)
    assert column.obj is packed


@pytest.mark.parametrize("column", [b"", b"x1234", b"I123", b"\xff"])
def test_what_is_no_column_is_refused(column: bytes) -> None:
    with pytest.raises(IndexDamagedError):
        read_numbers(memoryview(column))


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]))), st.integers(-9, 9), st.integers(-9, 9))
def test_strings_come_back_one_by_one_and_in_slices(listed: list[str], start: int, stop: int) -> None:
    held = strings(listed)
    assert (len(held), list(held), held[start:stop]) == (len(listed), listed, listed[start:stop])
    assert [held[at] for at in range(-len(listed), 0)] == listed


def test_there_is_no_string_after_the_last() -> None:
    with pytest.raises(IndexError):
        strings(["a", "b"])[2]


@pytest.mark.parametrize(("starts", "text"), [([], b""), ([0, 2], b"abc"), ([0, 1], b"\xff")])
def test_strings_that_are_none_are_refused(starts: list[int], text: bytes) -> None:
    with pytest.raises(IndexDamagedError):
        list(Strings(starts, memoryview(text)))
