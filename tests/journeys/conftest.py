"""The whole program on the Leeds pack, as a worker meets it; only the end of the process is held back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import current_thread, main_thread

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import build_program, make_application
from desktop.app_paths import AppPaths
from desktop.edition.editions import Edition, open_edition
from desktop.instance.instance import Instance
from desktop.leave.faults import Faults
from desktop.program import Program
from tests.journeys.real_screen import Screen

ROOT = Path(__file__).resolve().parents[2]
SIZE = (1366, 705)


@dataclass
class Worker:
    """Hands and eyes: types, clicks, reads what stands on the screen.

    `ended` has one entry for each end, True for one in order and False for one that the watch brought.
    """

    qtbot: QtBot
    program: Program
    ended: list[bool] = field(default_factory=list)

    def type(self, words: str) -> None:
        """Put the cursor in the search box and type, letter by letter."""
        QTest.keyClick(self.program.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        box = self.program.window.header.search.field
        self.qtbot.waitUntil(box.hasFocus)
        QTest.keyClicks(box, words)

    def search(self, words: str) -> list[str]:
        """Type words and wait for the answer to them; the titles of the hits."""
        self.type(words)
        results = self.program.window.results
        self.qtbot.waitUntil(lambda: f"“{words}”" in results.title.text(), timeout=20_000)
        model = results.hits.model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.program.window, key, held)

    def window_key(self, key: Qt.Key) -> None:
        """Press a key as the system delivers it: to the window."""
        handle = self.program.window.windowHandle()
        assert handle is not None
        QTest.keyClick(handle, key)

    def page(self) -> str:
        """The text of the open page."""
        reading = self.program.window.reading
        return reading.page.toPlainText() if reading.isVisible() else ""

    def whole_page(self) -> str:
        """The text of the open page, when its end stands too."""
        self.qtbot.waitUntil(lambda: not self.program.window.page_view._renderer.growing)
        return self.page()

    def sees(self, widget: QWidget) -> bool:
        """Whether the middle of a widget is on the screen with nothing over it."""
        window = self.program.window
        middle = widget.mapTo(window, widget.rect().center())
        found = window.childAt(QPoint(middle))
        return widget.isVisible() and found is not None and (found is widget or widget.isAncestorOf(found))

    def run_events(self) -> None:
        """Let everything happen that was put off, deletions included, as a running program does."""
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def leave(self) -> None:
        """Press Quick leave and wait for the end."""
        self.program.leaving.leave()
        self.qtbot.waitUntil(lambda: bool(self.ended), timeout=5000)


@pytest.fixture(scope="session")
def edition() -> Edition:
    """The Leeds edition, compiled as `./dev run` does it."""
    return open_edition(ROOT, None, ROOT / ".build" / "edition")


@pytest.fixture
def places(tmp_path: Path) -> AppPaths:
    """A profile of the worker's own."""
    return AppPaths(tmp_path / "profile" / "settings.json", tmp_path / "profile" / "bookmarks.json")


@pytest.fixture
def worker(qtbot: QtBot, edition: Edition, places: AppPaths, faults: Faults) -> Iterator[Worker]:
    """The program, open at its start page, with the search ready."""
    yield from open_program(qtbot, edition, places, faults)


def open_program(
    qtbot: QtBot, edition: Edition, places: AppPaths, faults: Faults, instance: Instance | None = None
) -> Iterator[Worker]:
    """Open the program; after the test it is taken down whatever state it is in."""
    make_application()
    ended: list[bool] = []
    program = build_program(
        edition,
        places,
        faults,
        end=lambda: ended.append(current_thread() is main_thread()),
        instance=instance,
    )
    program.window.resize(*SIZE)
    with qtbot.waitExposed(program.window), qtbot.waitSignal(program.thread.ready, timeout=20_000):
        program.show()
    yield Worker(qtbot, program, ended)
    program.thread.stop()
    assert program.thread.wait(5000)
    program.leaving.gate.open()
    program.window.hide()
    program.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Witness(QObject):
    """Notes every window that comes to the screen, however briefly, and in which order windows go."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.hidden: list[QObject] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Expose and isinstance(watched, QWindow) and watched.isExposed():
            self.seen.append(watched.objectName())
        if event.type() == QEvent.Type.Hide and isinstance(watched, QWidget) and watched.isWindow():
            self.hidden.append(watched)
        return False


@pytest.fixture
def witness(worker) -> Iterator[Witness]:
    witness = Witness()
    application = QApplication.instance()
    assert application is not None
    application.installEventFilter(witness)
    yield witness
    application.removeEventFilter(witness)


@pytest.fixture
def at_screen(screen: str, tmp_path: Path) -> Iterator[Screen]:
    at_screen = Screen(screen, tmp_path)
    yield at_screen
    at_screen.close()
