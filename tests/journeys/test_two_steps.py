"""The window opens in two steps: what is done between them is not lost, and leaving needs only the first."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import complete, make_application
from desktop.app_paths import AppPaths
from desktop.edition.editions import Edition
from desktop.front import Front, build_front
from desktop.leave.faults import Faults

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


def test_the_second_step_is_not_taken_once_leaving_has_begun(front: Front) -> None:
    from desktop.app import _complete_and_begin

    front.leaving.leave()
    _complete_and_begin(front)
    assert not hasattr(front.window, "reading")
    assert not front.thread.isRunning()


def test_what_the_first_paint_does_not_show_is_not_loaded_for_it() -> None:
    code = "import sys, desktop.__main__, desktop.app; print(*sorted(sys.modules))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    assert "desktop.front" in loaded
    assert [name for name in LATER if name in loaded] == []
