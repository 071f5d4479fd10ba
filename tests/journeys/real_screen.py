"""A real display, with a window manager and tools to press keys, for programs that a test starts."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from desktop.session_bus import ADDRESS, DISABLED

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30.0


def wait_until(done: Callable[[], bool]) -> bool:
    """Ask again and again; the thing itself ends the waiting."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if done():
            return True
    return False


def heard(process: subprocess.Popen[str], line: str) -> None:
    """Read what a watched program prints, up to this line."""
    assert process.stdout is not None
    lines: list[str] = []
    for told in process.stdout:
        lines.append(told.strip())
        if lines[-1] == line:
            return
    raise AssertionError(f"{line!r} never came: {lines}")


class Screen:
    """A display with tools to press keys and to look at windows."""

    def __init__(self, display: str, home: Path) -> None:
        (home / "run").mkdir(mode=0o700)
        self.settings = home / "config" / "handrail" / "settings.json"
        self.settings.parent.mkdir(parents=True)
        self.settings.write_text('{"format": 1, "seen_practice": true}', encoding="utf-8")
        self._started: list[subprocess.Popen[str]] = []
        self.environment = {
            **os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "HOME": str(home),
            **{f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "CACHE", "DATA", "STATE")},
            "XDG_RUNTIME_DIR": str(home / "run"),
            # no bus: what a program is seen to do does not depend on what else is installed here
            ADDRESS: DISABLED,
        }  # fmt: skip

    def start(self, *options: str, module: str = "desktop", held: bool = False) -> subprocess.Popen[str]:
        """Start the program, or a module that starts it in a way of its own; `held` gives it an input."""
        command = [sys.executable, "-m", module, *options]
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=self.environment,
            stdin=subprocess.PIPE if held else None,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._started.append(process)
        return process

    def close(self) -> None:
        """End whatever a failed test has left."""
        for process in self._started:
            with process:
                process.kill()

    def tool(self, *words: str) -> str:
        done = subprocess.run(["xdotool", *words], env=self.environment, capture_output=True, text=True)
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
