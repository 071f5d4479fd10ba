"""Whatever breaks, hangs or pops up while leaving: the window is gone, stays gone, and the process ends."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QRasterWindow, QSessionManager, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from desktop.ui.control import leaving as leaving_module
from tests.journeys.conftest import Witness

ROOT = Path(__file__).resolve().parents[2]
STEPS = (
    *("close the gate", "stop answering", "free the lock", "cover the window", "hide every window"),
    *("tell the other windows", "sweep", "remove the lock", "stop searching", "stop printing"),
    *("forget the results", "forget the history", "forget the page", "forget the outline"),
    *("forget the find bar", "forget the page bar", "forget the topic page", "forget the search box"),
    *("forget the trees", "forget the notice", "forget the patterns", "forget the clipboard"),
    *("forget the faults", "end"),
)


def on_screen() -> list[QWindow]:
    return [window for window in QGuiApplication.topLevelWindows() if window.isVisible()]


def instead(worker, name: str, run: Callable[[Callable[[], object]], object]) -> None:
    """Take another step in place of one; it is handed what the one would have done."""
    steps = worker.program.leaving.steps
    assert name in steps.names
    steps._steps = tuple(
        replace(one, run=lambda own=one.run: run(own)) if one.name == name else one for one in steps._steps
    )


def fail(_own: object) -> None:
    raise RuntimeError("domestic-abuse")


def test_the_steps_stand_in_their_order(worker) -> None:
    assert worker.program.leaving.steps.names == STEPS


@pytest.mark.parametrize("name", STEPS)
def test_a_step_that_fails_stops_nothing(
    worker, name: str, capfd: pytest.CaptureFixture[str], expect_faults: Callable[..., None]
) -> None:
    worker.program.navigation.open_page("domestic-abuse")
    instead(worker, name, fail)
    worker.program.leaving.leave()
    worker.run_events()  # if hiding fails, the first sweep hides
    assert on_screen() == []
    worker.qtbot.waitUntil(lambda: bool(worker.ended), timeout=5000)
    assert worker.ended[0] is (name != "end")  # only a failed end is left to the watch
    assert worker.program.leaving.steps.failed == (name,)
    assert "".join(capfd.readouterr()) == ""
    expect_faults(*(["RuntimeError"] if name in ("forget the faults", "end") else []))  # after the clearing


HANGS_WITH_PYTHON_HELD = """
import ctypes
from desktop.leave.faults import Faults
from desktop.leave.leave_steps import LeaveSteps, Step
LeaveSteps([Step("hangs", lambda: ctypes.PyDLL(None).sleep(60))], Faults(), latest_end=0.3).leave()
print("came back")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="calls the C library by its Unix name")
def test_a_step_that_lets_no_python_run_is_ended_all_the_same() -> None:
    done = subprocess.run(
        [sys.executable, "-c", HANGS_WITH_PYTHON_HELD], cwd=ROOT, capture_output=True, text=True, timeout=30
    )
    assert (done.stdout, done.stderr) == ("", "")


def test_a_signal_leaves_at_the_next_turn_and_is_watched_from_now_on(worker, monkeypatch) -> None:
    """Its handler runs wherever Python is: in the middle of a paint event nothing may be taken from Qt."""
    program, watched = worker.program, []
    monkeypatch.setattr(program.leaving.steps, "watch", lambda: watched.append(program.window.isVisible()))
    program.leaving.leave_soon()
    assert watched == [True]
    assert program.window.isVisible()
    worker.run_events()
    assert not program.window.isVisible()
    worker.qtbot.waitUntil(lambda: bool(worker.ended), timeout=5000)


def test_the_windows_go_before_the_clearing_and_the_cover_before_them(worker) -> None:
    window, told = worker.program.window, []

    def look(own: Callable[[], object]) -> None:
        told.append((window.isVisible(), window.cover.isVisible(), window.cover.geometry() == window.rect()))
        own()

    instead(worker, "hide every window", look)
    instead(worker, "stop searching", look)
    worker.program.leaving.leave()
    assert told == [(True, True, True), (False, False, True)]


def test_the_end_comes_in_order_and_once(worker) -> None:
    worker.leave()
    assert worker.ended == [True]
    assert worker.program.thread.isFinished()


def test_the_end_waits_for_the_last_sweep_and_for_the_search(worker, monkeypatch) -> None:
    bare, told, thread = QRasterWindow(), [], worker.program.thread

    def sweep_and_show(own: Callable[[], object]) -> None:
        own()
        QTimer.singleShot(leaving_module.SWEEPS_MS[-1] - 5, bare.show)
        QTimer.singleShot(leaving_module.SWEEPS_MS[-1], lambda: told.append("swept"))

    instead(worker, "sweep", sweep_and_show)
    monkeypatch.setattr(worker.program.leaving, "_end", lambda: told.append(bare.isVisible()))
    wait = thread.wait
    monkeypatch.setattr(thread, "wait", lambda patience: told.append(patience) or wait(patience))
    worker.program.leaving.leave()
    worker.qtbot.waitUntil(lambda: len(told) >= 3, timeout=5000)
    assert told[:3] == ["swept", 10, False]


def test_the_lock_is_free_while_the_window_stands_and_its_file_goes_after(worker) -> None:
    window, told = worker.program.window, []
    instance = worker.program.leaving._instance
    for name in ("free the lock", "remove the lock"):
        instead(worker, name, lambda own: told.append((own.__self__, own.__name__, window.isVisible())))
    worker.program.leaving.leave()
    assert told == [(instance, "release", True), (instance, "remove", False)]


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
def test_menus_go_before_the_window_that_they_belong_to(worker, witness: Witness, monkeypatch) -> None:
    window = worker.program.window
    menu = QMenu(window)
    below = menu.addMenu("Below")
    below.addAction("First")
    menu.popup(QPoint(20, 20))
    below.popup(QPoint(60, 40))
    worker.qtbot.waitUntil(lambda: QApplication.activePopupWidget() is below)
    # Qt lists its windows in no order: here the one that should go last comes first
    monkeypatch.setattr(QApplication, "topLevelWidgets", staticmethod(lambda: [window, menu, below]))
    worker.program.leaving.leave()
    assert witness.hidden == [below, menu, window]


def test_the_windows_that_were_there_are_kept_away_from_now_on(worker) -> None:
    kept_away = Qt.WidgetAttribute.WA_DontShowOnScreen
    assert not worker.program.window.testAttribute(kept_away)
    worker.program.leaving.leave()
    assert worker.program.window.testAttribute(kept_away)


def test_a_window_that_qt_has_deleted_keeps_no_other_on_the_screen(worker, monkeypatch) -> None:
    class Deleted:
        def hide(self) -> None:
            raise RuntimeError("Internal C++ object already deleted.")

    popups = iter([Deleted(), None])
    monkeypatch.setattr(QApplication, "activePopupWidget", staticmethod(lambda: next(popups, None)))
    tops = [Deleted(), *QApplication.topLevelWidgets()]
    monkeypatch.setattr(QApplication, "topLevelWidgets", staticmethod(lambda: tops))
    worker.program.leaving.leave()
    assert on_screen() == []
    assert worker.program.leaving.steps.failed == ()


def test_a_window_without_widgets_goes_too(worker) -> None:
    bare = QRasterWindow()
    bare.show()
    worker.qtbot.waitUntil(bare.isVisible)
    worker.program.leaving.leave()
    assert on_screen() == []


@pytest.mark.parametrize(
    ("shown_at", "looked_at"), [(0, 0), (1, 18), (14, 40)], ids=["at once", "after 12 ms", "after 24 ms"]
)
def test_each_sweep_takes_away_what_passed_the_gate(worker, shown_at: int, looked_at: int) -> None:
    """A bare QWindow is no widget: only the sweeps take it away. Timers of one thread keep their order."""
    bare, told = QRasterWindow(), []

    def sweep_and_look(own: Callable[[], object]) -> None:
        own()
        if shown_at:
            QTimer.singleShot(shown_at, bare.show)
        QTimer.singleShot(looked_at, lambda: told.append(bare.isVisible()))

    instead(worker, "sweep", sweep_and_look)
    if not shown_at:
        instead(worker, "forget the notice", lambda _own: bare.show())
    worker.program.leaving.leave()
    assert bare.isVisible() is not bool(shown_at)
    worker.qtbot.waitUntil(lambda: bool(told), timeout=5000)
    assert told == [False]


def test_a_new_window_is_kept_away_before_it_is_shown(worker) -> None:
    worker.program.leaving.leave()
    late = QDialog(worker.program.window)
    late.ensurePolished()
    assert late.testAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)


def test_a_part_that_is_taken_out_of_the_window_shows_nothing(worker, witness: Witness) -> None:
    header = worker.program.window.header
    worker.program.leaving.leave()
    witness.seen.clear()
    header.setParent(None)
    header.show()
    worker.qtbot.waitUntil(lambda: bool(worker.ended), timeout=5000)
    assert witness.seen == []
    header.setParent(worker.program.window)


@pytest.mark.parametrize("after", [0, 10, 20, 60])
def test_a_timer_that_shows_the_window_again_shows_nothing(worker, witness: Witness, after: int) -> None:
    QTimer.singleShot(after, worker.program.window.show)
    QTimer.singleShot(after, worker.program.window.raise_)
    worker.program.leaving.leave()
    witness.seen.clear()
    worker.qtbot.waitUntil(lambda: bool(worker.ended), timeout=5000)
    assert witness.seen == []
    assert on_screen() == []


LATE_BOXES = """
import json, os, sys
from pathlib import Path
from threading import Event, current_thread, main_thread
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox
from desktop.app import build_program, make_application
from desktop.edition.editions import open_edition
from desktop.app_paths import AppPaths
from desktop.leave.faults import Faults

class Witness(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Expose and isinstance(watched, QWindow) and watched.isExposed():
            seen.append(watched.title())
        return False

def box(title):
    opened.append(title)
    if title == "RuntimeError":
        broken.set()
    QMessageBox(QMessageBox.Icon.Critical, title, "", parent=program.window).exec()

def end():
    # once the fault has been: on a busy machine the end, which another thread may call, can be as quick
    if current_thread() is main_thread() and not broken.is_set():
        QTimer.singleShot(10, end)
        return
    broken.wait()
    visible = [window.title() for window in QApplication.topLevelWindows() if window.isVisible()]
    print(json.dumps({"opened": opened, "seen": seen, "visible": visible}), flush=True)
    os._exit(0)

def break_down():
    raise RuntimeError

def ask_twice():
    QDialog(program.window).exec()
    box("second")

def leave_while_it_asks():
    QTest.keyClick(QApplication.activeModalWidget().windowHandle(), Qt.Key.Key_F12)
    after()

def leave():
    program.leaving.leave()
    after()

def after():
    QTimer.singleShot(10, break_down)
    seen.clear()

opened, seen, broken = [], [], Event()
application = make_application()
program = build_program(open_edition(Path(), None, Path(".build/edition")), AppPaths(), Faults(), end)
witness = Witness()
application.installEventFilter(witness)
sys.excepthook = lambda kind, *_: box(kind.__name__)
program.show()
if sys.argv[1] == "dialog":
    QTimer.singleShot(50, ask_twice)
    QTimer.singleShot(100, leave_while_it_asks)
else:
    QTimer.singleShot(100, leave)
application.exec()
"""


@pytest.mark.slow
@pytest.mark.parametrize(("open_before", "opened_after"), [("nothing", set()), ("dialog", {"second"})])
def test_a_box_that_is_opened_after_leaving_shows_nothing(open_before: str, opened_after: set[str]) -> None:
    """From a hook for faults, and from code that goes on when its own dialog was hidden.

    A process of its own, because Qt keeps a modal window in its list for as long as the program runs.
    """
    done = subprocess.run(
        [sys.executable, "-c", LATE_BOXES, open_before],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )
    told = json.loads(done.stdout)
    assert set(told["opened"]) == {"RuntimeError"} | opened_after
    assert (told["seen"], told["visible"], done.returncode) == ([], [], 0)


class Manager:
    """Stands in for the session manager, which Qt alone can make."""

    def __init__(self) -> None:
        self.hints: list[QSessionManager.RestartHint] = []

    def setRestartHint(self, hint: QSessionManager.RestartHint) -> None:
        self.hints.append(hint)


def test_the_end_of_the_session_leaves_and_asks_for_no_restart(worker) -> None:
    manager = Manager()
    worker.program.leaving._session_ends(manager)
    assert on_screen() == []
    assert manager.hints == [QSessionManager.RestartHint.RestartNever]
    worker.qtbot.waitUntil(lambda: bool(worker.ended), timeout=5000)


def test_the_session_asks_at_both_times(worker) -> None:
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    assert application.commitDataRequest.disconnect(worker.program.leaving._session_ends)
    assert application.saveStateRequest.disconnect(leaving_module._never_restart)
    manager = Manager()
    leaving_module._never_restart(manager)
    assert manager.hints == [QSessionManager.RestartHint.RestartNever]
