"""Mutants of a small program with tests of its own, tried for real."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.mutation.drawing import DrawnMutant, mutants_by_statement
from tests.mutation.nightly import KILLED, SURVIVED, Verdict, judged, report
from tests.mutation.running import HUNG, UNDECIDED

pytestmark = pytest.mark.slow  # each starts pytest anew; this is about the rig, not the program

LIMIT = 300.0
PROGRAM = "def twice(number):\n    print(number)\n    return number * 2\n"
SETTINGS = """
[tool.pytest.ini_options]
pythonpath = ["."]
addopts = "--import-mode=importlib"
markers = ["bundle"]
"""
NEAR, FAR = "tests/index/test_one.py", "tests/journeys/test_far.py"
ALWAYS = "def test_it():\n    pass\n"
TWICE = "from index.one import twice\ndef test_it():\n    assert twice(3) == 6\n"
FIXTURE = (
    "import pytest\nfrom index.one import twice\n"
    "@pytest.fixture\ndef two():\n    return {2: 2}[twice(1)]\ndef test_it(two):\n    pass\n"
)
UNSTEADY = """
from pathlib import Path
from index.one import twice
def test_one():
    seen = Path("seen")
    if twice(3) != 6 and not seen.exists():
        seen.touch()
        assert 1 == 2
"""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program; its tests need no plugin, and start sooner without."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    for folder in ("index", "tests/index", "tests/journeys", ".build"):
        (tmp_path / folder).mkdir(parents=True)
    write(tmp_path, {"index/one.py": PROGRAM, "pyproject.toml": SETTINGS, NEAR: ALWAYS, FAR: ALWAYS})
    return tmp_path


def write(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (root / name).write_text(text, "utf-8", newline="\n")


def mutant(operator: str, source: str = PROGRAM) -> DrawnMutant:
    made = [one.get(operator, []) for one in mutants_by_statement("index/one.py", source)]
    return next(mutants[0] for mutants in made if mutants)


@pytest.mark.parametrize("file", [NEAR, FAR])
def test_a_mutant_is_killed_by_the_nearest_test_that_notices(root: Path, file: str) -> None:
    write(root, {file: TWICE})
    assert judged(mutant("arithmetic swapped"), root, LIMIT) == Verdict(KILLED, f"by {file}::test_it")


def test_one_that_no_test_notices_survives(root: Path) -> None:
    write(root, {NEAR: TWICE})
    assert judged(mutant("call dropped"), root, LIMIT) == Verdict(SURVIVED)


@pytest.mark.parametrize(
    ("test", "by"),
    [(FIXTURE, f"by {NEAR}::test_it"), (f"{TWICE}assert twice(3) == 6\n", f"by {NEAR}")],
    ids=["before a test", "while it is read"],
)
def test_one_that_breaks_what_a_test_needs_is_killed(root: Path, test: str, by: str) -> None:
    write(root, {NEAR: test})
    assert judged(mutant("arithmetic swapped"), root, LIMIT) == Verdict(KILLED, by)


def test_one_with_which_no_test_can_begin_is_killed(root: Path) -> None:
    write(root, {"tests/conftest.py": f"{TWICE}assert twice(3) == 6\n"})
    verdict = judged(mutant("arithmetic swapped"), root, LIMIT)
    assert verdict.how == KILLED
    assert verdict.told.startswith("as pytest ended with 4")


@pytest.mark.parametrize(
    ("far", "how", "told"), [(ALWAYS, SURVIVED, ""), (TWICE, KILLED, f"by {FAR}::test_it")]
)
def test_a_test_that_fails_anyway_is_told_and_the_others_are_asked(
    root: Path, far: str, how: str, told: str
) -> None:
    write(root, {NEAR: "def test_one():\n    assert 1 == 2\n", FAR: far})
    assert judged(mutant("arithmetic swapped"), root, LIMIT) == Verdict(how, told, (f"{NEAR}::test_one",))


def test_a_test_that_fails_with_it_only_once_is_told_and_the_others_are_asked(root: Path) -> None:
    """It passes alone, as one does that was only too slow on a busy machine."""
    write(root, {NEAR: UNSTEADY, FAR: TWICE})
    verdict = judged(mutant("arithmetic swapped"), root, LIMIT)
    assert verdict == Verdict(KILLED, f"by {FAR}::test_it", (f"{NEAR}::test_one",))
    assert str(verdict) == f"killed by {FAR}::test_it (doubted: {NEAR}::test_one)"


def test_tests_that_cannot_be_read_anyway_decide_nothing(root: Path) -> None:
    write(root, {NEAR: "import nothing_of_this_name\n"})
    found = judged(mutant("arithmetic swapped"), root, LIMIT)
    assert (found.how, found.doubted) == (UNDECIDED, (NEAR,))


def test_a_start_that_fails_anyway_decides_nothing(root: Path) -> None:
    write(root, {"tests/conftest.py": "import nothing_of_this_name\n"})
    found = judged(mutant("arithmetic swapped"), root, LIMIT)
    assert (found.how, found.doubted) == (UNDECIDED, ())


def test_one_without_an_end_is_told_as_such(root: Path) -> None:
    endless = "def down(number):\n    while number:\n        number -= 1\n    return 'done'\n"
    write(root, {"index/one.py": endless})
    write(root, {NEAR: "from index.one import down\ndef test_down():\n    assert down(3) == 'done'\n"})
    found = judged(mutant("assignment dropped", endless), root, LIMIT, longest_test=1.0)
    assert found == Verdict(HUNG, "in test_down")


def test_a_draw_ends_when_its_time_is_over(root: Path) -> None:
    found = judged(mutant("arithmetic swapped"), root, limit=0.0)
    assert found == Verdict(UNDECIDED, "(no end within 0 seconds; 0 files of tests have passed)")


def test_nothing_that_was_compiled_before_is_there(root: Path) -> None:
    """A mutant of what compiles the edition would else be tried on an edition made without it."""
    (root / ".build" / "edition").write_text("old", "utf-8")
    write(root, {NEAR: "import os\ndef test_it():\n    assert not os.path.exists('.build')\n"})
    assert judged(mutant("arithmetic swapped"), root, LIMIT) == Verdict(SURVIVED)


def test_a_report_has_a_row_for_each_and_leaves_the_program_alone(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(root, {NEAR: TWICE})
    report([mutant("arithmetic swapped"), mutant("call dropped")], root, LIMIT)
    assert capsys.readouterr().out.splitlines() == [
        "place · change · verdict",
        f"index/one.py:3 · arithmetic swapped: number * 2 -> (number / 2) · killed by {NEAR}::test_it",
        "index/one.py:2 · call dropped: print(number) -> pass · survived",
        "2 mutants, 1 killed, 1 survived",
    ]
    assert (root / "index/one.py").read_text("utf-8") == PROGRAM
