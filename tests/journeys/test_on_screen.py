"""On a real screen with a window manager and real keys: the program opens, is used, and is gone."""

from __future__ import annotations

import json
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.journeys.real_screen import PATIENCE, Screen, wait_until

pytestmark = pytest.mark.screen


@pytest.mark.slow
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


@pytest.mark.slow
def test_two_presses_of_shift_do_nothing(at_screen: Screen) -> None:
    process = at_screen.start()
    at_screen.opened(process)
    at_screen.tool("key", "--delay", "80", "Shift_L", "Shift_L", "a", "Shift_L")
    assert at_screen.windows() != []
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=PATIENCE) == 0


@pytest.mark.slow
def test_sigterm_leaves_in_order_and_writes_nothing(at_screen: Screen, tmp_path: Path) -> None:
    process = at_screen.start()
    at_screen.opened(process)
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=PATIENCE) == 0
    assert at_screen.windows() == []
    written = [path for path in tmp_path.rglob("*") if path.is_file() and "cache" not in path.parts]
    assert written == [at_screen.settings]  # it was there before


@pytest.mark.slow
def test_the_window_manager_closes_like_quick_leave(at_screen: Screen) -> None:
    process = at_screen.start()
    at_screen.opened(process)
    at_screen.tool("key", "alt+F4")
    assert process.wait(timeout=PATIENCE) == 0


@pytest.mark.slow
def test_the_window_has_one_neutral_name(at_screen: Screen) -> None:
    process = at_screen.start()
    window = at_screen.opened(process)
    assert at_screen.tool("getwindowname", window) == "Handrail"
    assert window in at_screen.tool("search", "--class", "^[Hh]andrail$").split()
    at_screen.tool("key", "F12")
    assert process.wait(timeout=PATIENCE) == 0


@pytest.mark.slow
def test_a_first_start_is_for_practice_and_closes_only_by_the_other_ways(at_screen: Screen) -> None:
    at_screen.settings.unlink()
    process = at_screen.start()
    at_screen.opened(process)
    at_screen.tool("key", "--delay", "80", *["Shift_L"] * 5)
    at_screen.tool("key", "--delay", "80", *["Shift_L"] * 3)
    assert at_screen.windows() != []
    assert process.poll() is None
    at_screen.tool("key", "F12")
    assert process.wait(timeout=PATIENCE) == 0
    assert not at_screen.settings.exists()


@pytest.mark.slow
def test_a_first_start_is_over_when_reading_starts(at_screen: Screen) -> None:
    at_screen.settings.unlink()
    process = at_screen.start()
    at_screen.opened(process)
    at_screen.tool("key", "Return")
    assert wait_until(at_screen.settings.exists)
    at_screen.tool("key", "--delay", "80", *["Shift_L"] * 3)
    assert process.wait(timeout=PATIENCE) == 0
    again = at_screen.start()
    at_screen.opened(again)
    at_screen.tool("key", "--delay", "80", *["Shift_L"] * 3)
    assert again.wait(timeout=PATIENCE) == 0


@pytest.mark.slow
def test_a_private_start_does_not_ask_for_practice(at_screen: Screen) -> None:
    at_screen.settings.unlink()
    process = at_screen.start("--private")
    at_screen.opened(process)
    at_screen.tool("key", "--delay", "80", *["Shift_L"] * 3)
    assert process.wait(timeout=PATIENCE) == 0
    assert not at_screen.settings.exists()


@pytest.mark.slow
@pytest.mark.parametrize("held", ["shift", "ctrl", "super", "shift+ctrl"])
def test_the_leave_key_leaves_whatever_else_is_held(at_screen: Screen, held: str) -> None:
    process = at_screen.start()
    at_screen.opened(process)
    at_screen.tool("key", f"{held}+F12")
    assert process.wait(timeout=PATIENCE) == 0


LEFT_SHIFT, RIGHT_SHIFT = "50", "62"
"""Their places on the keyboard: what they mean is what the tests change."""


@pytest.fixture
def keyboard(at_screen: Screen) -> Iterator[Callable[..., None]]:
    """Sets the keyboard as a desktop's settings do; the next test finds it as it was."""

    def set_to(*words: str) -> None:
        subprocess.run(["setxkbmap", *words], env=at_screen.environment, check=True)

    yield set_to
    set_to("us", "-option", "")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("option", "presses"),
    [
        ("grp:lshift_toggle", (LEFT_SHIFT,) * 3),
        ("grp:rshift_toggle", (RIGHT_SHIFT,) * 3),
        ("caps:shiftlock", (LEFT_SHIFT, RIGHT_SHIFT, LEFT_SHIFT)),
        ("lv3:ralt_switch", (RIGHT_SHIFT,) * 3),
    ],
)
def test_shift_leaves_whatever_the_keyboard_settings_make_of_it(
    at_screen: Screen, keyboard: Callable[..., None], option: str, presses: tuple[str, ...]
) -> None:
    keyboard("us,ru", "-option", option)
    process = at_screen.start()
    at_screen.opened(process)
    at_screen.tool("key", "--delay", "80", *presses)
    assert process.wait(timeout=PATIENCE) == 0


@pytest.mark.slow
def test_right_shift_leaves_while_left_is_held_where_both_lock_the_capitals(
    at_screen: Screen, keyboard: Callable[..., None]
) -> None:
    keyboard("us", "-option", "shift:both_capslock")
    process = at_screen.start()
    at_screen.opened(process)
    at_screen.tool("keydown", LEFT_SHIFT)
    at_screen.tool("key", "--delay", "80", RIGHT_SHIFT, RIGHT_SHIFT)
    assert process.wait(timeout=PATIENCE) == 0
    at_screen.tool("keyup", LEFT_SHIFT)
