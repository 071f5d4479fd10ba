"""What the program is doing when the worker leaves."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.journeys.leave_rig.long_pack import WORDS
from tests.journeys.real_keys import RealKeys

ROOT = Path(__file__).resolve().parents[3]
TYPED = "bruise on a baby who cannot crawl and is not yet walking"
EVERY = 0.06
"""Seconds from letter to letter: sixteen in a second."""
_PATIENCE = 20.0
_START = 0.3
"""Seconds within which the press follows upon the window's first pixel: the start is not over then."""
_AT_ONCE = 0.1
"""Seconds within which the press follows upon what opens a page: its first screen is then being made."""


@dataclass(frozen=True, slots=True)
class Situation:
    """`prepare` has all the time it needs; `start` begins what the press falls into; `beside` runs meanwhile.

    `at_first_pixel` is for the start itself: nothing is waited for but the window's first pixel.
    """

    name: str
    told: str
    aim: int
    prepare: Callable[[RealKeys], None]
    start: Callable[[RealKeys, Random], None]
    pack: bool = False
    module: str = "desktop"
    beside: Callable[[Path], AbstractContextManager[None]] = lambda _folder: nullcontext()
    at_first_pixel: bool = False


def _page(keys: RealKeys) -> None:
    """Open the first hit for some words and wait until it stands."""
    before = keys.pixels()
    keys.type("danger", EVERY)
    keys.wait(lambda: keys.pixels() != before, _PATIENCE)
    settle(keys)
    keys.key("Return")
    settle(keys)


def settle(keys: RealKeys) -> None:
    """Wait until nothing has changed for a third of a second."""
    before, since = keys.pixels(), time.monotonic()
    while time.monotonic() - since < 0.35:
        time.sleep(0.03)
        now = keys.pixels()
        if now != before:
            before, since = now, time.monotonic()


def _nothing(keys: RealKeys, chance: Random) -> None:
    time.sleep(chance.uniform(0, 0.2))


def _type_on(keys: RealKeys, chance: Random) -> None:
    keys.type(TYPED[: chance.randrange(4, len(TYPED))], EVERY)
    time.sleep(chance.uniform(0, EVERY))


def _open_long(keys: RealKeys, chance: Random) -> None:
    keys.key("Control_L", "Next")
    time.sleep(chance.uniform(0, _AT_ONCE))


def _hit_in_long(keys: RealKeys) -> None:
    before = keys.pixels()
    keys.type("calm parent", EVERY)
    keys.wait(lambda: keys.pixels() != before, _PATIENCE)
    settle(keys)


def _open_hit(keys: RealKeys, chance: Random) -> None:
    keys.key("Return")
    time.sleep(chance.uniform(0, _AT_ONCE))


@contextmanager
def compiling(folder: Path) -> Iterator[None]:
    """An edition is compiled over and over in another process."""
    code = (
        "import sys, pathlib; from desktop.edition.editions import compile_edition\n"
        "while True: compile_edition(*map(pathlib.Path, sys.argv[1:]))"
    )
    pack = ROOT / "content" / "leeds"
    with _processes(1, code, str(pack), str(folder)):
        yield


@contextmanager
def hogs(_folder: Path) -> Iterator[None]:
    """Twice as many busy processes as this computer has processors."""
    with _processes(2 * (os.cpu_count() or 1), "while True: pass"):
        yield


@contextmanager
def _processes(number: int, code: str, *words: str) -> Iterator[None]:
    processes = [subprocess.Popen([sys.executable, "-c", code, *words], cwd=ROOT) for _one in range(number)]
    try:
        yield
    finally:
        for process in processes:
            process.kill()
            process.wait()


def _at_once(keys: RealKeys) -> None:
    """The window has its first pixel: nothing else is waited for."""


def _soon(keys: RealKeys, chance: Random) -> None:
    time.sleep(chance.uniform(0, _START))


SITUATIONS = (
    Situation(
        "start", "the window has just come up, the start goes on", 100, _at_once, _soon, at_first_pixel=True
    ),
    Situation("idle", "a page is open, nothing happens", 20, _page, _nothing),
    Situation(
        "typing", f"a search is being typed, {1 / EVERY:.0f} letters in a second", 50, settle, _type_on
    ),
    Situation("layout", f"a page of {WORDS:,} words is being laid out", 50, _page, _open_long, pack=True),
    Situation(
        "huge",
        "a page of 2 MB is being laid out",
        50,
        _page,
        _open_long,
        pack=True,
        module="tests.journeys.leave_rig.huge_page",
    ),
    Situation(
        "hit", f"a hit in a page of {WORDS:,} words is being opened", 50, _hit_in_long, _open_hit, True
    ),
    Situation("compile", "another process compiles an edition", 50, _page, _nothing, beside=compiling),
    Situation("busy", "two busy processes to each processor", 100, _page, _nothing, beside=hogs),
    Situation("busy+typing", "the same, and a search is being typed", 100, settle, _type_on, beside=hogs),
    Situation(
        "indexing",
        "a thread of the program builds an index",
        50,
        _page,
        _nothing,
        module="tests.journeys.leave_rig.busy_program",
    ),
    Situation(
        "indexing+typing",
        "the same, and a search is being typed",
        50,
        settle,
        _type_on,
        module="tests.journeys.leave_rig.busy_program",
    ),
)
