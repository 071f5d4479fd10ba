"""From a key to the painted hits, stage by stage: `python tests/bench/bench_keys.py [FOLDER ...]`; prints.

Types the words of `bench_program.py` into the real window, letter by letter, and divides what a letter costs.
CPU is that of the window's thread alone, so that a busy machine blurs it less; wall is what a worker waits.

- key: the letter is taken into the box and the question asked
- answer: the answer is taken in: title, filters, hits
- paint: the window's update in which the hits are painted
- layout: all else that the window does until they stand there
- after: what is still done then

FOLDER holds a compiled `edition/`, as `python -m desktop.edition.editions PACK FOLDER/edition` makes it.
Without one the program's own pack is asked.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt  # noqa: E402  # the path comes first
from PySide6.QtGui import QKeyEvent  # noqa: E402  # as above

from desktop.app import build_program, make_application  # noqa: E402  # as above
from desktop.app_paths import AppPaths  # noqa: E402  # as above
from desktop.edition.editions import open_edition  # noqa: E402  # as above
from desktop.leave.faults import Faults  # noqa: E402  # as above
from desktop.program import Program  # noqa: E402  # the path above comes first
from tests.bench.bench_program import MS, WORDS  # noqa: E402  # as above

Stages = dict[str, float]
CPU_STAGES = ("key", "answer", "layout", "paint", "after")


class Watch(QObject):
    """Times the two events that stages begin or end with: the answer's arrival and the window's update."""

    def __init__(self, program: Program) -> None:
        super().__init__()
        self._program = program
        self.painted = False
        self._shown = False
        self.cpu: Stages = {}
        self.wall: Stages = {}
        self._begun = 0.0
        program.search.results_shown.connect(self._results_shown)
        # called in the search thread, as the answer sets out
        program.thread.answered.connect(self._answered, Qt.ConnectionType.DirectConnection)
        program.search.installEventFilter(self)
        program.window.installEventFilter(self)

    def begin(self) -> None:
        self.painted = self._shown = False
        self.cpu = dict.fromkeys(("answer", "paint"), 0.0)
        self.wall = {}
        self._begun = time.perf_counter()

    def _note(self, name: str) -> None:
        self.wall[name] = (time.perf_counter() - self._begun) * MS

    def _answered(self) -> None:
        self._note("answered")

    def _results_shown(self) -> None:
        self._shown = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.painted:
            return False
        if watched is self._program.search and event.type() == QEvent.Type.MetaCall:
            self._note("taken in from")
            self._timed("answer", watched, event)
            return True
        if watched is self._program.window and event.type() == QEvent.Type.UpdateRequest:
            if not self._shown:
                return False
            self._timed("paint", watched, event)
            self._note("painted")
            self.painted = True
            return True
        return False

    def _timed(self, stage: str, watched: QObject, event: QEvent) -> None:
        begun = time.thread_time()
        watched.event(event)
        self.cpu[stage] += (time.thread_time() - begun) * MS


def wait(done: Callable[[], bool]) -> None:
    """Handle events as they come; unlike a loop that polls, it leaves the processor to the search thread."""
    until = time.monotonic() + 20
    while not done():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        if time.monotonic() > until:
            raise SystemExit("The program did not come to the next step of the benchmark.")


def settle() -> None:
    """Handle what is still to be done at once."""
    for _turn in range(5):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def press(field: QObject, letter: str) -> None:
    """Hand one letter to the field, and no other event."""
    key = QKeyEvent(QEvent.Type.KeyPress, ord(letter.upper()), Qt.KeyboardModifier.NoModifier, letter)
    QCoreApplication.sendEvent(field, key)


def type_letter(program: Program, watch: Watch, letter: str) -> tuple[Stages, Stages]:
    """What this letter cost: CPU by stage, wall by stage, in milliseconds."""
    begun = time.thread_time()
    watch.begin()
    press(program.window.search_box.field, letter)
    key = time.thread_time()
    wait(lambda: watch.painted)
    painted = time.thread_time()
    settle()
    after = time.thread_time()
    cpu = {**watch.cpu, "key": (key - begun) * MS, "after": (after - painted) * MS}
    cpu["layout"] = (painted - key) * MS - cpu["answer"] - cpu["paint"]
    times = watch.wall
    wall = {
        "key to answer": times["answered"],
        "hand-over": times["taken in from"] - times["answered"],
        "answer to paint": times["painted"] - times["taken in from"],
        "key to paint": times["painted"],
    }
    return cpu, wall


def type_all(program: Program, watch: Watch) -> list[tuple[Stages, Stages, bool]]:
    """Every letter, and whether it was the last of its words."""
    taken = []
    for words in WORDS:
        program.search.close()
        program.window.search_box.field.setFocus()
        settle()
        for at, letter in enumerate(words):
            if letter == " ":
                press(program.window.search_box.field, letter)
                settle()
            else:
                taken.append((*type_letter(program, watch, letter), at == len(words) - 1))
    return taken


def run(folder: Path) -> None:
    application = make_application()
    edition = open_edition(folder, None, folder / ".build" / "edition")
    program = build_program(edition, AppPaths(), Faults(), end=lambda: None)
    program.window.resize(1366, 705)
    warmed: list[bool] = []
    program.thread.warmed.connect(lambda: warmed.append(True))
    program.show()
    wait(lambda: bool(warmed))
    watch = Watch(program)
    type_all(program, watch)  # the first time of each thing is not what typing costs
    taken = [one for _round in range(5) for one in type_all(program, watch)]
    print(f"{len(program.library.heads)} pages, {application.platformName()}, {len(taken)} letters")
    tell("CPU, every letter", {name: [cpu[name] for cpu, _, _ in taken] for name in CPU_STAGES})
    tell("CPU together", {"all but the key": [sum(cpu.values()) - cpu["key"] for cpu, _, _ in taken]})
    for title, all_letters in (("wall, every letter", True), ("wall, last letter", False)):
        walls = [wall for _, wall, last in taken if last or all_letters]
        tell(title, {name: [wall[name] for wall in walls] for name in walls[0]})
    program.thread.stop()
    program.thread.wait()


def tell(title: str, figures: dict[str, list[float]]) -> None:
    print(title)
    for name, values in figures.items():
        ordered = sorted(values)
        median, p95 = statistics.median(values), ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
        print(f"  {name:18} median {median:6.2f}   p95 {p95:6.2f}   worst {ordered[-1]:6.2f} ms")


def main(folders: list[str]) -> None:
    for folder in folders or [str(ROOT)]:
        subprocess.run([sys.executable, __file__, "--child", folder], check=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        run(Path(sys.argv[2]))
    else:
        main(sys.argv[1:])
