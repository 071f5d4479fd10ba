"""Numbers and words as they lie in an index: read in place, made a Python object when one is looked at.

A list of the same holds an object for each, some sixty bytes where the file has two or four.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Sequence
from typing import overload

from index.errors import IndexDamagedError

_BROKEN = "The search index is damaged. Build it again from the pack."
# Unsigned, one to eight bytes a number: the first that holds the largest is taken
_TYPECODES = "BHIQ"


def pack_numbers(numbers: Iterable[int]) -> bytes:
    """Numbers as a column: its type, then the numbers, little-endian whatever the machine."""
    listed = list(numbers)
    largest = max(listed, default=0)
    typecode = next(code for code in _TYPECODES if largest < 1 << 8 * array(code).itemsize)
    packed = array(typecode, listed)
    if sys.byteorder == "big":
        packed.byteswap()
    return typecode.encode() + packed.tobytes()


def read_numbers(column: memoryview) -> Sequence[int]:
    """The numbers of a column, in place; IndexDamagedError when it is none."""
    typecode = chr(column[0]) if len(column) else ""
    if not typecode or typecode not in _TYPECODES:
        raise IndexDamagedError(_BROKEN)
    try:
        if sys.byteorder == "big":
            swapped = array(typecode, bytes(column[1:]))
            swapped.byteswap()
            return swapped
        return column[1:].cast(typecode)  # type: ignore[call-overload, no-any-return]  # one of the four
    except (TypeError, ValueError) as cause:  # not a whole number of numbers
        raise IndexDamagedError(_BROKEN) from cause


def pack_strings(strings: Sequence[str]) -> tuple[bytes, bytes]:
    """Where each string begins and ends, as a column, and the text of all of them."""
    encoded = [string.encode() for string in strings]
    starts, at = [0], 0
    for text in encoded:
        at += len(text)
        starts.append(at)
    return pack_numbers(starts), b"".join(encoded)


class Strings(Sequence[str]):
    """Strings in one text, each decoded when it is looked at. Sorted ones can be searched by bisection."""

    __slots__ = ("_length", "_starts", "_text")

    def __init__(self, starts: Sequence[int], text: memoryview) -> None:
        if not len(starts) or starts[len(starts) - 1] != len(text):
            raise IndexDamagedError(_BROKEN)
        self._starts = starts
        self._text = text
        self._length = len(starts) - 1

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, at: int) -> str: ...

    @overload
    def __getitem__(self, at: slice) -> list[str]: ...

    def __getitem__(self, at: int | slice) -> str | list[str]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(self._length))]
        if at < 0:
            at += self._length
        starts = self._starts
        try:
            return str(self._text[starts[at] : starts[at + 1]], "utf-8")
        except UnicodeDecodeError as cause:
            raise IndexDamagedError(_BROKEN) from cause
