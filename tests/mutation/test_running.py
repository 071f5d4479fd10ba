"""A mutant counts as killed only by a test that fails by name; what else goes wrong shows nothing."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.mutation.listed import broken_already
from tests.mutation.mutants import ALL, Mutant
from tests.mutation.running import BROKEN, EMPTY, FAILED, PASSED, UNDECIDED, Outcome, run_tests

pytestmark = pytest.mark.slow  # each starts pytest anew; this is about the rig, not the program

PASSES, FAILS = "def test_it():\n    pass\n", "def test_it():\n    assert 1 == 2\n"
NO_FIXTURE = "def test_it(nobody_makes_this):\n    pass\n"


def shown(folder: Path, text: str, patience: float = 60.0) -> Outcome:
    folder.joinpath("test_one.py").write_text(text, "utf-8")
    return run_tests(["test_one.py"], folder, patience)


def test_a_test_that_fails_by_name_has_failed(tmp_path: Path) -> None:
    assert shown(tmp_path, FAILS) == Outcome(FAILED, "test_one.py::test_it")


@pytest.mark.skipif(sys.platform == "win32", reason="there no signal ends a process")
def test_it_has_failed_even_if_a_signal_ends_the_run_after_it(tmp_path: Path) -> None:
    dies = "import atexit, os\natexit.register(os.abort)\n"
    assert shown(tmp_path, dies + FAILS) == Outcome(FAILED, "test_one.py::test_it")
    assert shown(tmp_path, dies + PASSES).how == BROKEN


@pytest.mark.parametrize(
    ("text", "how"),
    [(PASSES, PASSED), ("", EMPTY), ("import nothing_of_this_name\n", BROKEN), (NO_FIXTURE, BROKEN)],
    ids=["all pass", "no test", "cannot be read", "cannot begin"],
)
def test_anything_else_has_not(tmp_path: Path, text: str, how: str) -> None:
    assert shown(tmp_path, text).how == how


def test_a_test_that_is_not_there_has_shown_nothing(tmp_path: Path) -> None:
    assert run_tests(["test_gone.py"], tmp_path).how == BROKEN


STARTS_AND_HANGS = """
import subprocess, sys, time
LIVES = "import time; pipe = open('pipe', 'w'); time.sleep(30); open('outlived', 'w')"
def test_it():
    subprocess.Popen([sys.executable, "-c", LIVES])
    open("started", "w")
    time.sleep(60)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there a run has no session to end")
def test_a_run_that_takes_too_long_ends_with_all_that_it_started(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    reading = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    assert shown(tmp_path, STARTS_AND_HANGS, patience=10).how == UNDECIDED
    os.set_blocking(reading, True)
    assert os.read(reading, 1) == b""  # comes when what was started has ended
    os.close(reading)
    assert {one.name for one in tmp_path.iterdir()} & {"started", "outlived"} == {"started"}


@pytest.mark.parametrize(("text", "told"), [(PASSES, False), (FAILS, True)])
def test_what_fails_with_nothing_taken_out_is_told(tmp_path: Path, text: str, told: bool) -> None:
    tmp_path.joinpath("test_one.py").write_text(text, "utf-8")
    mutant = Mutant("one", "desktop/leave/leave_steps.py", "", "", ("test_one.py",))
    already = broken_already([mutant], tmp_path)
    assert ("test_one.py: failed: test_one.py::test_it" in already) is told
    assert ALL[0] in already  # which is not in this folder
