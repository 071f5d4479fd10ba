"""Starting the program twice, with real processes on a real screen: one window for each profile."""

from __future__ import annotations

import signal
import subprocess
from pathlib import Path

import pytest

from tests.journeys.real_screen import PATIENCE, Screen, heard, wait_until

pytestmark = [pytest.mark.screen, pytest.mark.slow]


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


def test_two_profiles_have_a_window_each_and_one_leave_ends_both(at_screen: Screen, tmp_path: Path) -> None:
    one = at_screen.start("--profile", str(tmp_path / "one"))
    at_screen.opened(one)
    two = at_screen.start("--profile", str(tmp_path / "two"))
    assert wait_until(lambda: len(at_screen.windows()) == 2)
    one.send_signal(signal.SIGTERM)
    assert one.wait(timeout=PATIENCE) == 0
    assert two.wait(timeout=PATIENCE) == 0
    assert at_screen.windows() == []
    assert locks(tmp_path) == []


def test_a_window_that_does_not_answer_keeps_nobody_out_and_goes_with_the_other(
    at_screen: Screen, tmp_path: Path
) -> None:
    stopped = at_screen.start()
    first = at_screen.opened(stopped)
    stopped.send_signal(signal.SIGSTOP)
    second = at_screen.start()
    assert wait_until(lambda: len(at_screen.windows()) == 2)
    assert second.poll() is None
    (window,) = (one for one in at_screen.windows() if one != first)
    at_screen.tool("windowactivate", "--sync", window)
    at_screen.tool("key", "F12")
    assert second.wait(timeout=PATIENCE) == 0
    assert stopped.wait(timeout=PATIENCE) == -signal.SIGKILL
    assert wait_until(lambda: at_screen.windows() == [])
    assert locks(tmp_path) == []


SLOW = "tests.journeys.slow_program"


def asked(home: Path) -> bool:
    """Whether another start has asked for the window."""
    return any(one.stat().st_mtime_ns == 0 for one in (home / "run").glob("handrail/*.lock"))


def test_a_start_waits_for_a_slow_one_and_there_is_one_window(at_screen: Screen, tmp_path: Path) -> None:
    """The first has its lock and loads on and on, as from a cold disk."""
    first = at_screen.start(module=SLOW, held=True)
    heard(first, "loading")
    second = at_screen.start()
    assert wait_until(lambda: asked(tmp_path))
    assert at_screen.windows() == []
    assert second.poll() is None
    go_on(first)
    at_screen.opened(first)
    assert second.wait(timeout=PATIENCE) == 0
    assert len(at_screen.windows()) == 1
    at_screen.tool("key", "F12")
    assert first.wait(timeout=PATIENCE) == 0
    assert at_screen.windows() == []
    assert locks(tmp_path) == []


def go_on(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.close()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_during_a_start_leaves_no_lock(
    at_screen: Screen, tmp_path: Path, number: signal.Signals
) -> None:
    if signal.getsignal(number) == signal.SIG_IGN:
        pytest.skip("whoever started the tests has this signal ignored, and the program honours that")
    first = at_screen.start(module=SLOW, held=True)
    heard(first, "loading")
    assert len(locks(tmp_path)) == 1
    first.send_signal(number)
    assert first.wait(timeout=PATIENCE) == 0
    assert locks(tmp_path) == []


def test_a_start_that_still_loads_when_another_window_leaves_does_not_open(
    at_screen: Screen, tmp_path: Path
) -> None:
    loading = at_screen.start("--private", module=SLOW, held=True)
    heard(loading, "loading")
    window = at_screen.start()
    at_screen.opened(window)
    at_screen.tool("key", "F12")
    assert window.wait(timeout=PATIENCE) == 0
    go_on(loading)
    assert loading.wait(timeout=PATIENCE) == 0
    assert at_screen.windows() == []
    assert locks(tmp_path) == []
