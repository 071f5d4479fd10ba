"""What opening a page costs the window's thread by stage: `python tests/bench/bench_page_open.py [RUNS]`.

The whole program on the Leeds pack, every page of it, from the wish until the window has been painted with
the page in it. CPU of that thread alone: what others compute on this machine does not count. The first
opening of each page and the later ones are told apart. A stage counts without the stages inside it; what no
stage claims (Qt's own events, layout, composing) is "Qt between". Medians and p95 in milliseconds.
"""

from __future__ import annotations

import gc
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QCoreApplication, QEvent  # noqa: E402  # the path above comes first
from PySide6.QtWidgets import QTextBrowser  # noqa: E402  # as above

from content.model import Library  # noqa: E402  # the path above comes first
from desktop.app import build_program, make_application  # noqa: E402  # as above
from desktop.app_paths import AppPaths  # noqa: E402  # the path above comes first
from desktop.edition.editions import open_edition  # noqa: E402  # the path above comes first
from desktop.leave.faults import Faults  # noqa: E402  # the path above comes first
from desktop.program import Program  # noqa: E402  # as above
from desktop.ui.control.navigation import NavigationController  # noqa: E402  # as above
from desktop.ui.header import Header  # noqa: E402  # the path above comes first
from desktop.ui.main_window import MainWindow  # noqa: E402  # the path above comes first
from desktop.ui.page.bar import PageBar  # noqa: E402  # the path above comes first
from desktop.ui.page.column import Column  # noqa: E402  # the path above comes first
from desktop.ui.page.document import IncrementalRenderer  # noqa: E402  # as above
from desktop.ui.page.outline import Outline  # noqa: E402  # the path above comes first
from desktop.ui.page.painter import PagePainter  # noqa: E402  # the path above comes first
from desktop.ui.page.reading_area import ReadingArea  # noqa: E402  # the path above comes first
from desktop.ui.page.view import PageView  # noqa: E402  # the path above comes first
from desktop.ui.sidebar.sidebar import Sidebar  # noqa: E402  # the path above comes first
from desktop.ui.sidebar.topic_tree import TopicTree  # noqa: E402  # as above
from desktop.ui.widgets.push_button import PushButton  # noqa: E402  # the path above comes first

MS = 1000.0
WINDOW = (1366, 705)
LONGEST_WAIT = 20
STAGES: tuple[tuple[str, type, str], ...] = (
    ("navigation", NavigationController, "open_page"),
    ("breadcrumb, star", PageBar, "show_breadcrumb"),
    ("breadcrumb, star", PageBar, "show_bookmarked"),
    ("writing the document", IncrementalRenderer, "__init__"),
    ("writing the document", IncrementalRenderer, "write"),
    ("column", Column, "apply"),
    ("setDocument", PageView, "setDocument"),
    ("outline, placing", ReadingArea, "show_sections"),
    ("trees", TopicTree, "show_place"),
    ("showing the part", MainWindow, "show_part_and_focus"),
    ("page: resize", PageView, "resizeEvent"),
    ("paint: page", PageView, "paintEvent"),
    ("paint: boxes, markers", PagePainter, "draw"),
    ("paint: outline", Outline, "paintEvent"),
    ("paint: buttons, bars", PushButton, "paintEvent"),
    ("paint: buttons, bars", PageBar, "paintEvent"),
    ("paint: buttons, bars", Header, "paintEvent"),
    ("paint: sidebar", TopicTree, "paintEvent"),
    ("paint: sidebar", Sidebar, "paintEvent"),
)


class Stages:
    """CPU of each stage from `begin` to `end`, without the stages inside it."""

    def __init__(self) -> None:
        self.taken: dict[str, float] = {}
        self.page_painted = False
        self._running: list[str] = []
        self._counting = False
        self._since = 0.0

    def begin(self) -> None:
        """Another page is to be opened."""
        self.taken = {}
        self.page_painted = False
        self._counting = True
        self._since = time.thread_time()

    def end(self) -> None:
        """The window has been painted."""
        self._count()
        self._counting = False

    @property
    def ended(self) -> bool:
        """Whether it has been painted."""
        return not self._counting

    def _count(self) -> None:
        now = time.thread_time()
        if self._counting:
            stage = self._running[-1] if self._running else "Qt between"
            self.taken[stage] = self.taken.get(stage, 0.0) + (now - self._since) * MS
        self._since = now

    def watch(self, stage: str, owner: type, name: str) -> None:
        """Count each call of this method to the stage."""
        method = getattr(owner, name)

        def counted(*args: Any, **kwargs: Any) -> Any:
            self._count()
            self._running.append(stage)
            try:
                return method(*args, **kwargs)
            finally:
                self._count()
                self._running.pop()
                self.page_painted |= stage == "paint: page"

        setattr(owner, name, counted)

    def watch_updates(self, window: type[MainWindow]) -> None:
        """End when the window has sent all that was to be painted on its way, the page among it."""

        def event(this: MainWindow, event: QEvent) -> bool:
            heard = super(window, this).event(event)
            if event.type() == QEvent.Type.UpdateRequest and self.page_painted:
                self.end()
            return heard

        window.event = event  # type: ignore[method-assign]  # only a bench may


def open_and_paint(stages: Stages, program: Program, page: str, turn: Callable[[], None]) -> float:
    """Open a page until the window is painted; its CPU in milliseconds, the stages of it in `stages`."""
    until = time.monotonic() + LONGEST_WAIT
    stages.begin()
    program.navigation.open_page(page)
    while not stages.ended:
        turn()
        if time.monotonic() > until:
            raise SystemExit(f"{page} was never painted")
    taken = sum(stages.taken.values())
    settle(program, turn)
    return taken


def settle(program: Program, turn: Callable[[], None]) -> None:
    """Let the rest of the page, and what was put off, come."""
    rest = time.monotonic() + 0.06
    while program.window.page_view._renderer.growing or time.monotonic() < rest:
        turn()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def told(name: str, values: list[float]) -> str:
    """One line of the table."""
    ordered = sorted(values)
    p95 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    return f"{name:24} median {statistics.median(values):6.2f}   p95 {p95:6.2f}   n {len(values)}"


def measure(stages: Stages, program: Program, library: Library, turn: Callable[[], None], name: str) -> None:
    """Open every page once, and print what it took."""
    totals: list[float] = []
    parts: dict[str, list[float]] = {}
    for number, page in enumerate(library.heads):
        totals.append(open_and_paint(stages, program, page, turn))
        for stage, taken in stages.taken.items():
            parts.setdefault(stage, [0.0] * number).append(taken)
        for values in parts.values():
            values.extend([0.0] * (number + 1 - len(values)))
    print(told(name, totals))
    for stage in sorted(parts, key=lambda one: -statistics.mean(parts[one])):
        print("   " + told(stage, parts[stage]))


def main(runs: int) -> None:
    """Print the stages of first and of later openings."""
    stages = Stages()
    PageView.setDocument = QTextBrowser.setDocument  # type: ignore[method-assign]  # to be watched as ours
    stages.watch_updates(MainWindow)
    for stage in STAGES:
        stages.watch(*stage)
    application = make_application()
    edition = open_edition(ROOT, None, ROOT / ".build" / "edition")
    program = build_program(edition, AppPaths(), Faults(), end=lambda: None)
    program.window.resize(*WINDOW)
    program.window.show()
    settle(program, application.processEvents)
    gc.freeze()  # as the program does after its first paint
    names = list(edition.library.heads)
    first = open_and_paint(stages, program, names[-1], application.processEvents)
    print(f"first page of all, with the reading area: {first:.1f}")
    for stage, taken in sorted(stages.taken.items(), key=lambda one: -one[1]):
        print(f"   {stage:24} {taken:6.2f}")
    measure(stages, program, edition.library, application.processEvents, "first opening")
    for run in range(runs):
        measure(stages, program, edition.library, application.processEvents, f"opened again, run {run + 1}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2)
