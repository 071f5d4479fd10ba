"""How long the window waits for its own threads: `python tests/bench/bench_turns.py [SECONDS ...]`; prints.

A timer of the window ticks each millisecond while the search thread opens its index, gets warm and answers.
A gap between two ticks is time in which no key is heard, Quick leave's neither: a thread has kept Python's
lock, or the window itself was busy. It should stay below 20 ms where only the thread works, and below 50 ms
where the window draws what it is told.

SECONDS are switch intervals to compare: how long a thread may compute before another one gets its turn.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from threading import Thread

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

MS = 1000.0
WORDS = ("bruise on a baby", "coersive control", "young carers", "who do i ring at night", "slef harm")
EVERY = 0.06
"""Seconds from letter to letter."""


class Ticks:
    """Notes when the window had its turns."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self.times: list[float] = []
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(lambda: self.times.append(time.perf_counter()))
        self._timer.start(1)

    def tell(self, name: str) -> None:
        """Print the gaps since the last telling, the longest first of all."""
        gaps = sorted((after - before) * MS for before, after in pairwise(self.times))
        late = gaps[round((len(gaps) - 1) * 0.99)]
        over = [sum(gap > limit for gap in gaps) for limit in (20, 50)]
        print(
            f"  {name:34} longest {gaps[-1]:6.1f} ms   p99 {late:5.1f}"
            f"   over 20 ms {over[0]:3}   over 50 ms {over[1]:3}   of {len(gaps)} turns"
        )
        self.times = self.times[-1:]


def run_until(turn: Callable[[], None], done: Callable[[], bool], patience: float = 20.0) -> None:
    """Handle events until it is so."""
    until = time.monotonic() + patience
    while not done() and time.monotonic() < until:
        turn()


def rest(turn: Callable[[], None], seconds: float) -> None:
    until = time.monotonic() + seconds
    run_until(turn, lambda: time.monotonic() > until)


def type_words(program, turn: Callable[[], None]) -> None:
    """Type quickly, as on a real keyboard; then open what was found."""
    from PySide6.QtTest import QTest

    box = program.window.header.search.field
    for words in WORDS:
        program.search.close()
        box.setFocus()
        for letter in words:
            QTest.keyClicks(box, letter)
            rest(turn, EVERY)
        rest(turn, 0.3)


def build_for_ever() -> None:
    from desktop.edition.compile_edition import read_library
    from index.build import build_index

    while True:
        build_index(read_library(ROOT / "content" / "leeds")[0])


def stretches(interval: float) -> None:
    """One start of the program with this switch interval, stretch by stretch."""
    gc.disable()  # as desktop/__main__.py does; the program enables it once its search is warm
    sys.setswitchinterval(interval)
    from desktop.app import build_program, make_application
    from desktop.app_paths import AppPaths
    from desktop.edition.editions import open_edition
    from desktop.leave.faults import Faults

    application = make_application()
    turn = application.processEvents
    edition = open_edition(ROOT, None, ROOT / ".build" / "edition")
    program = build_program(edition, AppPaths(), Faults(), end=lambda: None)
    program.window.resize(1366, 705)
    ready: list[bool] = []
    program.thread.ready.connect(lambda: ready.append(True))
    warmed: list[bool] = []
    program.thread.warmed.connect(lambda: warmed.append(True))
    program.show()
    run_until(turn, program.thread.isRunning)  # it starts after the first paint, as for a worker
    ticks = Ticks()
    run_until(turn, lambda: bool(ready))
    ticks.tell("the index is opened")
    run_until(turn, lambda: bool(warmed))
    ticks.tell("the search gets warm")
    rest(turn, 0.5)
    ticks.tell("nothing happens")
    type_words(program, turn)
    ticks.tell("words are typed and answered")
    Thread(target=build_for_ever, daemon=True).start()
    rest(turn, 3)
    ticks.tell("another index is built meanwhile")
    type_words(program, turn)
    ticks.tell("the same, and words are typed")
    sys.stdout.flush()
    os._exit(0)  # the thread that builds never ends


def main(intervals: list[str]) -> None:
    for interval in intervals or ["0.005", "0.001", "0.0005"]:
        print(f"Switch interval {float(interval) * MS:g} ms:", flush=True)
        subprocess.run([sys.executable, __file__, "--child", interval], check=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        stretches(float(sys.argv[2]))
    else:
        main(sys.argv[1:])
