"""Leaving on a real screen: what other programs see of it, on the disk, the clipboard and the windows."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.journeys.real_screen import PATIENCE, ROOT, Screen, wait_until

pytestmark = [pytest.mark.screen, pytest.mark.slow]
WATCHED, SELECTIONS = "tests.journeys.watched_program", "tests.journeys.selections"
KEPT_BY_THE_SYSTEM = "cache"
"""Where font and graphics libraries keep what every program has them make."""


class Desk(Screen):
    """A screen on which programs of several kinds are started, with all that they print."""

    def run(self, module: str, *options: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-m", module, *options],
            cwd=ROOT,
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self._started.append(process)
        return process

    def selections(self) -> list[str]:
        """What another program finds on the clipboard and in the selection."""
        told, _nothing = self.run(SELECTIONS, "read").communicate(timeout=PATIENCE)
        return json.loads(told)

    def property(self, window: str, name: str) -> str:
        told = subprocess.run(
            ["xprop", "-id", window, name], env=self.environment, capture_output=True, text=True
        )
        return told.stdout


@pytest.fixture
def desk(screen: str, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(screen, tmp_path)
    yield desk
    desk.close()


def heard(process: subprocess.Popen[str], line: str) -> list[str]:
    """Read what the program prints up to this line."""
    assert process.stdout is not None
    lines: list[str] = []
    for told in process.stdout:
        lines.append(told.strip())
        if lines[-1] == line:
            return lines
    raise AssertionError(f"{line!r} never came: {lines}")


def read_and_search(desk: Desk, process: subprocess.Popen[str]) -> str:
    """Search, open a page, and search again; the window."""
    window = desk.opened(process)
    desk.tool("type", "strangulation")
    heard(process, "found strangulation")
    desk.tool("key", "Return")
    assert process.stdout is not None
    assert process.stdout.readline().startswith("page ")
    desk.tool("key", "ctrl+k")
    desk.tool("type", "bruise")
    heard(process, "found bruise")
    return window


def snapshot(home: Path) -> dict[Path, bytes]:
    """Every file and folder, with what stands in it."""
    return {
        one: one.read_bytes() if one.is_file() else b""
        for one in home.rglob("*")
        if KEPT_BY_THE_SYSTEM not in one.relative_to(home).parts
    }


def click_button(desk: Desk, window: str, _process: object) -> None:
    corner = desk.tool("getwindowgeometry", "--shell", window)
    told = dict(line.split("=") for line in corner.splitlines())
    x, y = int(told["X"]) + int(told["WIDTH"]) - 30, int(told["Y"]) + 30
    desk.tool("mousemove", str(x), str(y), "click", "1")


def click_x(desk: Desk, window: str, _process: object) -> None:
    """The window manager's own button, at the right end of the bar over the window."""
    told = dict(line.split("=") for line in desk.tool("getwindowgeometry", "--shell", window).splitlines())
    x, y = int(told["X"]) + int(told["WIDTH"]) - 10, int(told["Y"]) - 10
    desk.tool("mousemove", str(x), str(y), "click", "1")


def keys(*names: str) -> Callable[[Desk, str, subprocess.Popen[str]], None]:
    return lambda desk, _window, _process: desk.tool("key", "--delay", "80", *names)


WAYS = {
    "button": click_button,
    "shift": keys("Shift_L", "Shift_R", "Shift_L"),
    "F12": keys("F12"),
    "Alt+F4": keys("alt+F4"),
    "Ctrl+W": keys("ctrl+w"),
    "Ctrl+Q": keys("ctrl+q"),
    "window X": click_x,
    "SIGTERM": lambda _desk, _window, process: process.send_signal(signal.SIGTERM),
    "SIGHUP": lambda _desk, _window, process: process.send_signal(signal.SIGHUP),
    "F12 from full screen": keys("F11", "F12"),
}


@pytest.mark.parametrize("way", WAYS)
def test_every_way_out_leaves_the_disk_as_it_was_and_tells_nothing(
    desk: Desk, tmp_path: Path, way: str
) -> None:
    before = snapshot(tmp_path)
    process = desk.run(WATCHED)
    window = read_and_search(desk, process)
    WAYS[way](desk, window, process)
    told, wrong = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    assert desk.windows() == []
    assert snapshot(tmp_path) == before
    assert (told, wrong) == ("", "")  # no log, no word of what was read


def test_the_program_itself_prints_nothing(desk: Desk) -> None:
    process = desk.run("desktop")
    desk.opened(process)
    limits = Path(f"/proc/{process.pid}/limits").read_text("utf-8").splitlines()
    dumps = next(line for line in limits if line.startswith("Max core file size"))
    assert dumps.split()[4:6] == ["0", "0"]  # nor is its memory written if it breaks down
    desk.tool("type", "strangulation")
    desk.tool("key", "Return")
    desk.tool("key", "F12")
    assert process.communicate(timeout=PATIENCE) == ("", "")


def copy_a_page(desk: Desk) -> subprocess.Popen[str]:
    """Open a page, choose all of it and copy it: that fills both the clipboard and the selection."""
    process = desk.run(WATCHED, "hold")
    desk.opened(process)
    desk.tool("type", "strangulation")
    heard(process, "found strangulation")
    desk.tool("key", "Return")
    assert process.stdout is not None
    assert process.stdout.readline().startswith("page ")
    desk.tool("key", "ctrl+a", "ctrl+c")
    assert wait_until(lambda: all("strangulation" in words.lower() for words in desk.selections()))
    return process


def test_what_we_copied_is_gone_while_the_hidden_process_still_lives(desk: Desk) -> None:
    process = copy_a_page(desk)
    desk.tool("key", "F12")
    heard(process, "ended")
    assert process.poll() is None
    assert desk.selections() == ["", ""]
    process.communicate("", timeout=PATIENCE)


def test_what_somebody_else_copied_stays(desk: Desk) -> None:
    process = copy_a_page(desk)
    other = desk.run(SELECTIONS, "hold", "not ours")
    assert other.stdout is not None
    assert json.loads(other.stdout.readline()) == [True, True]
    assert wait_until(lambda: desk.selections() == ["not ours"] * 2)
    desk.tool("key", "F12")
    heard(process, "ended")
    assert desk.selections() == ["not ours"] * 2
    for one in (process, other):
        one.communicate("\n", timeout=PATIENCE)


@pytest.mark.skipif(shutil.which("xprop") is None, reason="needs xprop")
def test_name_class_and_icon_are_the_same_over_twenty_pages(desk: Desk) -> None:
    process = desk.run(WATCHED)
    window = desk.opened(process)
    desk.tool("type", "bruise")
    heard(process, "found bruise")
    desk.tool("key", "Return")
    assert process.stdout is not None
    pages = {process.stdout.readline()}
    names = ("WM_NAME", "_NET_WM_NAME", "WM_ICON_NAME", "WM_CLASS", "_NET_WM_ICON", "WM_WINDOW_ROLE")
    first = [desk.property(window, name) for name in names]
    assert 'WM_CLASS(STRING) = "handrail", "Handrail"\n' in first
    for _page in range(20):
        desk.tool("key", "ctrl+Next")
        pages.add(process.stdout.readline())
        assert [desk.property(window, name) for name in names] == first
    assert len(pages) == 21
    desk.tool("key", "F12")
    process.communicate(timeout=PATIENCE)
