"""The way out as the window takes it: every trigger, the steps in their order, and the end."""

from __future__ import annotations

import re
from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QSessionManager
from PySide6.QtWidgets import QApplication

from desktop.instance.instance import Instance
from desktop.leave.faults import Faults
from desktop.leave.leave_steps import Forgets, LeaveSteps, Step, end_process, forget
from desktop.leave.shift_presses import ShiftPresses
from desktop.store.settings import SHIFT_GAP
from desktop.ui.control.activation import ActivationController
from desktop.ui.leave.leave_filter import LeaveFilter
from desktop.ui.leave.leave_gate import LeaveGate, hide_everything
from desktop.ui.main_window import MainWindow
from desktop.ui.search.search_thread import SearchThread

if TYPE_CHECKING:  # the window opens sooner without it
    from desktop.ui.control.printing import PrintController

SWEEPS_MS = (0, 12, 24)
"""When to look once more for a window that something showed; the process ends just after the last look."""
_AFTER_LAST_SWEEP_MS = 2
_OTHERS_LATEST = 1.0
"""Seconds that the hidden process waits for this person's other windows before it ends those that hang."""
_ASK_OTHERS_MS = 20
_PATIENCE_MS = 10
"""For the search to end between two of its steps; where it is in a longer one, it ends with the process."""


class LeaveController(QObject):
    """Button, keys, window close, session end and signals all call `leave`."""

    def __init__(
        self,
        window: MainWindow,
        *,
        thread: SearchThread,
        activation: ActivationController,
        instance: Instance,
        faults: Faults,
        end: Callable[[], None] = end_process,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._thread = thread
        self._faults = faults
        self._end = end
        self._activation = activation
        self._instance = instance
        self.gate = LeaveGate(self)
        self.presses = ShiftPresses(SHIFT_GAP.default)
        self.keys = LeaveFilter(self.presses, self.leave, faults, self)
        self.steps = LeaveSteps(self._steps(()), faults, end)
        self._presses_over = QTimer(self)
        self._presses_over.setSingleShot(True)
        self._wire()

    def take_in(self, navigation: Forgets, printing: PrintController) -> None:
        """From now on leaving empties what was made after the first paint, too."""
        of_reading = (
            Step("stop printing", printing.stop),
            forget("the results", self._window.results),
            forget("the history", navigation),
            forget("the page", self._window.page_view),
            forget("the outline", self._window.outline),
            forget("the find bar", self._window.find_bar),
            forget("the page bar", self._window.page_bar),
            forget("the topic page", self._window.node),
        )
        self.steps.put(self._steps(of_reading))

    def _steps(self, of_reading: tuple[Step, ...]) -> tuple[Step, ...]:
        # Windows and macOS are told not to animate; other desktops may fade out whatever was painted last
        return (
            Step("close the gate", self.gate.close),
            Step("stop answering", self._activation.stop),
            Step("free the lock", self._instance.release),
            Step("cover the window", self._window.cover.cover),
            Step("hide every window", hide_everything),
            Step("tell the other windows", self._instance.tell_others),
            Step("sweep", self._sweep_later),
            Step("remove the lock", self._instance.remove),
            Step("stop searching", self._thread.stop),
            *of_reading,
            forget("the search box", self._window.search_box),
            forget("the trees", self._window.sidebar),
            forget("the notice", self._window.notice),
            forget("the patterns", CompiledPatterns()),
            forget("the clipboard", OwnClipboard()),
            forget("the faults", self._faults),
            Step("end", self._end_soon),
        )

    def _wire(self) -> None:
        button, cover = self._window.leave_button, self._window.cover
        button.covered.connect(cover.cover)
        button.uncovered.connect(cover.hide)
        button.leave_wanted.connect(self.leave)
        cover.pressed.connect(self.leave)
        self.keys.presses_changed.connect(self._show_presses)
        self._presses_over.timeout.connect(lambda: button.show_presses(0))
        self._window.close_wanted.connect(self.leave)
        self._activation.leave_wanted.connect(self.leave)
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

    def _show_presses(self, count: int) -> None:
        """Light the dots; they go out when the next press would come too late. The counting is not theirs."""
        self._window.leave_button.show_presses(count)
        self._presses_over.stop()
        if count and self.presses.gap_seconds:
            self._presses_over.start(round(self.presses.gap_seconds * 1000))

    def _session_ends(self, manager: QSessionManager) -> None:
        _never_restart(manager)
        self.leave()

    def _sweep_later(self) -> None:
        for after in SWEEPS_MS:
            QTimer.singleShot(after, self, hide_everything)

    def _end_soon(self) -> None:
        # the last sweep comes first, so that nothing another part showed is left on the screen
        QTimer.singleShot(SWEEPS_MS[-1] + _AFTER_LAST_SWEEP_MS, self, self._end_in_order)

    def _end_in_order(self) -> None:
        self._thread.wait(_PATIENCE_MS)
        self._end_after_others(monotonic() + _OTHERS_LATEST)

    def _end_after_others(self, latest: float) -> None:
        """One leave takes every window: one that hangs is ended by whoever told it to leave."""
        if self._instance.others_stay():
            if monotonic() < latest:
                QTimer.singleShot(_ASK_OTHERS_MS, self, lambda: self._end_after_others(latest))
                return
            self._instance.end_others()
        self._end()


def _never_restart(manager: QSessionManager) -> None:
    manager.setRestartHint(QSessionManager.RestartHint.RestartNever)


class CompiledPatterns:
    """Python keeps every pattern it has compiled, those of the words that were marked or found, too."""

    def forget(self) -> None:
        """Drop them all."""
        re.purge()


class OwnClipboard:
    """What was copied here, and only here: another program's copy is not ours to take."""

    def forget(self) -> None:
        """Empty the clipboard and, on X11, the selection, where they are ours."""
        board = QApplication.clipboard()
        if board.ownsClipboard():
            board.clear()
        if board.supportsSelection() and board.ownsSelection():
            board.clear(board.Mode.Selection)
