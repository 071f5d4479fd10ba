"""A whole window on the small pack, and its navigation: what most controllers need."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from content.model import Library
from content.tree import group_tree, theme_tree
from desktop.history import History
from desktop.instance.instance import NullInstance
from desktop.leave.faults import Faults
from desktop.store.bookmarks import Bookmarks
from desktop.store.settings import SETTINGS, Settings
from desktop.ui.control.activation import ActivationController
from desktop.ui.control.appearance import AppearanceController
from desktop.ui.control.bookmarks import BookmarkController
from desktop.ui.control.command_handlers import CommandHandlers
from desktop.ui.control.leaving import LeaveController
from desktop.ui.control.navigation import NavigationController
from desktop.ui.control.panels import Panels, lazy_panels
from desktop.ui.control.printing import PrintController
from desktop.ui.control.search import SearchController
from desktop.ui.control.settings import SettingsController
from desktop.ui.look.appearance import Appearance
from desktop.ui.main_window import MainWindow
from desktop.ui.search.search_thread import SearchBackend, SearchThread
from tests.desktop.ui.whole_window import whole_window


@pytest.fixture
def window(qtbot: QtBot, small: Library, appearance: Appearance, faults: Faults) -> MainWindow:
    window = whole_window(appearance, small, faults)
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


def never_opened() -> SearchBackend:
    raise AssertionError("the thread of these tests is not started: each says itself when an answer comes")


@pytest.fixture
def ended() -> list[bool]:
    """Filled where the process would end."""
    return []


@pytest.fixture
def leaving(
    qapp: QApplication,
    window: MainWindow,
    navigation: NavigationController,
    thread: SearchThread,
    faults: Faults,
    ended: list[bool],
) -> LeaveController:
    leaving = LeaveController(
        window,
        thread=thread,
        activation=ActivationController(window, NullInstance()),
        instance=NullInstance(),
        faults=faults,
        end=lambda: ended.append(True),
    )
    leaving.take_in(navigation, PrintController(window, navigation))
    # the end of a test closes its window, and the next one presses keys: neither is a leaving of this one
    window.close_wanted.disconnect(leaving.leave)
    qapp.removeEventFilter(leaving.keys)
    return leaving


@pytest.fixture
def thread(faults: Faults) -> SearchThread:
    return SearchThread(never_opened, faults)


@pytest.fixture
def handlers(
    window: MainWindow,
    small: Library,
    navigation: NavigationController,
    settings: Settings,
    choosing: SettingsController,
    appearance: Appearance,
    leaving: LeaveController,
    thread: SearchThread,
) -> CommandHandlers:
    """Wired, over an open page in a wide window."""
    handlers = CommandHandlers(
        window=window,
        navigation=navigation,
        search=SearchController(window, small, thread, navigation),
        bookmarks=BookmarkController(window, small, Bookmarks(None), navigation),
        appearance=AppearanceController(window, settings, choosing, appearance),
        leaving=leaving,
        printing=PrintController(window, navigation),
    )
    handlers.wire()
    thread.ready.emit()
    window.resize(1400, 800)
    navigation.open_page("baby-bruise")
    return handlers
