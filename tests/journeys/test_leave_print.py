"""Leaving while the print dialog is open: it goes unanswered, and nothing is printed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

KEYS = {"shift three times": [Qt.Key.Key_Shift] * 3, "F12": [Qt.Key.Key_F12]}


@pytest.mark.parametrize("keys", KEYS)
def test_leaves_from_the_print_dialog_without_printing(worker, monkeypatch, keys: str) -> None:
    from PySide6.QtPrintSupport import QPrintDialog

    program, printed = worker.program, []
    page = program.window.reading.page
    monkeypatch.setattr(page, "print_on", lambda printer: printed.append(printer))
    program.navigation.open_page("domestic-abuse")
    answered: list[int] = []

    def leave_by_keys() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QPrintDialog)
        dialog.finished.connect(answered.append)
        for key in KEYS[keys]:
            QTest.keyClick(dialog.windowHandle(), key)

    QTimer.singleShot(0, leave_by_keys)
    program.window.reading.bar.print.click()
    program.window.notice.action.click()  # comes back when the dialog is closed
    assert not any(window.isVisible() for window in QGuiApplication.topLevelWindows())
    worker.qtbot.waitUntil(lambda: bool(worker.ended), timeout=5000)
    assert printed == []
    assert answered == [0]
    assert program.leaving.steps.failed == ()


def test_an_answer_after_leaving_prints_nothing(worker, monkeypatch) -> None:
    """A system's own dialog may answer late; by then nothing is printed any more."""
    from PySide6.QtPrintSupport import QPrintDialog

    program, printed = worker.program, []
    monkeypatch.setattr(program.window.reading.page, "print_on", lambda printer: printed.append(printer))
    program.navigation.open_page("domestic-abuse")

    def leave_and_answer(_dialog: QPrintDialog) -> int:
        program.leaving.leave()
        program.navigation.open_page("domestic-abuse")
        return 1

    monkeypatch.setattr(QPrintDialog, "exec", leave_and_answer)
    program.window.reading.bar.print.click()
    program.window.notice.action.click()
    assert printed == []
