"""A whole window on the small pack, and its navigation: what most controllers need."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from content.model import Library
from content.tree import group_tree, theme_tree
from desktop.history import History
from desktop.leave.faults import Faults
from desktop.store.settings import SETTINGS, Settings
from desktop.ui.control.navigation import NavigationController
from desktop.ui.control.panels import Panels, lazy_panels
from desktop.ui.control.settings import SettingsController
from desktop.ui.look.appearance import Appearance
from desktop.ui.main_window import MainWindow
from desktop.ui.page.view import PageView


@pytest.fixture
def window(qtbot: QtBot, small: Library, appearance: Appearance, faults: Faults) -> MainWindow:
    window = MainWindow(appearance, small, theme_tree(small), group_tree(small), PageView(appearance, faults))
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def panels(window: MainWindow, appearance: Appearance, small: Library) -> Panels:
    return lazy_panels(window, appearance, small, {}, SETTINGS)


@pytest.fixture
def navigation(window: MainWindow, small: Library, panels: Panels, faults: Faults) -> NavigationController:
    themes, groups = theme_tree(small), group_tree(small)
    return NavigationController(window, small, themes, groups, History(), panels, faults)


@pytest.fixture
def settings() -> Settings:
    """As at a first start, and in memory only: nothing of a test is written."""
    return Settings(None)


@pytest.fixture
def choosing(window: MainWindow, settings: Settings, panels: Panels) -> SettingsController:
    return SettingsController(window, settings, panels.display)
