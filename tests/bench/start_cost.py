"""What one start of the program costs, as JSON: `start_cost.py FOLDER`, where FOLDER/edition is the guidance.

CPU seconds and megabytes of this process, without a screen: what else runs on the machine changes little.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.bench.bench_program import Paints, wait  # noqa: E402  # the path above comes first
from tests.bench.peers.launch import own_megabytes  # noqa: E402  # the path above comes first

WORDS = ("bruise", "neglect", "young carer", "self harm", "who do i ring", "talking", "missing", "school")
PAGES = 8
PAINT_CPU, WARM_CPU = "CPU to the first paint", "CPU until the search is warm"
PAINT_MEMORY, WARM_MEMORY = "memory at the first paint", "memory when the search is warm"
USED_MEMORY = "memory after searches and pages"


def start_cost(folder: Path) -> dict[str, float]:
    """Start, let the search get warm, search, open pages; what each step has cost since the process began."""
    gc.disable()  # as desktop/__main__.py does; the program enables it once its search is warm
    from desktop.app import build_program, make_application
    from desktop.app_paths import AppPaths
    from desktop.edition.editions import open_edition
    from desktop.leave.faults import Faults

    edition = open_edition(folder, None, None)
    application = make_application()
    turn = application.processEvents
    program = build_program(edition, AppPaths(), Faults(), end=lambda: None)
    program.window.resize(1366, 705)
    warmed: list[bool] = []
    program.thread.warmed.connect(lambda: warmed.append(True))
    paints = Paints(program.window.start.widget())
    program.show()
    wait(turn, lambda: paints.count > 0)
    cost = {PAINT_CPU: time.process_time(), PAINT_MEMORY: own_megabytes(os.getpid())}
    wait(turn, lambda: bool(warmed))
    cost |= {WARM_CPU: time.process_time(), WARM_MEMORY: own_megabytes(os.getpid())}
    _use(program, turn)
    cost[USED_MEMORY] = own_megabytes(os.getpid())
    program.thread.stop()
    program.thread.wait()
    return cost


def _use(program, turn) -> None:
    """Search as a worker does, then open pages from all over the pack."""
    from PySide6.QtTest import QTest

    shown: list[bool] = []
    program.search.results_shown.connect(lambda: shown.append(True))
    for words in WORDS:
        program.search.close()
        shown.clear()
        QTest.keyClicks(program.window.header.search.field, words)
        wait(turn, lambda: bool(shown))
    program.search.close()
    paints = Paints(program.window.reading.page.viewport())
    known = list(program.library.heads)
    for page in known[:: max(1, len(known) // PAGES)]:
        paints.count = 0
        program.navigation.open_page(page)
        wait(turn, lambda: paints.count > 0)


if __name__ == "__main__":
    print(json.dumps(start_cost(Path(sys.argv[1]))))
