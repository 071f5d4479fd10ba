"""Real keys, a real mouse, and the pixels looked at: gone from whatever went on, and nothing comes back."""

from __future__ import annotations

import json
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from subprocess import Popen

import pytest

from tests.journeys.leave_rig.long_pack import make_long_pack
from tests.journeys.leave_rig.situations import SITUATIONS, Situation, settle
from tests.journeys.leave_rig.taking_time import one_run
from tests.journeys.real_keys import RealKeys, real_keys
from tests.journeys.real_screen import PATIENCE, Screen, heard, wait_until

pytestmark = [pytest.mark.screen, pytest.mark.slow]

WATCHED = "tests.journeys.watched_program"
LATEST_END = 1.5
"""Seconds within which the process has ended; the window must be gone long before: the rig prints when."""
TITLE_AT = (400, 142)
"""Where a page's title stands in the window as it first opens, from the corner that xdotool tells."""


@pytest.fixture
def keys(screen: str) -> Iterator[RealKeys]:
    with real_keys(screen) as keys:
        yield keys


@pytest.fixture(scope="module")
def long_pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_long_pack(tmp_path_factory.mktemp("long") / "pack")


def open_page(at_screen: Screen, keys: RealKeys) -> tuple[Popen[str], str]:
    """Search, open a page and wait until it stands still; the process and its window."""
    process = at_screen.start(module=WATCHED)
    window = at_screen.opened(process)
    keys.type("strangulation", every=0)
    heard(process, "found strangulation")
    keys.key("Return")
    assert process.stdout is not None
    assert process.stdout.readline().startswith("page ")
    settle(keys)
    return process, window


STARTED = [pytest.param(one, id=one.name) for one in SITUATIONS if not one.beside]


@pytest.mark.parametrize("way", ["F12", "Shift"])
@pytest.mark.parametrize("situation", STARTED)
def test_gone_from_every_situation_of_the_rig_while_the_key_is_down(
    screen: str, keys: RealKeys, long_pack: Path, situation: Situation, way: str
) -> None:
    chance = Random(situation.name)
    assert one_run(keys, screen, situation, way, chance, long_pack) < LATEST_END


def test_gone_while_the_third_shift_is_still_down(at_screen: Screen, keys: RealKeys) -> None:
    process, _window = open_page(at_screen, keys)
    for _press in range(2):
        keys.key("Shift_L")
    keys.down("Shift_L")
    keys.wait(keys.bare, LATEST_END)
    assert process.wait(timeout=PATIENCE) == 0
    keys.up("Shift_L")


@pytest.mark.parametrize("held", [(), ("Shift_L",), ("Control_L",), ("Control_L", "Shift_L")])
def test_a_drag_of_selected_words_does_not_keep_the_keys_away(
    at_screen: Screen, keys: RealKeys, held: tuple[str, ...]
) -> None:
    process, window = open_page(at_screen, keys)
    keys.key("Home")
    settle(keys)
    plain = keys.pixels()
    keys.key("Control_L", "a")
    keys.wait(lambda: keys.pixels() != plain, PATIENCE)
    left, top = corner(at_screen, window)
    title = (left + TITLE_AT[0], top + TITLE_AT[1])
    with keys.held(*held):
        drag(keys, title, (title[0] + 150, title[1] + 200))
    for _press in range(3):
        keys.key("Shift_L")
    keys.wait(keys.bare, LATEST_END)
    assert process.wait(timeout=PATIENCE) == 0
    keys.button(down=False)


def corner(at_screen: Screen, window: str) -> tuple[int, int]:
    """Where the window begins on the screen."""
    lines = at_screen.tool("getwindowgeometry", "--shell", window).splitlines()
    told = dict(line.split("=") for line in lines)
    return int(told["X"]), int(told["Y"])


def drag(keys: RealKeys, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Press there and move on in small steps, as a hand does; the button stays down."""
    keys.move(*start)
    keys.button(down=True)
    for step in range(1, 21):
        keys.move(*(a + (b - a) * step // 20 for a, b in zip(start, end, strict=True)))


def test_f12_during_the_start_is_heard_once_there_is_a_window(at_screen: Screen, keys: RealKeys) -> None:
    process = at_screen.start()
    until = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < until:
        keys.key("F12")
    assert process.wait(timeout=0) == 0
    assert keys.bare()


def has_loaded(process: Popen[str], library: str) -> bool:
    return library in Path(f"/proc/{process.pid}/maps").read_text(encoding="utf-8")


MOMENTS = {
    "at once": lambda _process, _keys, _home: True,
    "holding its lock": lambda _process, _keys, home: any((home / "run").iterdir()),
    "loading Qt": lambda process, _keys, _home: has_loaded(process, "libQt6Widgets"),
    "at the display": lambda process, _keys, _home: has_loaded(process, "libqxcb"),
    "before its first paint": lambda _process, keys, _home: not keys.bare(),
}


@pytest.mark.parametrize("moment", MOMENTS)
def test_sigterm_during_the_start_ends_it_and_nothing_comes(
    at_screen: Screen, keys: RealKeys, tmp_path: Path, moment: str
) -> None:
    process = at_screen.start()
    keys.wait(lambda: MOMENTS[moment](process, keys, tmp_path), PATIENCE)
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=PATIENCE) in (0, -signal.SIGTERM)  # before it listens, the system ends it
    assert list((tmp_path / "run").iterdir()) == []
    keys.wait(keys.bare, PATIENCE)
    again = at_screen.start()
    at_screen.opened(again)


def test_a_bookmark_set_just_before_leaving_is_there_at_the_next_start(
    at_screen: Screen, keys: RealKeys
) -> None:
    process, _window = open_page(at_screen, keys)
    keys.key("Control_L", "d")
    keys.key("F12")
    keys.wait(keys.bare, LATEST_END)
    assert process.wait(timeout=PATIENCE) == 0
    kept = at_screen.settings.with_name("bookmarks.json")
    assert len(json.loads(kept.read_bytes())["pages"]) == 1


def test_a_start_while_the_hidden_process_still_clears_opens(at_screen: Screen, keys: RealKeys) -> None:
    hidden = at_screen.start("hold", module=WATCHED, held=True)
    at_screen.opened(hidden)
    keys.key("F12")
    heard(hidden, "ended")
    following = at_screen.start()
    at_screen.opened(following)
    assert hidden.poll() is None
    hidden.communicate("", timeout=PATIENCE)
    assert following.poll() is None
    keys.key("F12")
    assert following.wait(timeout=PATIENCE) == 0


def test_a_second_start_shows_the_page_as_it_was(at_screen: Screen, keys: RealKeys) -> None:
    process, window = open_page(at_screen, keys)
    keys.key("Next")
    settle(keys)
    before = keys.pixels()
    at_screen.tool("windowminimize", window)
    keys.wait(keys.bare, PATIENCE)
    assert at_screen.start().wait(timeout=PATIENCE) == 0
    keys.wait(lambda: keys.pixels() == before, PATIENCE)
    assert wait_until(lambda: at_screen.focused() == window)
    keys.key("F12")
    told, _nothing = process.communicate(timeout=PATIENCE)
    assert told == ""  # no other page was shown


def test_a_start_after_a_kill_is_at_the_start_page_with_an_empty_search(
    at_screen: Screen, keys: RealKeys
) -> None:
    fresh = at_screen.start()
    at_screen.opened(fresh)
    settle(keys)
    start_page = keys.pixels()
    keys.key("F12")
    assert fresh.wait(timeout=PATIENCE) == 0
    process, _window = open_page(at_screen, keys)
    assert keys.pixels() != start_page
    process.kill()
    keys.wait(keys.bare, PATIENCE)
    again = at_screen.start()
    at_screen.opened(again)
    keys.wait(lambda: keys.pixels() == start_page, PATIENCE)


@pytest.mark.parametrize("busy", ["reading", "typing", "opening"])
def test_for_five_seconds_after_leaving_no_window_comes(at_screen: Screen, keys: RealKeys, busy: str) -> None:
    process, _window = open_page(at_screen, keys)
    if busy != "reading":
        keys.key("Control_L", "k")
        keys.type("bruise on a baby", every=0.01)
    if busy == "opening":
        keys.key("Return")
    keys.watch_windows()
    keys.key("F12")
    keys.wait(keys.bare, LATEST_END)
    until = time.monotonic() + 5
    while time.monotonic() < until:
        assert keys.bare()
        assert keys.windows_that_came() == 0
    assert process.poll() == 0
