"""One run of some tests in a folder, and what it showed."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

PATIENCE = 900.0
"""Seconds for one run of tests. A run that takes longer has not shown anything."""
PASSED, FAILED, BROKEN, HUNG = "passed", "failed", "broken", "hung"
EMPTY, UNDECIDED = "no test", "not decided"
_FAILED_TEST = re.compile(r"^FAILED (.+?)(?: - .*)?$", re.MULTILINE)
_ERROR_AT = re.compile(r"^ERROR (.+?)(?: - .*)?$", re.MULTILINE)
_TIMEOUT = re.compile(r"^Timeout \(\d+:\d\d:\d\d", re.MULTILINE)
_IN_TEST = re.compile(r" in (test_\w+)$", re.MULTILINE)
_SOME_FAILED, _NO_TEST = 1, 5
"""Pytest's exit codes for that. Any other is about the run itself: an error of usage, an unreadable file."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How it went, and the test that failed or what pytest said last.

    `at` is the test or file before which something went wrong, if pytest names one.
    """

    how: str
    told: str = ""
    at: str = ""

    @property
    def red(self) -> str:
        """The test or file to run again to see the same, or nothing if pytest names none."""
        return self.told if self.how == FAILED else self.at

    def __str__(self) -> str:
        return f"{self.how}: {self.told}" if self.told else self.how


def no_longer_than(seconds: float) -> tuple[str, ...]:
    """Options for pytest: a single test that takes longer ends the run."""
    return ("-o", f"faulthandler_timeout={seconds:g}", "-o", "faulthandler_exit_on_timeout=true")


def run_tests(
    tests: Sequence[str], folder: Path, patience: float = PATIENCE, options: Sequence[str] = ()
) -> Outcome:
    """Run them up to the first that fails. Only a test that fails by name has shown anything.

    The run has a session of its own: when it takes too long, the programs that its tests started end too.
    """
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *options, *tests]
    run = subprocess.Popen(
        command,
        cwd=folder,
        # what is tried is the folder's own code, wherever whoever asks reads theirs from
        env={**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        said, _nothing = run.communicate(timeout=patience)
    except subprocess.TimeoutExpired:
        _end_all(run)
        return Outcome(UNDECIDED, f"no end within {patience:g} seconds")
    except BaseException:  # Ctrl+C reaches this process only
        _end_all(run)
        raise
    return outcome(run.returncode, said)


def outcome(code: int, said: str) -> Outcome:
    """What pytest's exit code and its words mean."""
    if code == 0:
        return Outcome(PASSED)
    if code == _NO_TEST:
        return Outcome(EMPTY)
    failed = _FAILED_TEST.search(said)
    if failed and (code == _SOME_FAILED or code < 0):  # a signal may end Python after all has been said
        return Outcome(FAILED, failed[1])
    if _TIMEOUT.search(said):
        return Outcome(HUNG, _first(_IN_TEST, said))
    return Outcome(
        BROKEN, f"pytest ended with {code}: {' '.join(said.split())[-200:]}", _first(_ERROR_AT, said)
    )


def _first(pattern: re.Pattern[str], said: str) -> str:
    found = pattern.search(said)
    return found[1] if found else ""


def _end_all(run: subprocess.Popen[str]) -> None:
    """End the run and all that it started."""
    if sys.platform == "win32":
        run.kill()
    else:
        os.killpg(run.pid, signal.SIGKILL)  # the session that it began has one group, of the same number
    run.communicate()
