"""How quick and how light the program is: `./dev bench`, or `python tests/bench/bench_program.py [RUNS]`.

Each run is a new process. Times in milliseconds, memory in megabytes; medians, and p95 where there are many.
Only prints: a shared machine is no place for assertions on time.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WORDS = ("bruise baby", "coersive control", "young carer", "who do i ring", "self harm")
MS = 1000.0


def child(begun: float) -> dict[str, list[float]]:
    """One start of the program, from the parent's clock on; every figure a list."""
    sys.path.insert(0, str(ROOT))
    import desktop.__main__  # what `python -m desktop` imports first
    from desktop.app import complete, make_application
    from desktop.app_paths import AppPaths
    from desktop.edition.editions import open_edition
    from desktop.front import build_front
    from desktop.leave.faults import Faults

    seen: dict[str, list[float]] = {"imported": [(time.monotonic() - begun) * MS]}
    edition = open_edition(ROOT, None, ROOT / ".build" / "edition")
    application = make_application()
    front = build_front(edition, AppPaths(), Faults(), end=lambda: None)
    front.window.resize(1366, 705)
    paints = Paints(front.window.start.widget())
    painted: list[bool] = []
    front.show(lambda: painted.append(True))
    wait(application.processEvents, lambda: paints.count > 0 and bool(painted))
    seen["first paint"] = [(time.monotonic() - begun) * MS]
    seen["CPU to first paint"] = [time.process_time() * MS]
    program = complete(front)
    seen["all parts built"] = [(time.monotonic() - begun) * MS]
    ready: list[bool] = []
    program.thread.ready.connect(lambda: ready.append(True))
    program.begin()
    wait(application.processEvents, lambda: bool(ready))
    seen["index ready"] = [(time.monotonic() - begun) * MS]
    seen["key to results painted"] = keys(program, application.processEvents)
    seen["page open and painted"] = pages(program, application.processEvents)
    seen.update(memory())
    program.thread.stop()
    program.thread.wait()
    assert desktop.__main__
    return seen


def keys(program, turn: Callable[[], None]) -> list[float]:
    """From each letter to the painted answer for it."""
    from PySide6.QtTest import QTest

    box, hits = program.window.header.search.field, program.window.results.hits
    paints = Paints(hits.viewport())
    shown: list[bool] = []
    program.search.results_shown.connect(lambda: shown.append(True))
    taken = []
    for words in WORDS:
        program.search.close()
        box.setFocus()
        for letter in words:
            if letter == " ":
                QTest.keyClicks(box, letter)
                wait_a_turn(turn)
                continue
            shown.clear()
            paints.count = 0
            begun = time.perf_counter()
            QTest.keyClicks(box, letter)
            wait(turn, lambda: bool(shown) and (paints.count > 0 or not hits.isVisible()))
            taken.append((time.perf_counter() - begun) * MS)
    program.search.close()
    return taken


def pages(program, turn: Callable[[], None]) -> list[float]:
    """From the wish to the painted page, for every page; the first of all warms the type."""
    paints = Paints(program.window.reading.page.viewport())
    taken = []
    for page in program.library.heads:
        paints.count = 0
        begun = time.perf_counter()
        program.navigation.open_page(page)
        wait(turn, lambda: paints.count > 0)
        taken.append((time.perf_counter() - begun) * MS)
    return taken


class Paints:
    """Counts the paint events of a widget that have been handled."""

    def __init__(self, widget) -> None:
        from PySide6.QtCore import QEvent, QObject, QTimer

        self.count = 0
        counter = self

        class Filter(QObject):
            def eventFilter(self, watched, event) -> bool:
                if event.type() == QEvent.Type.Paint:
                    QTimer.singleShot(0, counter.add)
                return False

        self._filter = Filter(widget)
        widget.installEventFilter(self._filter)

    def add(self) -> None:
        self.count += 1


def wait(turn: Callable[[], None], done: Callable[[], bool]) -> None:
    from PySide6.QtCore import QCoreApplication, QEvent

    begun = time.monotonic()
    while not done():
        turn()
        # a running program does this by itself; without it every page that was open stays in memory
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        if time.monotonic() - begun > 20:
            raise SystemExit("The program did not come to the next step of the benchmark.")


def wait_a_turn(turn: Callable[[], None]) -> None:
    until = time.monotonic() + 0.02
    while time.monotonic() < until:
        turn()


def memory() -> dict[str, list[float]]:
    """RSS and USS of this process, where the system tells."""
    rollup = Path("/proc/self/smaps_rollup")
    if not rollup.exists():
        return {}
    sizes = dict(line.split(":", 1) for line in rollup.read_text().splitlines()[1:])
    kilobytes = {name: int(rest.split()[0]) for name, rest in sizes.items()}
    own = kilobytes["Private_Clean"] + kilobytes["Private_Dirty"]
    return {"RSS": [kilobytes["Rss"] / 1024], "USS": [own / 1024]}


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    figures: dict[str, list[float]] = {}
    for run in range(runs + 1):
        command = [sys.executable, __file__, "--child", str(time.monotonic())]
        told = json.loads(subprocess.run(command, env=environment, capture_output=True, check=True).stdout)
        for name, values in told.items():
            figures.setdefault(name, []).extend(values if run else [])  # the first run warms the disk
    print(f"{runs} starts, {environment['QT_QPA_PLATFORM']}, Python {sys.version.split()[0]}")
    for name, values in figures.items():
        ordered = sorted(values)
        p95 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
        print(f"{name:24} median {statistics.median(values):7.1f}   p95 {p95:7.1f}   n {len(values)}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        print(json.dumps(child(float(sys.argv[2]))))
    else:
        main()
