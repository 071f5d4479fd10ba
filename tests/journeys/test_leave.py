"""Gone: whatever stood on the screen, by every way out."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QMessageBox, QSplashScreen, QWidget

from desktop.app_paths import AppPaths
from desktop.store.settings import TEXT_SIZE
from tests.journeys.conftest import Witness

CONTROL = Qt.KeyboardModifier.ControlModifier


def windows_on_screen() -> list[str]:
    return [window.title() for window in QGuiApplication.topLevelWindows() if window.isVisible()]


def press_shift_three_times(worker) -> None:
    for _press in range(3):
        worker.window_key(Qt.Key.Key_Shift)


WAYS = {
    "button": lambda worker: QTest.mouseClick(worker.program.window.header.leave, Qt.MouseButton.LeftButton),
    "shift three times": press_shift_three_times,
    "F12": lambda worker: worker.window_key(Qt.Key.Key_F12),
    "window close": lambda worker: worker.program.window.close(),
    "Ctrl+Q": lambda worker: worker.key(Qt.Key.Key_Q, CONTROL),
    "Ctrl+W": lambda worker: worker.key(Qt.Key.Key_W, CONTROL),
}


@pytest.mark.parametrize("way", WAYS)
def test_every_way_out_hides_clears_and_ends(worker, way: str) -> None:
    worker.program.navigation.open_page("domestic-abuse")
    worker.search("strangulation")
    WAYS[way](worker)
    assert windows_on_screen() == []
    worker.qtbot.waitUntil(lambda: bool(worker.ended), timeout=5000)
    assert worker.program.leaving.steps.failed == ()
    assert worker.program.window.header.search.words() == ""
    assert worker.program.window.reading.page.toPlainText() == ""
    assert worker.program.window.results.hits.model().rowCount() == 0


def test_closing_is_left_to_the_one_way_out(worker) -> None:
    """Qt must not close the window by itself, in an order of its own."""
    closing = QCloseEvent()
    worker.program.window.closeEvent(closing)
    assert not closing.isAccepted()
    assert worker.program.leaving.steps.leaving


def test_no_part_keeps_a_word_of_what_was_read(worker) -> None:
    window = worker.program.window
    worker.program.navigation.open_node("theme", "babies")
    worker.program.navigation.open_page("domestic-abuse")
    window.reading.page.setFocus()
    worker.key(Qt.Key.Key_F, CONTROL)
    QTest.keyClicks(window.reading.find_bar.field, "strangulation")
    worker.search("strangulaton")
    worker.leave()
    assert worker.program.leaving.steps.failed == ()
    kept = []
    for widget in window.findChildren(QWidget):
        words = [widget.accessibleName(), widget.windowTitle()]
        words += [getattr(widget, name)() for name in ("text", "toPlainText") if hasattr(widget, name)]
        kept += [word for word in words if "strangul" in word.lower() or "domestic abuse: " in word.lower()]
    assert kept == []
    for field in (window.header.search.field, window.reading.find_bar.field):
        assert not field.isUndoAvailable()
    assert window.node.cards() == ()
    assert not window.reading.bar.findChildren(type(window.reading.bar.print), "crumb")


def test_leaves_while_a_dialog_is_open(worker) -> None:
    dialog = QDialog(worker.program.window)
    dialog.setModal(True)
    dialog.show()
    handle = dialog.windowHandle()
    for _press in range(3):
        QTest.keyClick(handle, Qt.Key.Key_Shift)
    assert windows_on_screen() == []
    worker.qtbot.waitUntil(lambda: bool(worker.ended), timeout=5000)


@pytest.mark.parametrize("made", ["before", "after"])
@pytest.mark.parametrize("make", [QMessageBox, QDialog, QMenu, QSplashScreen])
def test_nothing_comes_to_the_screen_after_leaving(worker, witness: Witness, make, made: str) -> None:
    window, kept = worker.program.window, []

    def make_one() -> None:
        kept.append(make() if make is QSplashScreen else make(window))
        kept[-1].setWindowModality(Qt.WindowModality.NonModal)

    if made == "before":
        make_one()
    else:
        QTimer.singleShot(10, make_one)
    QTimer.singleShot(20, lambda: kept[0].show())
    worker.program.leaving.leave()
    witness.seen.clear()
    worker.qtbot.waitUntil(lambda: bool(worker.ended), timeout=5000)
    assert witness.seen == []
    assert windows_on_screen() == []


def test_a_press_taken_back_uncovers(worker) -> None:
    window = worker.program.window
    button = window.header.leave
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    assert window.cover.isVisible()
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton, pos=button.rect().bottomLeft() * 5)
    assert not window.cover.isVisible()
    assert not worker.ended


def test_reading_searching_and_leaving_writes_nothing(worker, places: AppPaths, tmp_path: Path) -> None:
    worker.search("bruise on a baby")
    worker.key(Qt.Key.Key_Return)
    worker.program.navigation.open_page("grt")
    worker.leave()
    assert list(tmp_path.rglob("*")) == []


def test_the_window_keeps_one_neutral_title(worker) -> None:
    for page in worker.program.library.heads:
        worker.program.navigation.open_page(page)
        assert worker.program.window.windowTitle() == "Handrail"


@pytest.mark.parametrize("size", [(1366, 705), (1024, 560), (800, 600), (800, 560), (480, 360)])
@pytest.mark.parametrize("text", [100, 150, 200])
def test_quick_leave_stands_uncovered_in_the_corner(worker, size: tuple[int, int], text: int) -> None:
    worker.program.settings.set(TEXT_SIZE, text)
    worker.program.window.resize(*size)
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    button = worker.program.window.header.leave
    assert worker.sees(button)
    assert button.height() >= 44
    corner = button.mapTo(worker.program.window, button.rect().topRight())
    assert (corner.x(), corner.y()) == (worker.program.window.width() - 1, 0)
