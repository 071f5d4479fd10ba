from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest

from desktop.leave.faults import Faults
from desktop.leave.leave_steps import LATEST_END, LeaveSteps, Step

NAMES = ("gate", "hide", "sweep", "stop", "empty", "end")
PATIENCE = 20
"""Seconds until a test that waits for an event fails; nothing takes this long."""


def no_end() -> None:
    """Leave the test process alone."""


def recorder(seen: list[str], failing: str = "", error: BaseException | None = None) -> list[Step]:
    def step(name: str) -> Callable[[], None]:
        def run() -> None:
            seen.append(name)
            if name == failing and error is not None:
                raise error

        return run

    return [Step(name, step(name)) for name in NAMES]


def test_the_steps_are_taken_in_order(faults: Faults) -> None:
    seen: list[str] = []
    leave = LeaveSteps(recorder(seen), faults, no_end)
    assert not leave.leaving
    assert leave.leave()
    assert tuple(seen) == leave.names == NAMES
    assert leave.leaving
    assert leave.failed == ()


@pytest.mark.parametrize("failing", NAMES)
@pytest.mark.parametrize("error", [RuntimeError("x"), SystemExit(3), KeyboardInterrupt(), MemoryError()])
def test_a_failing_step_never_stops_the_next(
    faults: Faults, expect_faults: Callable[..., None], failing: str, error: BaseException
) -> None:
    seen: list[str] = []
    leave = LeaveSteps(recorder(seen, failing, error), faults, no_end)
    assert leave.leave()
    assert tuple(seen) == NAMES
    assert leave.failed == (failing,)
    expect_faults(type(error).__name__)


def test_only_the_first_call_leaves(faults: Faults) -> None:
    seen: list[str] = []
    leave = LeaveSteps(recorder(seen), faults, no_end)
    assert [leave.leave() for _ in range(5)] == [True, False, False, False, False]
    assert tuple(seen) == NAMES


def test_threads_that_leave_at_once_leave_once(faults: Faults) -> None:
    seen: list[str] = []
    leave = LeaveSteps(recorder(seen), faults, no_end)
    together = Barrier(8)

    def go(_: int) -> bool:
        together.wait(PATIENCE)
        return leave.leave()

    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(go, range(8))) == [False] * 7 + [True]
    assert tuple(seen) == NAMES


def test_a_step_that_leaves_again_changes_nothing(faults: Faults) -> None:
    """Hiding a window delivers a close event, which asks to leave."""
    seen: list[object] = []
    again: list[LeaveSteps] = []
    leave = LeaveSteps([Step("hide", lambda: seen.append(again[0].leave()))], faults, no_end)
    again.append(leave)
    leave.leave()
    assert seen == [False]


@pytest.mark.parametrize("hanging", [0, 1, 2])
def test_a_hanging_step_is_ended_by_the_watch(faults: Faults, hanging: int) -> None:
    ended = Event()
    seen: list[bool] = []
    steps = [Step(str(number), lambda: None) for number in range(3)]
    steps[hanging] = Step("hangs", lambda: seen.append(ended.wait(PATIENCE)))
    LeaveSteps(steps, faults, ended.set, latest_end=0).leave()
    assert seen == [True]


def test_the_process_ends_at_the_latest_after_a_second_and_a_half() -> None:
    assert LATEST_END == 1.5


def run_python(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False
    )


def test_the_real_end_needs_nobody() -> None:
    """A step waits for ever, another thread too: the process still ends, without a word."""
    done = run_python(
        "from threading import Event, Thread\n"
        "from desktop.leave.faults import Faults\n"
        "from desktop.leave.leave_steps import LeaveSteps, Step\n"
        "Thread(target=Event().wait).start()\n"
        "LeaveSteps([Step('hangs', Event().wait)], Faults(), latest_end=0.05).leave()\n"
        "print('came back')\n"
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_who_cannot_leave_yet_is_ended_by_the_watch_all_the_same() -> None:
    """A signal sets the watch; the leaving itself waits for the window's next turn, which may not come."""
    done = run_python(
        "from threading import Event\n"
        "from desktop.leave.faults import Faults\n"
        "from desktop.leave.leave_steps import LeaveSteps\n"
        "LeaveSteps([], Faults(), latest_end=0.05).watch()\n"
        "Event().wait()\n"
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_second_watch_does_not_put_the_end_off(faults: Faults, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[object] = []
    monkeypatch.setattr("desktop.leave.leave_steps.start_new_thread", lambda *what: started.append(what))
    leave = LeaveSteps([], faults, no_end)
    leave.watch()
    leave.watch()
    leave.leave()
    assert len(started) == 1


def test_nothing_is_imported_or_opened_before_the_windows_are_hidden() -> None:
    done = run_python(
        "import sys\n"
        "from desktop.leave.faults import Faults\n"
        "from desktop.leave.leave_steps import LeaveSteps, Step\n"
        "seen, on = [], [False]\n"
        "sys.addaudithook(lambda event, _: seen.append(event) if on[0] else None)\n"
        "def hide(): on[0] = False\n"
        "def fail(): raise ValueError\n"
        "leave = LeaveSteps([Step('gate', fail), Step('hide', hide)], Faults(), end=lambda: None)\n"
        "on[0] = True\n"
        "leave.leave()\n"
        "print(*seen)\n"
    )
    assert done.stderr == ""
    # the second is Python's word for a look at the line where a step failed
    assert set(done.stdout.split()) <= {"_thread.start_new_thread", "object.__getattr__"}
