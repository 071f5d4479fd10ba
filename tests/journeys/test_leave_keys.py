"""Keys that leave and keys that only look like it, in the real window with real parts under the keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip, QWidget

from desktop.store.settings import SHIFT_GAP

LEFT = Qt.MouseButton.LeftButton
SHIFT_HELD = Qt.KeyboardModifier.ShiftModifier
HELD = {
    "Ctrl": (Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier),
    "Alt": (Qt.Key.Key_Alt, Qt.KeyboardModifier.AltModifier),
    "Meta": (Qt.Key.Key_Meta, Qt.KeyboardModifier.MetaModifier),
}


def on_screen() -> bool:
    return any(window.isVisible() for window in QGuiApplication.topLevelWindows())


def handle(worker) -> QWindow:
    found = worker.program.window.windowHandle()
    assert found is not None
    return found


def in_search_box(worker) -> QWidget:
    return worker.program.window.header.search.field


def in_find_bar(worker) -> QWidget:
    worker.program.navigation.open_page("domestic-abuse")
    worker.program.window.reading.page.setFocus()
    worker.key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    return worker.program.window.reading.find_bar.field


def in_page(worker) -> QWidget:
    worker.program.navigation.open_page("domestic-abuse")
    return worker.program.window.reading.page


def in_tree(worker) -> QWidget:
    return worker.program.window.sidebar.topics


def in_results(worker) -> QWidget:
    worker.search("bruise")
    return worker.program.window.results.hits


def on_button(worker) -> QWidget:
    return worker.program.window.header.help


PLACES = [in_search_box, in_find_bar, in_page, in_tree, in_results, on_button]


@pytest.fixture(params=PLACES, ids=lambda place: place.__name__)
def focused(request: pytest.FixtureRequest, worker) -> QWidget:
    """A part of the window that has the keyboard."""
    part = request.param(worker)
    part.setFocus()
    worker.qtbot.waitUntil(part.hasFocus)
    return part


def with_a_letter(worker, _part: QWidget) -> None:
    QTest.keyPress(handle(worker), Qt.Key.Key_Shift)
    QTest.keyClick(handle(worker), Qt.Key.Key_A, SHIFT_HELD)
    QTest.keyRelease(handle(worker), Qt.Key.Key_Shift)


def with_tab(worker, _part: QWidget) -> None:
    QTest.keyPress(handle(worker), Qt.Key.Key_Shift)
    QTest.keyClick(handle(worker), Qt.Key.Key_Backtab, SHIFT_HELD)
    QTest.keyRelease(handle(worker), Qt.Key.Key_Shift)


def with_a_click(worker, part: QWidget) -> None:
    QTest.keyPress(handle(worker), Qt.Key.Key_Shift)
    # into a corner of the part where nothing is opened
    QTest.mouseClick(handle(worker), LEFT, SHIFT_HELD, part.mapTo(worker.program.window, QPoint(1, 1)))
    QTest.keyRelease(handle(worker), Qt.Key.Key_Shift)


def with_the_wheel(worker, part: QWidget) -> None:
    QTest.keyPress(handle(worker), Qt.Key.Key_Shift)
    spot = QPointF(part.mapTo(worker.program.window, part.rect().center()))
    none = Qt.MouseButton.NoButton
    turn = QWheelEvent(
        spot, spot, QPoint(), QPoint(0, -120), none, SHIFT_HELD, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(handle(worker), turn)
    QTest.keyRelease(handle(worker), Qt.Key.Key_Shift)


@pytest.mark.parametrize(
    "press", [with_a_letter, with_tab, with_a_click, with_the_wheel], ids=lambda one: one.__name__
)
def test_shift_with_something_else_three_times_does_not_leave(
    worker, focused: QWidget, press: Callable[..., None]
) -> None:
    for _time in range(3):
        press(worker, focused)
    assert not worker.program.leaving.steps.leaving
    assert worker.program.window.isVisible()
    assert worker.program.window.header.leave.presses == 0


@pytest.mark.parametrize("held", HELD)
def test_shift_while_another_modifier_is_held_does_not_leave(worker, focused: QWidget, held: str) -> None:
    key, modifier = HELD[held]
    QTest.keyPress(handle(worker), key, modifier)
    for _time in range(3):
        QTest.keyClick(handle(worker), Qt.Key.Key_Shift, modifier)
    QTest.keyRelease(handle(worker), key)
    assert not worker.program.leaving.steps.leaving
    assert worker.program.window.isVisible()


def test_a_letter_between_begins_again(worker, focused: QWidget) -> None:
    for key in (Qt.Key.Key_Shift, Qt.Key.Key_A, Qt.Key.Key_Shift, Qt.Key.Key_Shift):
        QTest.keyClick(handle(worker), key)
    assert not worker.program.leaving.steps.leaving
    assert worker.program.window.header.leave.presses == 2


def test_three_presses_leave_whatever_has_the_keyboard(worker, focused: QWidget) -> None:
    for _time in range(3):
        QTest.keyClick(handle(worker), Qt.Key.Key_Shift)
    assert not on_screen()


def test_two_presses_light_two_dots_which_go_out_after_the_gap(worker) -> None:
    worker.program.settings.set(SHIFT_GAP, 1.5)
    for _time in range(2):
        worker.window_key(Qt.Key.Key_Shift)
    button = worker.program.window.header.leave
    assert button.presses == 2
    worker.qtbot.waitUntil(lambda: button.presses == 0, timeout=20_000)
    assert worker.program.window.isVisible()
    assert not worker.program.leaving.steps.leaving


def test_without_a_limit_the_dots_stay(worker) -> None:
    worker.window_key(Qt.Key.Key_Shift)
    assert worker.program.leaving._presses_over.isActive()
    worker.window_key(Qt.Key.Key_A)
    worker.program.settings.set(SHIFT_GAP, 0)
    worker.window_key(Qt.Key.Key_Shift)
    assert worker.program.window.header.leave.presses == 1
    assert not worker.program.leaving._presses_over.isActive()


def test_a_changed_gap_counts_at_once(worker) -> None:
    worker.program.settings.set(SHIFT_GAP, 5)
    assert worker.program.leaving.presses.gap_seconds == 5


def test_five_presses_leave_once(worker) -> None:
    for _time in range(5):
        worker.window_key(Qt.Key.Key_Shift)
    assert not on_screen()
    worker.qtbot.waitUntil(lambda: bool(worker.ended), timeout=5000)
    assert worker.ended == [True]


def press_shift_three_times(window: QWindow) -> None:
    for _time in range(3):
        QTest.keyClick(window, Qt.Key.Key_Shift)


def press_f12(window: QWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F12)


KEYS = pytest.mark.parametrize("press", [press_shift_three_times, press_f12], ids=lambda one: one.__name__)


@KEYS
def test_leaves_from_the_search_box_over_its_results(worker, press: Callable[[QWindow], None]) -> None:
    worker.search("bruise")
    assert worker.program.window.header.search.field.hasFocus()
    press(handle(worker))
    assert not on_screen()


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
@KEYS
def test_leaves_from_a_submenu(worker, press: Callable[[QWindow], None]) -> None:
    menu = QMenu(worker.program.window)
    below = menu.addMenu("Below")
    below.addAction("First")
    menu.popup(QPoint(20, 20))
    menu.setActiveAction(below.menuAction())
    below.popup(QPoint(60, 40))
    worker.qtbot.waitUntil(lambda: QApplication.activePopupWidget() is below)
    press(below.windowHandle())
    assert not on_screen()
    assert QApplication.activePopupWidget() is None


@KEYS
def test_leaves_while_a_tooltip_is_shown(worker, press: Callable[[QWindow], None]) -> None:
    QToolTip.showText(QPoint(40, 40), "A word of what was read", worker.program.window)
    worker.qtbot.waitUntil(QToolTip.isVisible)
    press(handle(worker))
    assert not on_screen()
    assert not QToolTip.isVisible()


@KEYS
def test_leaves_while_words_are_being_selected(worker, press: Callable[[QWindow], None]) -> None:
    page = in_page(worker)
    viewport = page.viewport()
    QTest.mousePress(viewport, LEFT, pos=QPoint(60, 60))
    QTest.mouseMove(viewport, QPoint(300, 240))
    cursor = page.textCursor()
    cursor.select(cursor.SelectionType.Document)  # as far as the mouse would have come
    page.setTextCursor(cursor)
    press(handle(worker))
    assert not on_screen()
    assert page.textCursor().selectedText() == ""
    QTest.mouseRelease(viewport, LEFT, pos=QPoint(300, 240))
    worker.qtbot.waitUntil(lambda: bool(worker.ended), timeout=5000)
    assert page.textCursor().selectedText() == ""
    assert not on_screen()


@KEYS
@pytest.mark.parametrize("state", [Qt.WindowState.WindowFullScreen, Qt.WindowState.WindowMaximized])
def test_leaves_from_the_whole_screen(
    worker, state: Qt.WindowState, press: Callable[[QWindow], None]
) -> None:
    worker.program.window.setWindowState(state)
    worker.qtbot.waitUntil(lambda: bool(worker.program.window.windowState() & state))
    assert worker.sees(worker.program.window.header.leave)
    press(handle(worker))
    assert not on_screen()


@KEYS
def test_button_and_key_at_once_leave_once(worker, press: Callable[[QWindow], None]) -> None:
    button = worker.program.window.header.leave
    QTest.mousePress(button, LEFT)
    assert worker.program.window.cover.isVisible()
    press(handle(worker))
    QTest.mouseRelease(button, LEFT)
    assert not on_screen()
    worker.qtbot.waitUntil(lambda: bool(worker.ended), timeout=5000)
    assert worker.ended == [True]
    assert worker.program.leaving.steps.failed == ()


@pytest.mark.parametrize(("slide", "leaves"), [(20, True), (200, False)])
def test_a_release_near_the_button_leaves_and_one_far_away_uncovers(worker, slide: int, leaves: bool) -> None:
    window = worker.program.window
    button = window.header.leave
    start = button.mapTo(window, QPoint(20, button.height() - 1))
    QTest.mousePress(handle(worker), LEFT, pos=start)
    assert window.cover.isVisible()
    QTest.mouseMove(handle(worker), start + QPoint(0, slide))
    QTest.mouseRelease(handle(worker), LEFT, pos=start + QPoint(0, slide))
    assert on_screen() is not leaves
    assert window.cover.isVisible() is False
    assert worker.program.leaving.steps.leaving is leaves
