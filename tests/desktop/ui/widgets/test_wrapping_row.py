"""Buttons in a row that wraps: asked for their size once, and again when it has changed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QWidget, QWidgetItem
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.wrapping_row import WrappingRow


class Button(QWidget):
    """As wide as it wants to be."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.width_wanted = width

    def sizeHint(self) -> QSize:
        return QSize(self.width_wanted, 20)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class CountingItem(QWidgetItem):
    """Counts how often a row asks for the size of a button."""

    asked = 0

    def sizeHint(self) -> QSize:
        self.asked += 1
        return super().sizeHint()


@pytest.fixture
def buttons() -> list[Button]:
    return [Button(80), Button(90), Button(70)]


@pytest.fixture
def row(qtbot: QtBot, buttons: list[Button]) -> Iterator[WrappingRow]:
    """Shown, in a window that has room for two."""
    window = QWidget()
    qtbot.addWidget(window)
    row = WrappingRow(window)
    for button in buttons:
        row.addWidget(button)
    window.resize(200, 100)
    with qtbot.waitExposed(window):
        window.show()
    yield row  # the window, which holds them all, lives until then
    window.close()


def places(buttons: list[Button]) -> list[tuple[int, int]]:
    return [(button.x(), button.y()) for button in buttons]


def test_what_has_no_room_goes_to_the_next_line(row: WrappingRow, buttons: list[Button]) -> None:
    assert places(buttons) == [(0, 0), (80, 0), (0, 20)]
    assert [row.heightForWidth(width) for width in (240, 239, 100)] == [20, 40, 60]
    assert row.minimumSize() == QSize(90, 20)


def test_each_is_asked_for_its_size_once(qtbot: QtBot) -> None:
    row, button = WrappingRow(), Button(60)
    qtbot.addWidget(button)
    item = CountingItem(button)
    row.addItem(item)
    for width in range(100, 300):
        row.heightForWidth(width)
        row.minimumSize()
    assert item.asked == 1
    row.takeAt(0)


def test_one_that_has_grown_moves_the_others(row: WrappingRow, buttons: list[Button]) -> None:
    buttons[0].width_wanted = 120
    buttons[0].updateGeometry()
    QCoreApplication.processEvents()
    assert places(buttons) == [(0, 0), (0, 20), (90, 20)]


def test_one_that_is_taken_out_leaves_its_place(row: WrappingRow, buttons: list[Button]) -> None:
    row.removeWidget(buttons[0])
    QCoreApplication.processEvents()
    assert places(buttons[1:]) == [(0, 0), (90, 0)]
    row.addWidget(buttons[0])
    QCoreApplication.processEvents()
    assert places(buttons) == [(0, 20), (0, 0), (90, 0)]
