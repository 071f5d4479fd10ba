"""A part of the container is read as Whoosh reads a file: in order, or at a place."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from struct import pack

import pytest

from index.container import read_container, write_container
from index.errors import IndexDamagedError
from index.terms_file import TermsFile

VALUE = {"a": (1, "b")}
DATA = pack("!BiH", 200, -7, 60_000) + pickle.dumps(VALUE) + pack("!Iq", 4_000_000_000, -(1 << 40))
AFTER = 7 + len(pickle.dumps(VALUE))


def opened(data: bytes = DATA) -> TermsFile:
    return TermsFile(read_container(write_container({"a": data}, ""), "", frozenset("a"))["a"])


def test_it_is_read_in_order() -> None:
    file = opened()
    assert (file.read_byte(), file.read_int(), file.read(2), file.tell()) == (200, -7, pack("!H", 60_000), 7)
    assert file.read_pickle() == VALUE
    assert file.tell() == AFTER
    file.seek(1)
    assert file.read_int() == -7


@pytest.mark.parametrize(
    ("get", "at", "number"),
    [
        (TermsFile.get_byte, 0, 200),
        (TermsFile.get_int, 1, -7),
        (TermsFile.get_ushort, 5, 60_000),
        (TermsFile.get_uint, AFTER, 4_000_000_000),
        (TermsFile.get_long, AFTER + 4, -(1 << 40)),
    ],
)
def test_it_is_read_at_a_place(get: Callable[[TermsFile, int], int], at: int, number: int) -> None:
    assert get(opened(), at) == number


def test_nothing_lies_behind_its_end() -> None:
    with pytest.raises(IndexDamagedError):
        opened().get_int(len(DATA) - 3)


def test_a_value_that_names_a_class_is_refused() -> None:
    with pytest.raises(IndexDamagedError):
        opened(pickle.dumps(TermsFile)).read_pickle()
