"""A file is read where it is wanted, by several threads at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from desktop.edition.offset_file import OffsetFile

DATA = bytes(range(256)) * 40


@pytest.fixture
def file(tmp_path: Path) -> OffsetFile:
    (tmp_path / "file").write_bytes(DATA)
    return OffsetFile(tmp_path / "file")


def test_any_place_can_be_read(file: OffsetFile) -> None:
    assert file.size == len(DATA)
    for offset, size in ((0, 5), (100, 300), (len(DATA) - 3, 3), (0, len(DATA)), (7, 0)):
        assert file.read_at(offset, size) == DATA[offset : offset + size]


def test_past_the_end_there_is_nothing(file: OffsetFile) -> None:
    assert file.read_at(len(DATA) - 3, 10) == DATA[-3:]
    assert file.read_at(len(DATA) + 9, 10) == b""


def test_threads_do_not_move_each_others_place(file: OffsetFile) -> None:
    places = [n * 37 % 9000 for n in range(2000)]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda place: file.read_at(place, 50), places))
    assert found == [DATA[place : place + 50] for place in places]


def test_it_can_be_looked_at_as_memory(file: OffsetFile) -> None:
    view = file.mapped()
    assert (len(view), bytes(view[250:260])) == (len(DATA), DATA[250:260])
    assert view.readonly


def test_a_closed_file_is_an_error_and_no_other_file(file: OffsetFile) -> None:
    file.close()
    file.close()
    with pytest.raises(OSError, match="descriptor"):
        file.read_at(0, 1)


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        OffsetFile(tmp_path / "nothing")
