"""Buttons and cards are pressed by Space and by Enter, on every desktop."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.ui.look.appearance import Appearance
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.push_button import PushButton

MAKE = {
    "button": lambda appearance: PushButton(appearance, "Go", "Go"),
    "card": lambda appearance: Card(appearance, "Go", "", "x"),
}


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize("kind", MAKE)
def test_a_key_presses_it_once(qtbot: QtBot, appearance: Appearance, kind: str, key: Qt.Key) -> None:
    button = MAKE[kind](appearance)
    qtbot.addWidget(button)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    QTest.keyClick(button, key)
    assert pressed == [True]
