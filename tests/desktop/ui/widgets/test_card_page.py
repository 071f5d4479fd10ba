"""A page of cards scrolls under the keys and the mouse, and lays its cards out in the room there is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.ui.look.appearance import Appearance
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.card_page import CardPage


@pytest.fixture
def page(qtbot: QtBot, appearance: Appearance) -> CardPage:
    page = CardPage(appearance, "Cards")
    qtbot.addWidget(page)
    page.add_words("Some cards", "h1", 700)
    page.add_cards([Card(appearance, f"Card {number}", "and a line", "x") for number in range(12)])
    page.end()
    page.resize(900, 400)
    with qtbot.waitActive(page):
        page.show()
    return page


def test_after_a_click_beside_the_cards_the_arrows_scroll(page: CardPage) -> None:
    QTest.mouseClick(page.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    QTest.keyClick(page.windowHandle(), Qt.Key.Key_Down)
    assert page.verticalScrollBar().value() > 0


@pytest.mark.parametrize(("width", "across"), [(900, 2), (500, 1)])
def test_cards_stand_beside_each_other_where_there_is_room(
    qtbot: QtBot, page: CardPage, width: int, across: int
) -> None:
    page.resize(width, 400)
    qtbot.waitUntil(lambda: len({card.x() for card in page.cards()}) == across)
    rows = {card.y() for card in page.cards()}
    assert len(rows) == 12 / across


def test_what_is_cleared_is_gone(page: CardPage) -> None:
    page.clear()
    assert page.cards() == ()
