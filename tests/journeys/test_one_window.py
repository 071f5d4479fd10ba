"""Starting the program twice, with real processes on a real screen: one window for each profile."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.journeys.real_screen import PATIENCE, Screen, wait_until

pytestmark = pytest.mark.screen


def locks(home: Path) -> list[str]:
    return [one.name for one in (home / "run").iterdir()]


def test_a_second_start_brings_the_open_window_forward(at_screen: Screen, tmp_path: Path) -> None:
    first = at_screen.start()
    window = at_screen.opened(first)
    at_screen.tool("windowminimize", window)
    assert wait_until(lambda: at_screen.windows() == [])
    second = at_screen.start()
    assert second.wait(timeout=PATIENCE) == 0
    assert wait_until(lambda: at_screen.windows() == [window])
    assert wait_until(lambda: at_screen.focused() == window)
    assert first.poll() is None
    assert len(locks(tmp_path)) == 1
    at_screen.tool("key", "F12")
    assert first.wait(timeout=PATIENCE) == 0
    assert locks(tmp_path) == []


@pytest.mark.slow
@pytest.mark.parametrize("options", [(), ("--private",)])
def test_a_start_after_leaving_or_after_a_kill_opens(
    at_screen: Screen, tmp_path: Path, options: tuple[str, ...]
) -> None:
    killed = at_screen.start(*options)
    at_screen.opened(killed)
    killed.kill()
    killed.wait(timeout=PATIENCE)
    assert len(locks(tmp_path)) == 1
    assert wait_until(lambda: at_screen.windows() == [])
    leaving = at_screen.start(*options)
    gone = at_screen.opened(leaving)
    leaving.send_signal(signal.SIGTERM)
    assert wait_until(lambda: gone not in at_screen.windows())
    following = at_screen.start(*options)
    at_screen.opened(following)
    assert leaving.wait(timeout=PATIENCE) == 0
    assert len(locks(tmp_path)) == 1


def test_two_profiles_have_a_window_each_and_leaving_ends_its_own(at_screen: Screen, tmp_path: Path) -> None:
    one = at_screen.start("--profile", str(tmp_path / "one"))
    at_screen.opened(one)
    two = at_screen.start("--profile", str(tmp_path / "two"))
    assert wait_until(lambda: len(at_screen.windows()) == 2)
    one.send_signal(signal.SIGTERM)
    assert one.wait(timeout=PATIENCE) == 0
    assert two.poll() is None
    assert len(at_screen.windows()) == 1


@pytest.mark.slow
def test_a_window_that_does_not_answer_keeps_nobody_out(at_screen: Screen) -> None:
    stopped = at_screen.start()
    at_screen.opened(stopped)
    stopped.send_signal(signal.SIGSTOP)
    second = at_screen.start()
    assert wait_until(lambda: len(at_screen.windows()) == 2)
    assert second.poll() is None
