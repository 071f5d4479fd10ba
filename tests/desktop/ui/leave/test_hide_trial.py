"""The small empty window of practice: it times one hiding, takes no keys, and never stays on the screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.leave.hide_trial import HideTrial

WHERE, COLOUR = QRect(40, 30, 24, 24), QColor("#123456")


@pytest.fixture
def trial(qtbot: QtBot) -> Iterator[HideTrial]:
    trial = HideTrial("Guidance")
    yield trial
    trial.destroy()


def test_the_hiding_is_timed_once_and_the_window_is_gone(qtbot: QtBot, trial: HideTrial) -> None:
    trial.prepare(WHERE, COLOUR)
    qtbot.waitUntil(trial.isExposed)
    told: list[float] = []
    trial.measured.connect(told.append)
    trial.run()
    qtbot.waitUntil(lambda: bool(told))
    assert not trial.isVisible()
    assert 0 < told[0] < 5
    trial.prepare(WHERE, COLOUR)
    qtbot.waitUntil(trial.isExposed)
    trial.cancel()
    QApplication.processEvents()
    assert len(told) == 1


def test_a_third_press_before_the_window_has_come_up_still_takes_it_away(
    qtbot: QtBot, trial: HideTrial
) -> None:
    trial.setGeometry(WHERE)
    trial.run()
    assert not trial.isVisible()
    with qtbot.waitSignal(trial.measured):
        trial.show()
    assert not trial.isVisible()


def test_a_rehearsal_given_up_is_not_measured(qtbot: QtBot, trial: HideTrial) -> None:
    trial.run()
    trial.cancel()
    with qtbot.assertNotEmitted(trial.measured):
        trial.show()
        qtbot.waitUntil(trial.isExposed)
        trial.cancel()
        QApplication.processEvents()
    assert not trial.isVisible()


def test_a_new_try_forgets_a_press_of_the_one_before(qtbot: QtBot, trial: HideTrial) -> None:
    trial.run()
    trial.prepare(WHERE, COLOUR)
    qtbot.waitUntil(trial.isExposed)
    assert trial.isVisible()


@pytest.mark.parametrize(
    "flag",
    [
        Qt.WindowType.WindowDoesNotAcceptFocus,
        Qt.WindowType.WindowTransparentForInput,
        Qt.WindowType.FramelessWindowHint,
    ],
)
def test_it_takes_neither_keys_nor_clicks(trial: HideTrial, flag: Qt.WindowType) -> None:
    assert trial.flags() & flag
    assert trial.type() == Qt.WindowType.ToolTip
