"""On a real screen with a window manager and real keys: the program opens, is used, and is gone."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.screen

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30.0


def wait_until(done: Callable[[], bool]) -> bool:
    """Ask again and again; the thing itself ends the waiting."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if done():
            return True
    return False


class Screen:
    """A display with tools to press keys and to look at windows."""

    def __init__(self, display: str, home: Path) -> None:
        self._started: list[subprocess.Popen[str]] = []
        self._environment = {
            **os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / "config"),
        }  # fmt: skip

    def start(self, *options: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "desktop", *options]
        process = subprocess.Popen(
            command, cwd=ROOT, env=self._environment, stdout=subprocess.PIPE, text=True
        )
        self._started.append(process)
        return process

    def close(self) -> None:
        """End whatever a failed test has left."""
        for process in self._started:
            with process:
                process.kill()

    def tool(self, *words: str) -> str:
        done = subprocess.run(["xdotool", *words], env=self._environment, capture_output=True, text=True)
        return done.stdout.strip()

    def windows(self) -> list[str]:
        return self.tool("search", "--onlyvisible", "--name", "^Handrail$").split()

    def opened(self, process: subprocess.Popen[str]) -> str:
        """Wait until the window is there and has the keyboard."""
        assert wait_until(lambda: bool(self.windows()) or process.poll() is not None)
        assert process.poll() is None
        window = self.windows()[0]
        assert wait_until(lambda: self.tool("windowactivate", "--sync", window) or self.focused() == window)
        return window

    def focused(self) -> str:
        return self.tool("getwindowfocus")


@pytest.fixture
def at_screen(screen: str, tmp_path: Path) -> Iterator[Screen]:
    at_screen = Screen(screen, tmp_path)
    yield at_screen
    at_screen.close()


def test_the_self_test_passes(at_screen: Screen) -> None:
    process = at_screen.start("--self-test")
    told, _nothing = process.communicate(timeout=PATIENCE * 2)
    summary = json.loads(told)
    assert summary["failures"] == []
    assert summary["platform"] == "xcb"
    assert process.returncode == 0


@pytest.mark.parametrize(
    "keys", [("Shift_L", "Shift_L", "Shift_L"), ("Shift_L", "Shift_R", "Shift_L"), ("F12",)]
)
def test_real_keys_leave(at_screen: Screen, keys: tuple[str, ...]) -> None:
    process = at_screen.start()
    at_screen.opened(process)
    at_screen.tool("type", "bruise")
    at_screen.tool("key", "--delay", "80", *keys)
    assert process.wait(timeout=PATIENCE) == 0
    assert at_screen.windows() == []


def test_two_presses_of_shift_do_nothing(at_screen: Screen) -> None:
    process = at_screen.start()
    at_screen.opened(process)
    at_screen.tool("key", "--delay", "80", "Shift_L", "Shift_L", "a", "Shift_L")
    assert at_screen.windows() != []
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=PATIENCE) == 0


def test_sigterm_leaves_in_order_and_writes_nothing(at_screen: Screen, tmp_path: Path) -> None:
    process = at_screen.start()
    at_screen.opened(process)
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=PATIENCE) == 0
    assert at_screen.windows() == []
    written = [path for path in tmp_path.rglob("*") if path.is_file() and "cache" not in path.parts]
    assert written == []


def test_the_window_manager_closes_like_quick_leave(at_screen: Screen) -> None:
    process = at_screen.start()
    at_screen.opened(process)
    at_screen.tool("key", "alt+F4")
    assert process.wait(timeout=PATIENCE) == 0


def test_the_window_has_one_neutral_name(at_screen: Screen) -> None:
    process = at_screen.start()
    window = at_screen.opened(process)
    assert at_screen.tool("getwindowname", window) == "Handrail"
    assert window in at_screen.tool("search", "--class", "^[Hh]andrail$").split()
    at_screen.tool("key", "F12")
    assert process.wait(timeout=PATIENCE) == 0
