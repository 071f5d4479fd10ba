"""The command line: what is drawn, what is told first, and what the exit code says."""

from __future__ import annotations

from datetime import date

import pytest

from tests.mutation.__main__ import main, read_arguments
from tests.mutation.drawing import draw
from tests.mutation.mutants import ROOT
from tests.mutation.nearest import FLOORS

pytestmark = pytest.mark.slow  # each starts pytest anew; this is about the rig, not the program


def test_words_may_stand_before_and_after_the_options() -> None:
    for arguments in (["step:", "--random", "9"], ["--random", "9", "--seed", "3", "step:"]):
        assert read_arguments(arguments).words == ["step:"]


def test_without_a_seed_it_is_the_date_and_the_whole_program() -> None:
    asked = read_arguments(["--random", "9"])
    assert (asked.seed, asked.folder) == (int(date.today().strftime("%Y%m%d")), FLOORS)


def test_without_random_the_listed_mutants_are_meant() -> None:
    assert read_arguments(["step:"]).random is None


def test_words_choose_among_the_mutants_of_a_seed(capsys: pytest.CaptureFixture[str]) -> None:
    """By a seed and a row of an earlier night that one mutant is found again; here, none."""
    assert main(["no mutant has this", "--random", "9", "--seed", "7", "--folder", "index"]) == 0
    assert capsys.readouterr().out.splitlines() == ["seed 7", "place · change · verdict", "0 mutants"]


def test_a_mutant_that_is_found_again_is_tried(capsys: pytest.CaptureFixture[str]) -> None:
    one = draw(ROOT, ["index"], 9, 7)[4]
    row = f"{one.place} {one.change}"
    assert main([row, "--random", "9", "--seed", "7", "--folder", "index", "--limit", "0"]) == 0
    seed, _head, told, sums = capsys.readouterr().out.splitlines()
    assert (seed, sums) == ("seed 7", "1 mutants, 1 not decided")
    assert told.startswith(f"{one.place} · {one.change} · not decided")


def test_a_folder_that_is_not_there_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--random", "1", "--folder", "nowhere"]) == 2
    assert capsys.readouterr().err == "There is no nowhere to draw from.\n"
