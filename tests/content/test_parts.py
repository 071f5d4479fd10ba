"""A file of parts gives each part as it was written, or says that this one is damaged."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.errors import EditionDamagedError
from content.parts import HEAD_SIZE, BytesSource, Parts, write_parts

KIND = b"parts of a test."
many = st.lists(st.binary(max_size=9), min_size=1, max_size=200)


def opened(data: bytes) -> Parts:
    return Parts(BytesSource(data), KIND, 1)


@given(many)
def test_every_part_comes_back(parts: list[bytes]) -> None:
    data = write_parts(KIND, 1, parts)
    found = opened(data)
    assert [found.read(number) for number in range(len(found))] == parts
    assert write_parts(KIND, 1, parts) == data


@pytest.mark.parametrize("count", [1, 2, 63, 64, 65, 64 * 64, 64 * 64 + 1])
def test_the_tree_is_as_high_as_it_must_be(count: int) -> None:
    parts = [str(number).encode() for number in range(count)]
    found = opened(write_parts(KIND, 1, parts))
    for number in {0, count // 2, count - 1}:
        assert found.read(number) == parts[number]
    for number in (-1, count, 1 << 40):
        with pytest.raises(EditionDamagedError):
            found.read(number)


@given(many, st.data())
def test_one_flipped_bit_never_gives_another_part(parts: list[bytes], data: st.DataObject) -> None:
    whole = bytearray(write_parts(KIND, 1, parts))
    whole[data.draw(st.integers(0, len(whole) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    damaged = 0
    try:
        found = opened(bytes(whole))
        for number, part in enumerate(parts):
            try:
                assert found.read(number) == part
            except EditionDamagedError:
                damaged += 1
    except EditionDamagedError:
        damaged += 1
    assert damaged


def test_a_damaged_part_takes_no_other_with_it() -> None:
    parts = [b"part %d" % number for number in range(300)]
    whole = bytearray(write_parts(KIND, 1, parts))
    whole[whole.index(b"part 77")] ^= 1
    found = opened(bytes(whole))
    for number, part in enumerate(parts):
        if number == 77:
            with pytest.raises(EditionDamagedError):
                found.read(number)
        else:
            assert found.read(number) == part


@given(many, st.data())
def test_a_file_that_is_too_short_or_too_long_is_refused(parts: list[bytes], data: st.DataObject) -> None:
    whole = write_parts(KIND, 1, parts)
    cut = data.draw(st.integers(0, len(whole) - 1))
    for other in (whole[:cut], whole + whole[cut:]):
        with pytest.raises(EditionDamagedError):
            opened(other)


@given(st.binary(max_size=200))
def test_anything_else_is_refused(data: bytes) -> None:
    with pytest.raises(EditionDamagedError):
        opened(data)


@pytest.mark.parametrize(("kind", "number"), [(b"parts of another", 1), (KIND, 2)])
def test_a_file_of_another_kind_or_format_is_refused(kind: bytes, number: int) -> None:
    with pytest.raises(EditionDamagedError):
        opened(write_parts(kind, number, [b"part"]))


class FailingSource(BytesSource):
    """A stick that is pulled out once the file has been opened."""

    gone = False

    def read_at(self, offset: int, size: int) -> bytes:
        if self.gone:
            raise OSError(5, "Input/output error")
        return super().read_at(offset, size)


def test_what_cannot_be_read_is_told_like_damage() -> None:
    source = FailingSource(write_parts(KIND, 1, [b"part"]))
    found = Parts(source, KIND, 1)
    source.gone = True
    with pytest.raises(EditionDamagedError):
        found.read(0)


def test_opening_reads_the_head_and_the_root_alone() -> None:
    class Counting(BytesSource):
        read = 0

        def read_at(self, offset: int, size: int) -> bytes:
            self.read += size
            return super().read_at(offset, size)

    source = Counting(write_parts(KIND, 1, [b"x" * 1000] * 5000))
    assert len(Parts(source, KIND, 1)) == 5000
    assert source.read <= HEAD_SIZE + 64 * 16


def test_a_part_that_no_row_can_tell_of_is_not_written() -> None:
    with pytest.raises(ValueError, match="too long"):
        write_parts(KIND, 1, [bytes(1 << 24)])
