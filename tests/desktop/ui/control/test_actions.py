from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.commands import COMMANDS, WINDOW
from desktop.ui.control.actions import HEARD_ELSEWHERE, build_actions

WANTED = [row.id for row in COMMANDS.values() if row.scope == WINDOW and row.id not in HEARD_ELSEWHERE]


def test_each_command_calls_its_own_handler(qtbot: QtBot) -> None:
    window, called = QWidget(), list[str]()
    qtbot.addWidget(window)
    actions = build_actions(window, {id: lambda id=id: called.append(id) for id in WANTED})
    for action in actions.values():
        action.trigger()
    assert called == list(actions) == WANTED


@pytest.mark.parametrize("missing", ["find", "close"])
def test_a_command_without_a_handler_is_an_error(qtbot: QtBot, missing: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    with pytest.raises(KeyError, match=missing):
        build_actions(window, {id: lambda: None for id in WANTED if id != missing})
