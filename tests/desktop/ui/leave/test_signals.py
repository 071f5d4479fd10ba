"""A signal wakes an idle window and takes the one way out; one that comes during leaving is turned away."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[4]
PATIENCE = 30
IDLE_WINDOW = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from desktop.ui.leave.signals import listen_to_signals
application = QCoreApplication([])
listen_to_signals(application.quit, application)
QTimer.singleShot(0, lambda: print("idle", flush=True))
application.exec()
print("left")
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sends signals")


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_an_idle_window_leaves_at_once(name: str) -> None:
    """Nothing else wakes this window: without the pipe it would wait for ever."""
    with subprocess.Popen(
        [sys.executable, "-c", IDLE_WINDOW],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as window:
        try:
            assert window.stdout is not None
            assert window.stdout.readline() == "idle\n"
            window.send_signal(getattr(signal, name))
            told, wrong = window.communicate(timeout=PATIENCE)
        finally:
            window.kill()
    assert (told, wrong, window.returncode) == ("left\n", "", 0)


INTERRUPTED = """
import os, signal
from desktop.leave.faults import Faults
from desktop.leave.leave_steps import LeaveSteps, Step
seen = []

def step():
    os.kill(os.getpid(), signal.SIGTERM)
    seen.append("step")

steps = [Step("interrupted", step), Step("next", lambda: seen.append("next"))]
leaving = LeaveSteps(steps, Faults(), lambda: None)
signal.signal(signal.SIGTERM, lambda *_: seen.append(str(leaving.leave())))
seen.append(str(leaving.leave()))
print(*sorted(seen), leaving.failed)
"""


def test_a_signal_in_the_middle_of_leaving_changes_nothing() -> None:
    """The handler runs in the same thread, inside a step: a lock that it waited for would never come free."""
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED], cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE
    )
    assert (done.stdout, done.stderr) == ("False True next step ()\n", "")
