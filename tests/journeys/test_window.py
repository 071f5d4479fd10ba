"""The window as a whole: every part named, every command with its key, nothing cut off at any size."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QLabel, QLineEdit, QWidget

from desktop.app import build_program, make_application
from desktop.commands import COMMANDS, WINDOW
from desktop.program import Program
from desktop.store.settings import LOOK, TEXT_SIZE, Settings
from desktop.ui.look.look_files import read_look
from desktop.ui.widgets.push_button import PushButton
from tests.journeys.conftest import open_program

SIZES = [(1366, 705), (1024, 560), (800, 560)]
PLACES = {
    "start": lambda worker: worker.program.navigation.open_start(),
    "page": lambda worker: worker.program.navigation.open_page("babies"),
    "contacts": lambda worker: worker.program.navigation.open_page("who-to-call"),
    "topic": lambda worker: worker.program.navigation.open_node("theme", "babies"),
    "results": lambda worker: worker.search("bruise"),
    "display": lambda worker: worker.program.window.header.display.click(),
    "help": lambda worker: worker.program.navigation.open_panel("help"),
    "practice": lambda worker: worker.program.practice.open(),
}


def settle() -> None:
    for _turn in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QApplication.processEvents()


@pytest.mark.slow
@pytest.mark.parametrize("text", [100, 150, 200])
@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("place", PLACES)
def test_nothing_is_cut_off(worker, place: str, size: tuple[int, int], text: int) -> None:
    window = worker.program.window
    window.resize(*size)
    worker.program.settings.set(TEXT_SIZE, text)
    PLACES[place](worker)
    settle()
    assert window.width() == size[0]
    for area in window.findChildren(QAbstractScrollArea):
        if area.isVisible():
            assert area.horizontalScrollBar().maximum() == 0 or not area.horizontalScrollBar().isVisible()
    for button in window.findChildren(QAbstractButton):
        if button.isVisible():
            right = button.mapTo(window, QPoint(button.width(), 0)).x()
            assert right <= window.width(), button.accessibleName()
            assert min(button.width(), button.height()) >= 24, button.accessibleName()
    assert worker.sees(window.header.leave)


@pytest.mark.parametrize("place", PLACES)
def test_everything_that_takes_the_keyboard_has_a_name(worker, place: str) -> None:
    PLACES[place](worker)
    nameless = [
        widget
        for widget in worker.program.window.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.accessibleName()
    ]
    assert nameless == []


def test_quick_leave_is_one_step_back_from_the_start(worker) -> None:
    window = worker.program.window
    assert window.header.search.field.hasFocus()
    QTest.keyClick(window.header.search.field, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert window.header.leave.hasFocus()


def test_every_command_of_the_window_has_its_action(worker) -> None:
    shortcuts = {key.toString() for action in worker.program.window.actions() for key in action.shortcuts()}
    for command in COMMANDS.values():
        if command.scope == WINDOW and command.id != "leave":
            for key in command.keys_on(sys.platform):
                assert QKeySequence(key).toString() in shortcuts, command.id


def test_escape_closes_find_then_search_then_nothing(worker) -> None:
    window = worker.program.window
    worker.program.navigation.open_page("babies")
    window.reading.page.setFocus()
    worker.key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.reading.find_bar.isVisible()
    QTest.keyClicks(window.reading.find_bar.field, "baby")
    assert window.reading.find_bar.count.text().startswith("1 of ")
    worker.key(Qt.Key.Key_Escape)
    assert not window.reading.find_bar.isVisible()
    worker.search("bruise")
    worker.key(Qt.Key.Key_Escape)
    assert window.part() is window.reading
    worker.key(Qt.Key.Key_Escape)
    assert window.isVisible()
    assert not worker.program.leaving.steps.leaving


def test_f6_goes_round_the_parts(worker) -> None:
    window = worker.program.window
    worker.program.navigation.open_page("babies")
    window.header.search.field.setFocus()
    visited = []
    for _press in range(3):
        worker.key(Qt.Key.Key_F6)
        visited.append(QApplication.focusWidget())
    assert visited == [window.sidebar.topics, window.reading.page, window.header.search.field]


def test_text_size_and_colours_have_keys(worker) -> None:
    settings, control = worker.program.settings, Qt.KeyboardModifier.ControlModifier
    worker.key(Qt.Key.Key_Plus, control)
    assert settings.get(TEXT_SIZE) == 110
    worker.key(Qt.Key.Key_0, control)
    assert settings.get(TEXT_SIZE) == 100
    worker.key(Qt.Key.Key_D, control | Qt.KeyboardModifier.ShiftModifier)
    assert settings.get(LOOK) == "cream"


def test_the_display_panel_takes_a_choice_at_once(worker) -> None:
    window = worker.program.window
    window.header.display.click()
    panel = window.part()
    choice = next(b for b in panel.findChildren(PushButton) if b.accessibleName() == "Colours: Dark")
    choice.click()
    assert worker.program.settings.get(LOOK) == "dark"
    assert choice.isChecked()
    window.header.display.click()
    choice.click()
    assert worker.program.settings.get(LOOK) == "dark"


@pytest.fixture
def unseen(edition, places, faults) -> Iterator[Program]:
    """The program as it is built, before anything of it is shown; it never searches."""
    make_application()
    program = build_program(edition, places, faults, end=lambda: None)
    yield program
    program.window.hide()
    program.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_what_is_out_of_sight_takes_a_look_and_a_text_size_too(qtbot, unseen: Program) -> None:
    """Also before the window is first shown: Qt would give back the type and the colours of that time."""
    window = unseen.window
    unseen.settings.set(LOOK, "dark")
    unseen.settings.set(TEXT_SIZE, 200)
    with qtbot.waitExposed(window):
        window.show()
    window.show_part(window.results)
    window.results.nothing.show()
    window.notice.say("Something to know.")
    settle()
    said = window.notice.findChild(QLabel)
    assert said.palette().color(said.foregroundRole()).name().upper() == read_look("dark").colours["info_ink"]
    assert {label.font().pixelSize() for label in window.results.nothing.people} == {32}


def test_a_heading_keeps_its_room_in_large_text(qtbot, edition, places, faults) -> None:
    """Qt takes the margins away from a label that has no room when it is polished or moved."""
    Settings(places.settings_file).set(TEXT_SIZE, 200)
    for worker in open_program(qtbot, edition, places, faults):
        heading = worker.program.window.start.findChildren(QLabel)[0]
        assert heading.font().pixelSize() == 60
        window = worker.program.window
        window.sidebar.show_tab(2)
        settle()
        note = window.sidebar.bookmarks.findChildren(QLabel)[0]
        worker.program.practice.open()
        step = window.part().step
        assert [label.contentsMargins().top() for label in (heading, step, note)] == [28, 32, 24]


def test_the_sidebar_gives_way_on_a_narrow_window_and_comes_when_asked(worker) -> None:
    window = worker.program.window
    window.resize(800, 560)
    settle()
    assert not window.sidebar.isVisible()
    window.header.topics.click()
    assert window.sidebar.isVisible()


def test_help_names_every_key(worker) -> None:
    worker.program.navigation.open_panel("help")
    words = "\n".join(label.text() for label in worker.program.window.part().findChildren(QLabel))
    for command in COMMANDS.values():
        assert f"{command.text}: " in words
    assert "Quick leave does not hide that the program is on this computer." in words


def test_draft_and_edition_stand_in_the_sidebar(worker) -> None:
    labels = worker.program.window.sidebar.findChildren(QLabel)
    assert any(label.text().startswith("Leeds edition, November 2026\nDraft") for label in labels)


def test_memory_is_cleaned_up_only_once_the_search_is_warm(qtbot, edition, places, faults) -> None:
    """A look through all that the index brings would keep every key waiting, those that leave too."""
    gc.disable()
    try:
        for worker in open_program(qtbot, edition, places, faults):
            qtbot.waitUntil(gc.isenabled, timeout=20_000)
            assert worker.program.thread.isRunning()
    finally:
        gc.enable()


def test_no_keyboard_is_asked_to_learn_what_is_typed(worker) -> None:
    fields = worker.program.window.findChildren(QLineEdit)
    assert len(fields) >= 2
    for field in fields:
        hints = field.inputMethodHints()
        assert hints & Qt.InputMethodHint.ImhSensitiveData, field.accessibleName()
        assert hints & Qt.InputMethodHint.ImhNoPredictiveText, field.accessibleName()
        assert field.completer() is None
