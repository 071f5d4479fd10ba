"""Practice: three presses of Shift fill boxes and close nothing; every other way out still leaves."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel

from desktop.app_paths import AppPaths
from desktop.ui.leave.practice_page import PracticePage
from desktop.ui.widgets.card import Card


@pytest.fixture
def practice(worker) -> PracticePage:
    worker.program.practice.open()
    page = worker.program.window.part()
    assert isinstance(page, PracticePage)
    return page


def press_shift(worker, times: int) -> None:
    for _press in range(times):
        worker.window_key(Qt.Key.Key_Shift)


def words_of(page: PracticePage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel))


def on_screen() -> bool:
    return any(window.isVisible() for window in QGuiApplication.topLevelWindows())


def test_help_leads_to_practice(worker) -> None:
    worker.window_key(Qt.Key.Key_F1)
    cards = worker.program.window.part().findChildren(Card)
    next(card for card in cards if card.text() == "Practise leaving quickly").click()
    assert isinstance(worker.program.window.part(), PracticePage)


def test_the_boxes_fill_and_nothing_closes(worker, practice: PracticePage) -> None:
    seen = [(practice.boxes.filled, practice.step.text())]
    for _press in range(3):
        press_shift(worker, 1)
        seen.append((practice.boxes.filled, practice.step.text()))
    assert seen == [
        (0, "Press the Shift key 3 times."),
        (1, "2 more times."),
        (2, "1 more time."),
        (3, "That’s it. The window would now be hidden."),
    ]
    assert worker.program.window.isVisible()
    assert not worker.program.leaving.steps.leaving


def test_practice_tells_how_long_it_took_and_what_was_measured(worker, practice: PracticePage) -> None:
    press_shift(worker, 3)
    worker.qtbot.waitUntil(lambda: practice.time.text().startswith("Gone in 0."), timeout=5000)
    assert "s; you needed " in practice.time.text()
    assert "measured with a small empty window" in words_of(practice)
    assert [w for w in QGuiApplication.topLevelWindows() if w.isVisible()] == [
        worker.program.window.windowHandle()
    ]


def test_five_presses_do_no_harm(worker, practice: PracticePage) -> None:
    press_shift(worker, 5)
    assert practice.boxes.filled == 3
    assert practice.warning.text() == "Three presses are enough. Stop there."
    assert worker.program.window.header.leave.presses == 0
    assert not worker.program.leaving.steps.leaving


def test_another_key_empties_the_boxes(worker, practice: PracticePage) -> None:
    press_shift(worker, 2)
    worker.window_key(Qt.Key.Key_A)
    assert practice.boxes.filled == 0


WAYS = {
    "button": lambda worker: QTest.mouseClick(worker.program.window.header.leave, Qt.MouseButton.LeftButton),
    "F12": lambda worker: worker.window_key(Qt.Key.Key_F12),
    "window close": lambda worker: worker.program.window.close(),
    "Ctrl+W": lambda worker: worker.key(Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier),
}


@pytest.mark.parametrize("way", WAYS)
def test_the_other_ways_really_leave(worker, practice: PracticePage, way: str) -> None:
    press_shift(worker, 2)  # the test window of the measurement is up
    WAYS[way](worker)
    assert not on_screen()
    worker.qtbot.waitUntil(lambda: bool(worker.ended), timeout=5000)
    assert not on_screen()


def test_after_practice_shift_leaves_again(worker, practice: PracticePage) -> None:
    press_shift(worker, 3)
    practice.start_button.click()
    assert worker.program.window.part() is worker.program.window.start
    press_shift(worker, 3)
    assert not on_screen()
    worker.qtbot.waitUntil(lambda: bool(worker.ended), timeout=5000)


def test_shift_leaves_while_results_stand_over_practice(worker, practice: PracticePage) -> None:
    worker.search("bruise")
    press_shift(worker, 3)
    assert not on_screen()


def test_shift_leaves_while_something_lies_over_practice(worker, practice: PracticePage) -> None:
    dialog = QDialog(worker.program.window)
    dialog.setModal(True)
    dialog.show()
    for _press in range(3):
        QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_Shift)
    assert not on_screen()
    worker.qtbot.waitUntil(lambda: bool(worker.ended), timeout=5000)


def test_shift_leaves_if_nobody_can_say_whether_it_is_practice(worker, practice: PracticePage) -> None:
    def broken() -> bool:
        raise RuntimeError

    worker.program.leaving.keys.rehearsing = broken
    press_shift(worker, 3)
    assert not on_screen()


def test_the_page_says_that_only_shift_is_rehearsed(practice: PracticePage) -> None:
    words = words_of(practice)
    assert "Only Shift is rehearsed on this page." in words
    assert "really leave" in words
    assert "It does not hide that the program is on this computer." in words


def test_a_first_start_is_over_when_a_button_was_pressed(worker, practice, places: AppPaths) -> None:
    assert worker.program.practice.due
    assert practice.skip_button.isVisible()
    practice.skip_button.click()
    assert places.settings_file is not None
    assert json.loads(places.settings_file.read_bytes()) == {"format": 1, "seen_practice": True}
    worker.program.practice.open()
    assert not practice.skip_button.isVisible()
    assert practice.limits_button.isVisible()


def test_practice_from_help_writes_nothing(worker, practice: PracticePage, places: AppPaths) -> None:
    press_shift(worker, 3)
    worker.leave()
    assert places.settings_file is not None
    assert not places.settings_file.parent.exists()


def test_going_elsewhere_in_mid_practice_takes_the_test_window_away(worker, practice: PracticePage) -> None:
    press_shift(worker, 2)
    assert len([window for window in QGuiApplication.topLevelWindows() if window.isVisible()]) == 2
    worker.program.navigation.open_start()
    assert len([window for window in QGuiApplication.topLevelWindows() if window.isVisible()]) == 1


def test_practice_is_told_step_by_step(worker, practice, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: told.append(event.message()))
    press_shift(worker, 3)
    assert told == ["2 more to leave", "1 more to leave", "That’s it. The window would now be hidden."]
