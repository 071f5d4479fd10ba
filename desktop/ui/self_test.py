"""The program walks through itself as a worker would: start, search, read by theme and group, keep, leave."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter, sleep
from typing import Any

from PySide6.QtCore import QEvent, Qt, qVersion
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication

from content.model import Library
from desktop import __version__
from desktop.leave.faults import Faults
from desktop.ui.first_paint import FirstPaint
from desktop.ui.main_window import MainWindow
from desktop.ui.sidebar.topic_tree import TopicTree

PATIENCE = 20.0
"""Seconds to wait for one step on a slow laptop before it counts as failed."""


class SelfTest:
    """Uses the real window through its real parts; each step is timed in milliseconds."""

    def __init__(self, window: MainWindow, library: Library, faults: Faults, started: float) -> None:
        self._window = window
        self._library = library
        self._faults = faults
        self._started = started
        self._times: dict[str, float] = {}
        self._failures: list[str] = []
        self._turn: Callable[[], None] = lambda: None

    def run(
        self, show: Callable[[], None], turn: Callable[[], None], ended: Callable[[], bool]
    ) -> dict[str, Any]:
        """Take every step and return the summary; a failed step is named and the next is still taken."""
        self._turn = turn
        paint = FirstPaint(self._window)
        self._time("first paint", show, lambda: paint.seen, since=self._started)
        self._turn()
        results = self._window.results
        self._time(
            "search ready and first answer", lambda: self._type(self._words()), lambda: bool(self._hits())
        )
        shorter = self._words()[:-1]
        self._time("search again", lambda: self._type(shorter), lambda: results.answers(shorter))
        self._time("open first hit", results.hits.open_chosen, self._page_open)
        self._open_in_tree("open by theme", 0, self._window.sidebar.topics)
        self._open_in_tree("open by group", 1, self._window.sidebar.groups)
        self._bookmark()
        self._failures += [str(fault) for fault, _times in self._faults.noted()]  # leaving empties the list
        self._time("leave", self._press_shift_three_times, lambda: not self._any_window())
        self._time("end", lambda: None, ended)
        return self._summary()

    def _words(self) -> str:
        """The first known question of the pack, or the first title."""
        questions = self._library.questions
        return questions[0].words if questions else next(iter(self._library.heads.values())).title

    def _hits(self) -> int:
        return self._window.hits.model().rowCount() if self._window.results.isVisible() else 0

    def _type(self, words: str) -> None:
        field = self._window.search_box.field
        field.setFocus()
        field.selectAll()
        for letter in words:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(
                    field, QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
                )

    def _page_open(self) -> bool:
        reading = self._window.reading
        return reading.isVisible() and not reading.page.document().isEmpty()

    def _open_in_tree(self, name: str, tab: int, tree: TopicTree) -> None:
        self._window.show_sidebar(True)
        self._window.sidebar.show_tab(tab)
        model = tree.model()
        branch = model.index(0, 0)
        tree.expand(branch)
        leaf = branch
        while model.rowCount(leaf):
            leaf = model.index(model.rowCount(leaf) - 1, 0, leaf)
        title = leaf.data(Qt.ItemDataRole.DisplayRole)
        tree.setCurrentIndex(leaf)
        press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
        heading = self._window.page_view
        self._time(
            name,
            lambda: QApplication.sendEvent(tree, press),
            lambda: self._page_open() and title in heading.toPlainText(),
        )

    def _bookmark(self) -> None:
        star = self._window.page_bar.bookmark
        before = star.text()
        self._time("bookmark", star.click, lambda: star.text() != before)
        self._time("bookmark taken back", star.click, lambda: star.text() == before)

    def _press_shift_three_times(self) -> None:
        handle = self._window.windowHandle()
        for _press in range(3):
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(
                    handle, QKeyEvent(kind, Qt.Key.Key_Shift, Qt.KeyboardModifier.ShiftModifier)
                )

    def _any_window(self) -> bool:
        return any(window.isVisible() for window in QGuiApplication.topLevelWindows())

    def _time(
        self, name: str, do: Callable[[], object], done: Callable[[], bool], since: float | None = None
    ) -> None:
        begun = perf_counter()
        try:
            do()
            while not done() and perf_counter() - begun < PATIENCE:
                self._turn()
                sleep(0.0005)
            finished = done()
        except Exception as problem:
            self._failures.append(f"{name}: {problem}")
            return
        self._times[name] = round((perf_counter() - (since or begun)) * 1000, 1)
        if not finished:
            self._failures.append(f"{name}: it did not happen within {PATIENCE:.0f} seconds")

    def _summary(self) -> dict[str, Any]:
        return {
            "ok": not self._failures,
            "version": __version__,
            "qt": qVersion(),
            "platform": QGuiApplication.platformName(),
            "pages": len(self._library.heads),
            "failures": self._failures,
            "milliseconds": self._times,
        }
