"""A pack of any size is one that Handrail takes, with the Leeds pages as they are, and always the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from content.checks.check import check
from content.findings import Severity
from content.reading.read import read_pack
from tests.bench.grown_pack import LEEDS, PAGES_OF_A_THEME, grow_pack, own_pages, place

OWN = own_pages()


def texts(pack: Path) -> dict[str, bytes]:
    return {
        file.relative_to(pack).as_posix(): file.read_bytes() for file in pack.rglob("*") if file.is_file()
    }


@pytest.mark.slow
@pytest.mark.parametrize("pages", [OWN + 40, 1_000])
def test_a_grown_pack_passes_the_check(pages: int, tmp_path: Path) -> None:
    reading = read_pack(grow_pack(pages, tmp_path / "pack"))
    assert [str(one) for one in check(reading) if one.severity is Severity.ERROR] == []
    assert reading.library is not None
    assert len(reading.library.heads) == pages
    titles = [head.title for head in reading.library.heads.values()]
    assert len(set(titles)) == pages


def test_the_leeds_pages_stand_in_it_as_they_are(tmp_path: Path) -> None:
    grown, leeds = texts(grow_pack(OWN + 3, tmp_path / "pack")), texts(LEEDS)
    changed = [name for name in leeds if grown[name] != leeds[name]]
    assert changed == ["themes.yml"]
    assert grown["themes.yml"].startswith(leeds["themes.yml"])


def test_as_many_pages_as_leeds_has_are_the_leeds_pack(tmp_path: Path) -> None:
    assert texts(grow_pack(OWN, tmp_path / "pack")) == texts(LEEDS)


def test_fewer_pages_than_leeds_has_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=str(OWN)):
        grow_pack(OWN - 1, tmp_path / "pack")


def test_the_same_number_gives_the_same_bytes(tmp_path: Path) -> None:
    number = OWN + PAGES_OF_A_THEME + 5
    assert texts(grow_pack(number, tmp_path / "one")) == texts(grow_pack(number, tmp_path / "other"))


def test_no_two_places_share_a_name() -> None:
    assert len({place(number) for number in range(20_000)}) == 20_000
