"""The display panel offers what this computer can do, and says what it cannot."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.ui.look.appearance import Appearance
from desktop.ui.panels.display_panel import DisplayPanel
from desktop.ui.widgets.push_button import PushButton


@pytest.mark.parametrize(
    ("platform", "screenshots", "lock"),
    [("linux", False, False), ("win32", True, True), ("darwin", True, False)],
)
def test_the_panel_says_what_is_not_possible_here(
    qtbot: QtBot, appearance: Appearance, platform: str, screenshots: bool, lock: bool
) -> None:
    panel = DisplayPanel(appearance, platform=platform)
    qtbot.addWidget(panel)
    words = "\n".join(label.text() for label in panel.findChildren(QLabel))
    names = "\n".join(button.accessibleName() for button in panel.findChildren(PushButton))
    assert ("Allow screenshots until I leave" in names) is screenshots
    assert (
        "This is not possible on this computer: every screenshot shows the window." in words
    ) is not screenshots
    assert ("When the screen locks: Leave" in names) is lock
