"""How long a page takes to open: `python tests/bench/bench_page.py [RUNS]`; only prints.

For each length: building the document in one go; opening it in a view until its first screen is painted; and,
because a long page is written in parts, until all of it stands, with the longest computing meanwhile before
anything else got its turn: a key, or Quick leave. Medians in milliseconds.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QTimer  # noqa: E402  # the path above comes first
from PySide6.QtWidgets import QApplication  # noqa: E402  # the path above comes first

from content.model import Library, Page  # noqa: E402  # the path above comes first
from content.reading.read import read_pack  # noqa: E402  # the path above comes first
from content.text import section_text  # noqa: E402  # the path above comes first
from desktop.leave.faults import Faults  # noqa: E402  # the path above comes first
from desktop.ui.look.appearance import Appearance  # noqa: E402  # as above
from desktop.ui.look.fonts import load_fonts  # noqa: E402  # the path above comes first
from desktop.ui.look.icons import IconStore  # noqa: E402  # the path above comes first
from desktop.ui.look.look_files import read_look  # noqa: E402  # the path above comes first
from desktop.ui.look.style import Style  # noqa: E402  # the path above comes first
from desktop.ui.page.document import PageContext, build_page  # noqa: E402  # the path above comes first
from desktop.ui.page.view import PageView  # noqa: E402  # the path above comes first

LENGTHS = (500, 5_000, 50_000, 350_000)
TODAY = date(2026, 11, 23)
MS = 1000.0


def long_page(library: Library, page: Page, words: int) -> Page:
    """The page with its sections repeated until it has so many words."""
    own = sum(len(section_text(one, library.contacts).split()) for one in page.sections)
    times = max(1, round(words / own))
    sections = (replace(one, anchor=f"{one.anchor}-{turn}") for turn in range(times) for one in page.sections)
    return replace(page, sections=tuple(sections))


def median(runs: int, what: Callable[[], object]) -> float:
    """Milliseconds that it takes, after one turn that is not counted."""
    what()
    times = []
    for _turn in range(runs):
        begun = time.perf_counter()
        what()
        times.append((time.perf_counter() - begun) * MS)
    return statistics.median(times)


def main(runs: int) -> None:
    """Print a line for each length."""
    application = QApplication.instance() or QApplication([])
    library = read_pack(ROOT / "content" / "leeds").library
    assert library is not None
    style = Style(read_look("light"), 1.0, load_fonts(), IconStore())
    view = PageView(Appearance(style), Faults())
    view.resize(1066, 590)
    view.set_column(233, 600)
    view.show()
    for words in LENGTHS:
        page = long_page(library, library.pages["babies"], words)
        context = PageContext(library, page, "", "", TODAY)

        def show(context: PageContext = context) -> None:
            view.show_page(context)
            application.processEvents()
            view.viewport().repaint()

        def build(context: PageContext = context) -> None:
            build_page(context, style)

        gaps: list[float] = []

        def show_whole(context: PageContext = context, gaps: list[float] = gaps) -> None:
            ticks = [time.thread_time()]  # what others compute on this machine does not count
            timer = QTimer()
            timer.timeout.connect(lambda: ticks.append(time.thread_time()))
            timer.start(1)
            view.show_page(context)
            while view._renderer.growing:
                application.processEvents()
            gaps += [(after - before) * MS for before, after in pairwise(ticks)]

        built, shown, whole = median(runs, build), median(runs, show), median(runs, show_whole)
        print(
            f"{words:6} words: built {built:6.1f}, first screen painted {shown:5.1f}, all of it {whole:6.1f},"
            f" nothing else for {max(gaps, default=0):5.1f}"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
