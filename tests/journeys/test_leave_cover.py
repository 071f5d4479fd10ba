"""The cover: over everything at once, painted before anything else happens, and itself a way out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

LEFT = Qt.MouseButton.LeftButton


class Painted(QObject):
    """Notes which parts are painted."""

    def __init__(self, *parts: QWidget) -> None:
        super().__init__()
        self.parts: list[QObject] = []
        for part in parts:
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.parts.append(watched)
        return False


def test_it_is_painted_at_once_and_the_page_below_it_is_not(worker) -> None:
    window = worker.program.window
    worker.program.navigation.open_page("domestic-abuse")
    worker.run_events()
    painted = Painted(window.cover, window.reading.page.viewport(), window)
    window.cover.cover()
    assert painted.parts == [window.cover]


def test_it_lies_over_every_part_whatever_was_raised(worker) -> None:
    window = worker.program.window
    window.cover.setGeometry(QRect(0, 0, 1, 1))
    window.header.raise_()
    window.cover.cover()
    assert window.cover.geometry() == window.rect()
    for spot in (QPoint(5, 5), window.rect().center(), window.header.leave.geometry().center()):
        assert window.childAt(spot) is window.cover


def test_it_shows_one_colour_only(worker) -> None:
    window = worker.program.window
    worker.program.navigation.open_page("domestic-abuse")
    window.cover.cover()
    picture = window.grab().toImage()
    across = range(0, picture.width(), 7)
    colours = {picture.pixel(x, y) for x in across for y in range(0, picture.height(), 7)}
    assert len(colours) == 1


def test_it_grows_with_the_window(worker) -> None:
    window = worker.program.window
    window.cover.cover()
    window.resize(900, 600)
    assert window.cover.geometry() == window.rect()


def test_a_press_on_a_cover_that_stayed_leaves(worker) -> None:
    """A release that got lost would leave the cover up: whoever presses again wants to be gone."""
    window = worker.program.window
    window.cover.cover()
    QTest.mouseClick(window.cover, LEFT)
    assert worker.program.leaving.steps.leaving
    assert not window.isVisible()
