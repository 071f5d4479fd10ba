"""The window fits the screen, and comes back to one when its monitor goes away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.control.placement import FIRST, FRAME, WindowPlacement, first_geometry, fitted

LARGE = QRect(0, 0, 1920, 1040)


@pytest.mark.parametrize(
    "available",
    [
        QRect(0, 0, 1366, 728),
        QRect(0, 0, 1280, 900),
        QRect(0, 0, 853, 600),  # 1280 x 900 at 150 %
        QRect(0, 0, 640, 450),  # and at 200 %
        QRect(0, 0, 400, 300),
        QRect(1920, -200, 1024, 740),  # beside another monitor
    ],
    ids=str,
)
def test_the_first_window_is_on_the_screen_with_its_frame(available: QRect) -> None:
    place = first_geometry(available)
    assert available.contains(QRect(place.topLeft(), place.size() + FRAME))


def test_where_there_is_room_it_is_as_large_as_it_likes_to_be() -> None:
    assert first_geometry(LARGE).size() == FIRST


@pytest.mark.parametrize(
    "frame",
    [
        QRect(2400, 100, 800, 600),
        QRect(-900, -50, 800, 600),
        QRect(1500, 900, 800, 600),
        QRect(0, 0, 3000, 2000),
        QRect(-10, 20, 2560, 1400),
    ],
    ids=str,
)
def test_a_frame_is_moved_into_the_room_and_made_smaller_only_if_it_must_be(frame: QRect) -> None:
    placed = fitted(frame, LARGE)
    assert LARGE.contains(placed)
    assert placed.size() == frame.size().boundedTo(LARGE.size())


def test_a_frame_that_is_inside_stays() -> None:
    assert fitted(QRect(10, 20, 800, 600), LARGE) == QRect(10, 20, 800, 600)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    placement = WindowPlacement(window)
    with qtbot.waitExposed(window):
        window.show()
    placement.follow_window()
    return window


def available() -> QRect:
    return QGuiApplication.primaryScreen().availableGeometry()


def a_monitor_goes() -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.screenRemoved.emit(QGuiApplication.primaryScreen())


def test_it_comes_back_when_its_monitor_goes_away(qtbot: QtBot, window: QWidget) -> None:
    window.move(QPoint(5000, 300))
    a_monitor_goes()
    qtbot.waitUntil(lambda: available().contains(window.frameGeometry()))


def test_it_is_made_to_fit_a_smaller_screen(qtbot: QtBot, window: QWidget) -> None:
    window.resize(available().size() + QSize(300, 200))
    QGuiApplication.primaryScreen().availableGeometryChanged.emit(available())
    qtbot.waitUntil(lambda: available().contains(window.frameGeometry()))


def test_a_window_in_sight_stays_where_it_was_put(qtbot: QtBot, window: QWidget) -> None:
    window.resize(500, 400)
    window.move(37, 41)
    a_monitor_goes()
    QApplication.processEvents()
    assert (window.pos(), window.size()) == (QPoint(37, 41), QSize(500, 400))
