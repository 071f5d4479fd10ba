"""A second start asks for the window: it comes forward as it is, and never again once it is leaving."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.app import build_program, make_application
from desktop.instance.instance import NullInstance
from desktop.instance.lock_file import acquire_file
from tests.journeys.conftest import Worker, open_program

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows needs no lock file")


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    return tmp_path / "window.lock"


@pytest.fixture
def holder(qtbot, edition, places, faults, lock: Path) -> Iterator[Worker]:
    """The program, holding a lock that another start finds."""
    yield from open_program(qtbot, edition, places, faults, acquire_file(lock, 0))


def ask(lock: Path) -> None:
    """What another start does."""
    assert isinstance(acquire_file(lock, 0), NullInstance)


def test_the_window_comes_forward_with_the_same_page_and_words(holder: Worker, lock: Path) -> None:
    holder.program.navigation.open_page("domestic-abuse")
    page, window = holder.whole_page(), holder.program.window
    window.showMinimized()
    ask(lock)
    holder.qtbot.waitUntil(lambda: lock.stat().st_mtime_ns != 0)
    assert not window.isMinimized()
    holder.qtbot.waitUntil(window.isActiveWindow)
    assert holder.page() == page != ""
    assert not holder.program.activation.asks


def test_nothing_comes_forward_once_leaving_has_begun(holder: Worker, lock: Path) -> None:
    handle = lock.open()  # the lock itself is removed
    ask(lock)
    holder.program.leaving.leave()
    holder.run_events()
    holder.program.activation.look()
    assert not holder.program.window.isVisible()
    assert holder.program.leaving.steps.failed == ()
    assert not holder.program.activation.asks
    assert not lock.exists()
    handle.close()


def test_the_lock_is_free_before_the_window_goes_and_removed_after(worker) -> None:
    names = worker.program.leaving.steps.names
    in_turn = ("stop answering", "free the lock", "hide every window", "remove the lock")
    order = [names.index(one) for one in in_turn]
    assert order == sorted(order)
    assert names.index("free the lock") == 2


def test_a_window_that_was_never_painted_comes_forward_too(
    qtbot, edition, places, faults, lock: Path
) -> None:
    """As one that the desktop starts minimised."""
    make_application()
    held = acquire_file(lock, 0)
    program = build_program(edition, places, faults, end=lambda: None, instance=held)
    qtbot.addWidget(program.window)
    program.window.setUpdatesEnabled(False)
    program.show()
    QApplication.processEvents()
    ask(lock)
    qtbot.waitUntil(lambda: lock.stat().st_mtime_ns != 0)
    assert not program.thread.isRunning()  # the first paint has not come
    program.leaving.leave()
    QApplication.processEvents()
    program.leaving.gate.open()
