"""Ids are found by number and numbers by id; records are made when they are asked for, and only then."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.deflate import deflated
from content.errors import EditionDamagedError
from content.json_text import json_bytes
from content.parts import BytesSource, Parts, write_parts
from content.tables import Ids, LazyTuple, Reader, Records, Table, Texts, blocks_of, buckets_of

NAMES = [f"page-{number}" for number in range(150)]


def reader_of(*values: object) -> Reader:
    data = write_parts(b"tables of a test", 1, [deflated(json_bytes(value)) for value in values])
    return Reader(Parts(BytesSource(data), b"tables of a test", 1))


def ids_of(names: list[str]) -> Ids:
    return Ids(reader_of(*blocks_of(names), *buckets_of(names)), 0, len(names))


@given(st.lists(st.text(max_size=5), unique=True, max_size=200))
def test_an_id_has_its_number_and_a_number_its_id(names: list[str]) -> None:
    ids = ids_of(names)
    assert list(ids) == names
    assert [ids.number_of(name) for name in names] == list(range(len(names)))
    assert ids.number_of("none of these") is None


def test_ids_are_a_sequence() -> None:
    ids = ids_of(NAMES)
    assert (ids[0], ids[64], ids[-1], ids[10:12]) == ("page-0", "page-64", "page-149", ("page-10", "page-11"))
    assert "page-149" in ids
    assert "page-150" not in ids
    assert 5 not in ids  # type: ignore[comparison-overlap]  # asked by whoever has no type checker
    assert ids.index("page-70") == ids.index("page-70", 70) == 70
    for start, stop in ((71, None), (0, 70)):
        with pytest.raises(ValueError, match="page-70"):
            ids.index("page-70", start, stop)
    with pytest.raises(IndexError):
        ids[150]


def test_a_forged_number_is_refused() -> None:
    names = ["a", "b"]
    ids = Ids(reader_of(names, {"a": 2, "b": 1}), 0, 2)
    with pytest.raises(EditionDamagedError):
        ids.number_of("a")


def test_a_block_that_is_too_short_is_refused() -> None:
    with pytest.raises(EditionDamagedError):
        Texts(reader_of(["a"]), 0, 2)[1]


def records() -> tuple[Records[str], list[str]]:
    """Records of three ids, and which of them have been made."""
    names, made = ["a", "b", "c"], list[str]()

    def make(id_: str, data: bytes) -> str:
        made.append(id_)
        return data.decode()

    reader = reader_of(*blocks_of(names), *buckets_of(names), 1, 2, 3)
    return Records(reader, Table("test", 2, 3, 0), Ids(reader, 0, 3), make), made


def test_a_record_is_made_once_and_when_it_is_asked_for() -> None:
    found, made = records()
    assert (len(found), list(found), "b" in found, made) == (3, ["a", "b", "c"], True, [])
    assert (found["b"], found["b"], found.get("d")) == ("2", "2", None)
    assert made == ["b"]
    assert dict(found) == {"a": "1", "b": "2", "c": "3"}


def test_a_table_has_as_many_records_as_ids() -> None:
    reader = reader_of([], {})
    with pytest.raises(ValueError, match="as many"):
        Records(reader, Table("test", 0, 1, 0), Ids(reader, 0, 0), lambda _id, data: data)


def test_what_cannot_be_made_is_damage() -> None:
    with pytest.raises(EditionDamagedError):
        reader_of({}).value("test", 0, lambda data: [][len(data)])


def test_one_part_by_two_names_is_made_twice() -> None:
    reader = reader_of([1])
    assert reader.value("a", 0, len) == 3
    assert reader.value("b", 0, bytes) == b"[1]"


def test_a_lazy_tuple_is_a_tuple_that_is_loaded_when_asked() -> None:
    loads = list[int]()

    def load() -> tuple[int, ...]:
        loads.append(1)
        return (3, 4, 5)

    lazy = LazyTuple(load)
    assert loads == []
    assert (lazy[0], lazy[1:], len(lazy), list(lazy)) == (3, (4, 5), 3, [3, 4, 5])
    assert lazy == (3, 4, 5)
    assert lazy == lazy
    assert lazy != (3, 4)
    assert loads
