"""The display panel: a button for each choice of each setting, and one of them is down."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.store.settings import SETTINGS, TEXT_SIZE, settings_with
from desktop.ui.look.appearance import Appearance
from desktop.ui.panels.display_panel import DisplayPanel
from desktop.ui.widgets.push_button import PushButton


@pytest.fixture
def panel(qtbot: QtBot, appearance: Appearance) -> DisplayPanel:
    """As on Windows, which can do all of it."""
    panel = DisplayPanel(appearance, platform="win32")
    qtbot.addWidget(panel)
    return panel


def names(panel: DisplayPanel) -> list[str]:
    return [button.accessibleName() for button in panel.findChildren(PushButton)]


def buttons(panel: DisplayPanel, setting: str) -> dict[str, PushButton]:
    """The buttons of a setting by what they say."""
    start = f"{SETTINGS[setting].words}: "
    found = {one.accessibleName(): one for one in panel.findChildren(PushButton)}
    return {name.removeprefix(start): one for name, one in found.items() if name.startswith(start)}


def test_each_choice_of_each_setting_has_its_button(panel: DisplayPanel) -> None:
    wanted = [f"{row.words}: {choice.words}" for row in SETTINGS.values() for choice in row.choices]
    assert names(panel) == wanted


def test_a_press_tells_setting_and_value(qtbot: QtBot, panel: DisplayPanel) -> None:
    with qtbot.waitSignal(panel.choice_made) as made:
        buttons(panel, "shift_gap")["No limit"].click()
    assert made.args == ["shift_gap", 0.0]


def test_only_the_choice_in_force_is_down(panel: DisplayPanel) -> None:
    panel.show_choice("leave_on_lock", False)
    panel.show_choice("idle_leave", 5)
    panel.show_choice("idle_leave", 1)
    down = [words for words, one in buttons(panel, "idle_leave").items() if one.isChecked()]
    assert down == ["After 1 minute"]
    assert buttons(panel, "leave_on_lock")["Stay open"].isChecked()


def test_looks_of_other_files_can_be_chosen_too(qtbot: QtBot, appearance: Appearance) -> None:
    panel = DisplayPanel(appearance, settings_with({"light": "Light", "amber": "Amber"}))
    qtbot.addWidget(panel)
    assert list(buttons(panel, "look")) == ["Light", "Amber", "Same as this computer"]


def test_what_this_computer_cannot_do_is_said(qtbot: QtBot, appearance: Appearance) -> None:
    row = replace(TEXT_SIZE, platforms=("win32",), elsewhere="Not on this computer.")
    panel = DisplayPanel(appearance, {row.id: row}, platform="linux")
    qtbot.addWidget(panel)
    assert names(panel) == []
    assert panel.findChildren(QLabel)[-1].text() == "Not on this computer."
