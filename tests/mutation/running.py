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
PASSED, FAILED, BROKEN, UNDECIDED = "passed", "failed", "broken", "not decided"
_FAILED_TEST = re.compile(r"^FAILED (.+?)(?: - .*)?$", re.MULTILINE)
_SOME_FAILED = 1
"""Pytest's exit code for that. Any other is about the run itself: nothing collected, an error of usage."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How it went, and the test that failed or what pytest said last."""

    how: str
    told: str = ""

    def __str__(self) -> str:
        return f"{self.how}: {self.told}" if self.told else self.how


def run_tests(tests: Sequence[str], folder: Path, patience: float = PATIENCE) -> Outcome:
    """Run them up to the first that fails. Only a test that fails by name has shown anything.

    The run has a session of its own: when it takes too long, the programs that its tests started end too.
    """
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests]
    run = subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
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
    failed = _FAILED_TEST.search(said)
    if code == _SOME_FAILED and failed:
        return Outcome(FAILED, failed[1])
    return Outcome(BROKEN, f"pytest ended with {code}: {' '.join(said.split())[-200:]}")


def _end_all(run: subprocess.Popen[str]) -> None:
    """End the run and all that it started."""
    if sys.platform == "win32":
        run.kill()
    else:
        os.killpg(run.pid, signal.SIGKILL)  # the session that it began has one group, of the same number
    run.communicate()
