"""The way out as the window takes it: every trigger, the steps in their order, and the end."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QSessionManager
from PySide6.QtWidgets import QApplication

from desktop.instance.instance import Instance, NullInstance
from desktop.leave.faults import Faults
from desktop.leave.leave_steps import LeaveSteps, Step, end_process
from desktop.leave.shift_presses import ShiftPresses
from desktop.store.settings import SHIFT_GAP
from desktop.ui.control.navigation import NavigationController
from desktop.ui.control.printing import PrintController
from desktop.ui.control.search import SearchController
from desktop.ui.leave.leave_filter import LeaveFilter
from desktop.ui.leave.leave_gate import LeaveGate, hide_everything
from desktop.ui.main_window import MainWindow
from desktop.ui.search.search_thread import SearchThread

SWEEPS_MS = (0, 30, 120)
"""When to look once more for a window that something showed meanwhile."""


class LeaveController(QObject):
    """Button, keys, window close, session end and signals all call `leave`."""

    def __init__(
        self,
        window: MainWindow,
        browsing: NavigationController,
        searching: SearchController,
        thread: SearchThread,
        printing: PrintController,
        faults: Faults,
        end: Callable[[], None] = end_process,
        instance: Instance | None = None,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._browsing = browsing
        self._searching = searching
        self._thread = thread
        self._printing = printing
        self._faults = faults
        self._end = end
        self._instance = instance or NullInstance()
        self.gate = LeaveGate(self)
        self.presses = ShiftPresses(SHIFT_GAP.default)
        self.keys = LeaveFilter(self.presses, self.leave, faults, self)
        self.steps = LeaveSteps(self._steps(), faults, end)
        self._lights_out = QTimer(self)
        self._lights_out.setSingleShot(True)
        self._wire()

    def _steps(self) -> tuple[Step, ...]:
        # Windows and macOS are told not to animate; other desktops may fade out whatever was painted last
        return (
            Step("close the gate", self.gate.close),
            Step("free the lock", self._instance.release),
            Step("cover the window", self._window.cover.cover),
            Step("hide every window", hide_everything),
            Step("sweep", self._sweep_later),
            Step("remove the lock", self._instance.remove),
            Step("stop searching", self._thread.stop),
            Step("stop printing", self._printing.stop),
            Step("empty the search", self._searching.forget),
            Step("empty the trail", self._browsing.forget),
            Step("empty the page", self._window.reading.page.clear_page),
            Step("empty the outline", lambda: self._window.reading.outline.show_sections(())),
            Step("empty the find bar", self._window.reading.find_bar.empty),
            Step("empty the page bar", lambda: self._window.reading.bar.show_breadcrumb(())),
            Step("empty the topic page", self._window.node.clear),
            Step("close the trees", self._forget_trees),
            Step("empty the notice", self._window.notice.silence),
            # Python keeps every pattern it has compiled, those of the words that were marked or found, too
            Step("empty the patterns", re.purge),
            Step("empty the clipboard", _empty_own_clipboard),
            Step("empty the faults", self._faults.clear),
            Step("end", self._end_soon),
        )

    def _wire(self) -> None:
        button = self._window.header.leave
        button.covered.connect(self._window.cover.cover)
        button.uncovered.connect(self._window.cover.hide)
        button.leave_wanted.connect(self.leave)
        self._window.cover.pressed.connect(self.leave)
        self.keys.lights_changed.connect(self._show_lights)
        self._lights_out.timeout.connect(lambda: button.show_lights(0))
        self._window.close_wanted.connect(self.leave)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.installEventFilter(self.keys)
            application.commitDataRequest.connect(self._session_ends)
            application.saveStateRequest.connect(_never_restart)

    def leave(self) -> None:
        """Go now. Only the first call does anything."""
        self.steps.leave()

    def leave_soon(self) -> None:
        """Go at the window's next turn: a signal may come while Qt paints, when nothing may be taken from it.

        If that turn never comes, the process ends all the same.
        """
        self.steps.watch()
        QTimer.singleShot(0, self, self.leave)

    def _show_lights(self, count: int) -> None:
        """Light the dots; they go out when the next press would come too late. The counting is not theirs."""
        self._window.header.leave.show_lights(count)
        self._lights_out.stop()
        if count and self.presses.gap_seconds:
            self._lights_out.start(round(self.presses.gap_seconds * 1000))

    def _session_ends(self, manager: QSessionManager) -> None:
        _never_restart(manager)
        self.leave()

    def _forget_trees(self) -> None:
        for tree in self._window.sidebar.trees():
            tree.forget()

    def _sweep_later(self) -> None:
        for after in SWEEPS_MS:
            QTimer.singleShot(after, self, hide_everything)

    def _end_soon(self) -> None:
        # the last sweep comes first, so that nothing another part showed is left on the screen
        QTimer.singleShot(SWEEPS_MS[-1] + 10, self, self._end_in_order)

    def _end_in_order(self) -> None:
        self._thread.wait(500)
        self._end()


def _never_restart(manager: QSessionManager) -> None:
    manager.setRestartHint(QSessionManager.RestartHint.RestartNever)


def _empty_own_clipboard() -> None:
    board = QApplication.clipboard()
    if board.ownsClipboard():
        board.clear()
    if board.supportsSelection() and board.ownsSelection():
        board.clear(board.Mode.Selection)
