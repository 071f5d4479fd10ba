"""The list of the 44 is whole, and every test that it names is there."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.journeys.leave_list import FAILED, HELD, LINES, NOT_TRIED, ROOT, Line, belongs, result


@pytest.fixture(scope="module")
def collected() -> set[str]:
    """All tests that pytest finds in the files that are named."""
    files = sorted({test.partition("::")[0] for line in LINES for test in line.tests})
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", "-q", *files],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return {line for line in done.stdout.splitlines() if "::" in line}


def test_all_44_are_there_in_their_order() -> None:
    assert [line.number for line in LINES] == list(range(1, 45))
    assert all(line.words and line.tests for line in LINES)


@pytest.mark.parametrize("line", LINES, ids=lambda line: str(line.number))
def test_each_test_that_is_named_is_there(line: Line, collected: set[str]) -> None:
    assert [test for test in line.tests if not any(belongs(found, test) for found in collected)] == []


A_LINE = Line(1, "holds", ("one", "two"))


@pytest.mark.parametrize(
    ("seen", "told"),
    [
        ({"one": HELD, "two[a]": HELD, "two[b]": HELD}, HELD),
        ({"one": HELD, "two[a]": HELD, "two[b]": FAILED}, FAILED),
        ({"one": HELD, "two[a]": HELD, "two[b]": NOT_TRIED}, NOT_TRIED),
        ({"one": HELD}, NOT_TRIED),
        ({"one": HELD, "twofold": HELD}, NOT_TRIED),
        ({}, NOT_TRIED),
    ],
)
def test_a_line_holds_only_if_all_its_tests_do(seen: dict[str, str], told: str) -> None:
    assert result(A_LINE, seen) == told
