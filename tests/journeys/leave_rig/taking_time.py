"""One run of the rig: start the program, bring it into a situation, leave, and take the time."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from random import Random

from tests.journeys.leave_rig.situations import Situation
from tests.journeys.real_keys import RealKeys
from tests.journeys.real_screen import PATIENCE, Screen

SHIFT_EVERY = 0.02
"""Seconds between two presses of Shift: quicker than any hand, so that the third falls into the situation."""


def press(keys: RealKeys, way: str) -> float:
    """Leave by F12 or by Shift; seconds from the press that counts, which is held, to the bare screen."""
    last = way
    if way == "Shift":
        last = "Shift_L"
        for _press in range(2):
            keys.key(last)
            time.sleep(SHIFT_EVERY)
    begun = time.perf_counter()
    keys.down(last)
    keys.wait(keys.bare, PATIENCE)
    taken = time.perf_counter() - begun
    keys.up(last)
    return taken


def one_run(
    keys: RealKeys, display: str, situation: Situation, way: str, chance: Random, pack: Path
) -> float:
    """Start, prepare, press; the seconds. The program must then end by itself, and in order."""
    with tempfile.TemporaryDirectory() as home:
        screen = Screen(display, Path(home))
        try:
            options = ("--pack", str(pack)) if situation.pack else ()
            process = screen.start(*options, module=situation.module)
            if situation.at_first_pixel:
                keys.wait(lambda: not keys.bare(), PATIENCE)
            else:
                screen.opened(process)
            situation.prepare(keys)
            situation.start(keys, chance)
            if keys.bare():
                raise RuntimeError(f"{situation.name}: the window is not on the screen")
            taken = press(keys, way)
            if process.wait(timeout=PATIENCE):
                raise RuntimeError(f"{situation.name}: ended with {process.returncode}")
            return taken
        finally:
            screen.close()
