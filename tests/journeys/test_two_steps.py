"""The window opens in two steps: what is done between them is not lost, and leaving needs only the first."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop import app
from desktop.app import IN_TURNS, begin_second_step, complete, hold_input, make_application
from desktop.app_paths import AppPaths
from desktop.edition.editions import Edition
from desktop.errors import StartIncompleteError
from desktop.front import Front, build_front
from desktop.leave.faults import Faults
from desktop.store.settings import TEXT_SIZE
from desktop.ui.control.turns import InputHold

ROOT = Path(__file__).resolve().parents[2]
LATER = (
    "desktop.program",
    "desktop.ui.page.view",
    "desktop.ui.search.hit_list",
    "desktop.ui.panels.help_page",
)
LATER += (
    "desktop.ui.leave.practice_page",
    "desktop.traces",
    "index.searcher",
    "whoosh",
    "PySide6.QtPrintSupport",
)


@pytest.fixture
def ended() -> list[bool]:
    return []


@pytest.fixture
def front(
    qtbot: QtBot, edition: Edition, places: AppPaths, faults: Faults, ended: list[bool]
) -> Iterator[Front]:
    """The first step, painted."""
    make_application()
    front = build_front(edition, places, faults, end=lambda: ended.append(True))
    painted: list[bool] = []
    front.show(lambda: painted.append(True))
    qtbot.waitUntil(lambda: bool(painted))
    yield front
    front.thread.stop()
    assert front.thread.wait(5000)
    front.leaving.gate.open()
    front.window.hide()
    front.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def begin(
    front: Front, hold: InputHold | None = None, failed: Callable[[Exception], object] = [].append
) -> None:
    begin_second_step(front, hold or hold_input(front), failed)


def click(front: Front, widget: QWidget) -> None:
    """As the system tells it: to the window, and without a turn of the event loop."""
    window, left, none = front.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    spot = QPointF(widget.mapTo(window, widget.rect().center()))
    for kind, held in (
        (QEvent.Type.MouseButtonPress, left),
        (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton),
    ):
        event = QMouseEvent(kind, spot, QPointF(window.mapToGlobal(spot)), left, held, none)
        QApplication.sendEvent(window.windowHandle(), event)


def press(front: Front, key: Qt.Key, text: str, held=Qt.KeyboardModifier.NoModifier) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(front.window.windowHandle(), QKeyEvent(kind, key, held, text))


def test_words_typed_before_the_second_step_are_answered(qtbot: QtBot, front: Front) -> None:
    QTest.keyClicks(front.window.search_box.field, "strangulation")
    program = complete(front)
    program.begin()
    qtbot.waitUntil(lambda: program.window.results.answers("strangulation"), timeout=20_000)
    assert program.window.part() is program.window.results


def test_back_returns_to_the_start_page_that_the_first_step_showed(front: Front) -> None:
    program = complete(front)
    assert not program.window.header.back.isEnabled()
    program.navigation.open_page("domestic-abuse")
    program.navigation.back()
    assert program.window.part() is program.window.start


def test_leaving_before_the_second_step_takes_all_steps_there_are(
    qtbot: QtBot, front: Front, ended: list[bool]
) -> None:
    QTest.keyClicks(front.window.search_box.field, "strangulation")
    QTest.keyClick(front.window.windowHandle(), Qt.Key.Key_F12)
    assert not front.window.isVisible()
    qtbot.waitUntil(lambda: bool(ended))
    assert front.leaving.steps.failed == ()
    assert front.window.search_box.words() == ""


def test_the_second_step_is_not_taken_once_leaving_has_begun(qtbot: QtBot, front: Front) -> None:
    begin(front)
    front.leaving.leave()
    for _turn in range(3 * len(IN_TURNS)):
        QApplication.processEvents()
    assert not hasattr(front.window, "reading")
    assert not front.thread.isRunning()


def test_the_keys_that_leave_do_so_between_two_turns_of_the_second_step(
    qtbot: QtBot, front: Front, ended: list[bool]
) -> None:
    begin(front)
    QApplication.processEvents()
    QTest.keyClick(front.window.windowHandle(), Qt.Key.Key_F12)
    assert not front.window.isVisible()
    qtbot.waitUntil(lambda: bool(ended))


def press_at(front: Front, moment: int, key: Qt.Key, text: str = "") -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
    event.setTimestamp(moment)
    QApplication.sendEvent(front.window.windowHandle(), event)


def test_words_that_were_held_back_do_not_come_between_the_presses_of_shift(
    qtbot: QtBot, front: Front, ended: list[bool]
) -> None:
    begin(front)
    press_at(front, 1000, Qt.Key.Key_B, "b")
    click(front, front.window.header.help)
    for moment in (1200, 1300):
        press_at(front, moment, Qt.Key.Key_Shift)
    qtbot.waitUntil(lambda: hasattr(front.window, "results"))
    press_at(front, 1400, Qt.Key.Key_Shift)
    assert not front.window.isVisible()
    qtbot.waitUntil(lambda: bool(ended))


def test_the_button_leaves_between_two_turns_of_the_second_step(
    qtbot: QtBot, front: Front, ended: list[bool]
) -> None:
    begin(front)
    click(front, front.window.leave_button)
    assert front.window.cover.isVisible()
    qtbot.waitUntil(lambda: bool(ended))


def test_what_was_typed_during_the_second_step_is_forgotten_with_leaving(qtbot: QtBot, front: Front) -> None:
    hold = hold_input(front)
    begin(front, hold)
    press(front, Qt.Key.Key_B, "b")
    assert hold._held
    front.leaving.leave()
    qtbot.waitUntil(lambda: not hold._held)
    assert not hasattr(front.window, "reading")


def test_what_is_clicked_and_typed_during_the_second_step_is_done_after_it(
    qtbot: QtBot, front: Front
) -> None:
    begin(front)
    window = front.window
    click(front, window.header.help)
    press(front, Qt.Key.Key_K, "", Qt.KeyboardModifier.ControlModifier)
    for letter in "bruise":
        press(front, Qt.Key(ord(letter.upper())), letter)
    assert (hasattr(window, "reading"), window.search_box.words()) == (False, "")
    qtbot.waitUntil(lambda: hasattr(window, "results"))
    qtbot.waitUntil(lambda: window.results.answers("bruise"), timeout=20_000)
    assert window.search_box.words() == "bruise"


def test_a_key_that_needs_shift_on_this_keyboard_is_still_its_command(qtbot: QtBot, front: Front) -> None:
    begin(front)
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    press(front, Qt.Key.Key_Plus, "+", held)
    before = front.settings.get(TEXT_SIZE)
    qtbot.waitUntil(lambda: front.settings.get(TEXT_SIZE) > before)


def test_a_program_of_which_a_part_is_missing_closes_and_says_so(
    qtbot: QtBot, front: Front, monkeypatch: pytest.MonkeyPatch, expect_faults
) -> None:
    """As when a stick is pulled during the start: no window is left that hears nothing but the leave keys."""
    monkeypatch.setattr(app, "IN_TURNS", ("desktop.program", "desktop.no_such_part", "desktop.ui.self_test"))
    failed: list[Exception] = []
    hold = hold_input(front)
    begin(front, hold, failed.append)
    press(front, Qt.Key.Key_B, "b")
    QTimer.singleShot(20_000, front.window, lambda: QApplication.exit(1))
    assert QApplication.exec() == 0  # ended without a loop, Qt would run none again
    expect_faults("ModuleNotFoundError")
    assert (front.window.isVisible(), front.thread.isRunning(), hold._held) == (False, False, [])
    assert str(failed[0]) == "No module named 'desktop.no_such_part'"


def test_a_start_that_fails_after_its_window_ends_with_one_sentence(tmp_path: Path) -> None:
    code = "import sys; from desktop import __main__, app; app.IN_TURNS = ('desktop.no_such_part',); "
    code += f"sys.exit(__main__.main(['--profile', {str(tmp_path)!r}]))"
    (tmp_path / "settings.json").write_text('{"version": 1, "seen_practice": true}', encoding="utf-8")
    ended = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.splitlines() == [str(StartIncompleteError())]


def test_each_module_of_a_turn_is_one_that_the_second_step_needs() -> None:
    code = "import sys, desktop.app; before = {*sys.modules}; import desktop.program; "
    code += "print(*{*sys.modules} - before)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    assert [name for name in IN_TURNS if name not in loaded] == []


def test_what_the_first_paint_does_not_show_is_not_loaded_for_it() -> None:
    code = "import sys, desktop.__main__, desktop.app; print(*sorted(sys.modules))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    assert "desktop.front" in loaded
    assert [name for name in LATER if name in loaded] == []
