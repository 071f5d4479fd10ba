"""A draw is fair to each statement, the same for the same seed, and never gives the program as it was."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.mutation.drawing import draw, is_another_program, read
from tests.mutation.mutants import ROOT
from tests.mutation.nearest import FLOORS

ONE = "def limit(a):\n    if a > 3 and a < 5 or a == 7:\n        return a * 2 + 1\n    return -1\n"


@pytest.fixture
def program(tmp_path: Path) -> Path:
    (tmp_path / "index" / "deep").mkdir(parents=True)
    (tmp_path / "desktop").mkdir()
    (tmp_path / "index" / "deep" / "one.py").write_text(ONE, "utf-8")
    (tmp_path / "index" / "two.py").write_text("x = 1\n", "utf-8")
    (tmp_path / "desktop" / "three.py").write_text("y = 1\n", "utf-8")
    (tmp_path / "desktop" / "none.py").write_text('"""Words."""\nimport this\n', "utf-8")
    return tmp_path


def test_the_seed_decides_all_of_it(program: Path) -> None:
    drawn = [draw(program, ["index"], 2, seed) for seed in (1, 1, *range(2, 9))]
    assert drawn[0] == drawn[1]
    assert any(one != drawn[0] for one in drawn)
    assert draw(program, ["index", "desktop"], 2, 1) == draw(program, ["desktop", "index"], 2, 1)


def test_a_draw_is_of_the_folders_that_are_asked_for(program: Path) -> None:
    assert {one.file for one in draw(program, ["index"], 99, 1)} == {"index/deep/one.py", "index/two.py"}
    assert {one.place for one in draw(program, ["index/two.py", "desktop"], 99, 1)} == {
        "index/two.py:1",
        "desktop/three.py:1",
    }


def test_no_statement_is_drawn_twice(program: Path) -> None:
    assert Counter(one.place for one in draw(program, ["index", "desktop"], 99, 1)) == {
        "index/deep/one.py:2": 1,
        "index/deep/one.py:3": 1,
        "index/deep/one.py:4": 1,
        "index/two.py:1": 1,
        "desktop/three.py:1": 1,
    }


@pytest.mark.slow
def test_each_statement_has_the_same_chance(program: Path) -> None:
    """However much can be changed in it: each of five comes first in about a fifth of the draws."""
    first = Counter(draw(program, ["index", "desktop"], 1, seed)[0].place for seed in range(500))
    assert len(first) == 5
    assert 60 < min(first.values()) <= max(first.values()) < 140


def test_a_folder_that_is_not_there_is_named(program: Path) -> None:
    with pytest.raises(FileNotFoundError, match="There is no indxe to draw from"):
        draw(program, ["indxe"], 1, 1)


def test_a_mutant_fits_only_the_file_it_was_drawn_from(program: Path) -> None:
    (mutant,) = draw(program, ["index/two.py"], 1, 1)
    assert mutant.made_from("x = 1\n") == "x = 2\n"
    with pytest.raises(ValueError, match=r"^index/two\.py:1 does not read: 1$"):
        mutant.made_from("é = 1\n")


def test_a_change_is_told_on_one_line(tmp_path: Path) -> None:
    (tmp_path / "one.py").write_text("f(\n    a,\n)\n", "utf-8")
    (mutant,) = draw(tmp_path, ["one.py"], 1, 1)
    assert mutant.change == "call dropped: f( a, ) -> pass"


def test_what_is_the_same_program_is_not_drawn(tmp_path: Path) -> None:
    """So large a number does not grow by one."""
    (tmp_path / "one.py").write_text("x = 1e300\n", "utf-8")
    assert draw(tmp_path, ["one.py"], 1, 1) == []


def test_what_is_the_same_program_or_none_is_known(program: Path) -> None:
    (mutant,) = draw(program, ["index/two.py"], 1, 1)
    assert is_another_program("x = 1\n", mutant)
    for new in ("0x1", "1)"):
        other = type(mutant)(mutant.file, 1, "constant changed", mutant.start, mutant.end, "1", new)
        assert not is_another_program("x = 1\n", other)


@pytest.mark.slow
def test_mutants_of_this_program_fit_their_places() -> None:
    drawn = draw(ROOT, FLOORS, 100, 1)
    assert len({one.place for one in drawn}) > 90
    assert {one.file.partition("/")[0] for one in drawn} == set(FLOORS)
    assert all(one.made_from(read(ROOT / one.file)) for one in drawn)
