"""A second start asks for the window: it comes forward as it is, and never again once it is leaving."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.app import build_program, make_application
from desktop.instance.instance import Request
from tests.desktop.instance.starts import answered, ask, leave, start
from tests.journeys.conftest import ROOT, Worker, open_program

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows needs no lock file")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "locks"


@pytest.fixture
def holder(qtbot, edition, places, faults, folder: Path) -> Iterator[Worker]:
    """The program, holding a lock that another start finds."""
    yield from open_program(qtbot, edition, places, faults, start(folder))


def test_the_window_comes_forward_with_the_same_page_and_words(holder: Worker, folder: Path) -> None:
    holder.program.navigation.open_page("domestic-abuse")
    page, window = holder.whole_page(), holder.program.window
    window.showMinimized()
    ask(folder)
    holder.qtbot.waitUntil(lambda: answered(folder))
    assert not window.isMinimized()
    holder.qtbot.waitUntil(window.isActiveWindow)
    assert holder.page() == page != ""
    assert not holder.program.activation.asks


def test_nothing_comes_forward_once_leaving_has_begun(holder: Worker, folder: Path) -> None:
    ask(folder)
    holder.program.leaving.leave()
    holder.run_events()
    holder.program.activation.look()
    assert not holder.program.window.isVisible()
    assert holder.program.leaving.steps.failed == ()
    assert not holder.program.activation.asks
    assert not folder.exists()


def test_the_lock_is_free_before_the_window_goes_and_removed_after(worker) -> None:
    names = worker.program.leaving.steps.names
    in_turn = (
        *("stop answering", "free the lock", "hide every window", "tell the other windows"),
        "remove the lock",
    )
    order = [names.index(one) for one in in_turn]
    assert order == sorted(order)
    assert names.index("free the lock") == 2


def test_a_window_that_was_never_painted_comes_forward_too(
    qtbot, edition, places, faults, folder: Path
) -> None:
    """As one that the desktop starts minimised."""
    make_application()
    held = start(folder)
    program = build_program(edition, places, faults, end=lambda: None, instance=held)
    qtbot.addWidget(program.window)
    program.window.setUpdatesEnabled(False)
    program.show()
    QApplication.processEvents()
    ask(folder)
    qtbot.waitUntil(lambda: answered(folder))
    assert not program.thread.isRunning()  # the first paint has not come
    program.leaving.leave()
    QApplication.processEvents()
    program.leaving.gate.open()


def test_leaving_in_another_window_leaves_this_one(holder: Worker, folder: Path) -> None:
    holder.program.navigation.open_page("domestic-abuse")
    other = start(folder, "handrail-ba9876543210")
    assert other.open()
    holder.program.activation.begin()
    other.release()
    other.tell_others()
    holder.qtbot.waitUntil(lambda: not holder.program.window.isVisible())
    holder.qtbot.waitUntil(lambda: holder.ended == [True])
    assert not other.others_stay()
    other.remove()
    assert not folder.exists()


def test_leaving_tells_every_window_of_this_person(holder: Worker, folder: Path) -> None:
    others = [start(folder, f"handrail-{number:012x}") for number in (1, 2)]
    holder.program.leaving.leave()
    assert [other.request() for other in others] == [Request.LEAVE, Request.LEAVE]
    assert not any(other.open() for other in others)
    for other in others:
        leave(other)


OVERTAKEN = """
import os
from PySide6.QtWidgets import QApplication
from desktop.app import open_window
from desktop.app_paths import AppPaths
from desktop.instance.instance import NullInstance
from desktop.options import Options

class Overtaken(NullInstance):
    def open(self):
        return False

code = open_window(Options(), AppPaths(), Overtaken())
print(code, any(one.isVisible() for one in QApplication.topLevelWidgets()), flush=True)
os._exit(0)
"""


@pytest.mark.slow
def test_a_start_that_was_overtaken_shows_nothing_and_ends() -> None:
    done = subprocess.run(
        [sys.executable, "-c", OVERTAKEN], cwd=ROOT, stdout=subprocess.PIPE, text=True, timeout=60, check=True
    )
    assert done.stdout == "0 False\n"
