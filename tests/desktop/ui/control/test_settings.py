"""A choice counts at once, in the panel too; where it cannot be written the worker is told, and it counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.store.settings import LOOK, SHIFT_GAP, TEXT_SIZE, Settings
from desktop.ui.control.panels import Panels
from desktop.ui.control.settings import SettingsController
from desktop.ui.main_window import MainWindow
from desktop.ui.panels.display_panel import DisplayPanel
from desktop.ui.widgets.push_button import PushButton


def pressed(panel: DisplayPanel, setting: str) -> list[str]:
    """What the panel shows as chosen in the row of this name."""
    rows = [one for one in panel.findChildren(PushButton) if one.accessibleName().startswith(f"{setting}:")]
    assert len(rows) > 1
    return [one.text() for one in rows if one.isChecked()]


def press(panel: DisplayPanel, name: str) -> None:
    next(one for one in panel.findChildren(PushButton) if one.accessibleName() == name).click()


def test_the_panel_opens_with_what_is_in_force(
    settings: Settings, choosing: SettingsController, panels: Panels
) -> None:
    choosing.choose(LOOK, "dark")
    panel = panels.display.get()
    assert pressed(panel, "Colours") == ["Dark"]
    assert pressed(panel, "Text size") == ["100 %"]
    assert pressed(panel, "Time between Shift presses") == ["1.5 seconds"]


def test_a_button_of_the_panel_is_the_choice(
    settings: Settings, choosing: SettingsController, panels: Panels
) -> None:
    press(panels.display.get(), "Time between Shift presses: 5 seconds")
    assert settings.get(SHIFT_GAP) == 5.0
    assert settings.get(TEXT_SIZE) == TEXT_SIZE.default


def test_what_is_chosen_elsewhere_is_shown_in_the_open_panel(
    choosing: SettingsController, panels: Panels
) -> None:
    panel = panels.display.get()
    choosing.choose(TEXT_SIZE, 150)
    assert pressed(panel, "Text size") == ["150 %"]


def test_a_value_that_is_no_choice_changes_nothing(
    settings: Settings, choosing: SettingsController, panels: Panels
) -> None:
    panel = panels.display.get()
    panel.choice_made.emit(TEXT_SIZE.id, 5000)
    panel.choice_made.emit(TEXT_SIZE.id, "large")
    assert settings.get(TEXT_SIZE) == TEXT_SIZE.default


@pytest.fixture
def settings_of_a_full_disk(unwritable: Path) -> Settings:
    return Settings(unwritable / "settings.json")


def test_what_cannot_be_written_is_said_and_counts_all_the_same(
    window: MainWindow, settings_of_a_full_disk: Settings, panels: Panels
) -> None:
    SettingsController(window, settings_of_a_full_disk, panels.display)
    panel = panels.display.get()
    press(panel, "Colours: Dark")
    assert "could not be saved" in window.notice.words.text()
    assert settings_of_a_full_disk.get(LOOK) == "dark"
    assert pressed(panel, "Colours") == ["Dark"]
