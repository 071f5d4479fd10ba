"""The composition root's second step, after the first paint: reading, searching, bookmarks, panels."""

from __future__ import annotations

import gc
import os
from dataclasses import dataclass

from content.model import Library
from desktop.app_paths import AppPaths
from desktop.front import Front
from desktop.history import History
from desktop.i18n import _
from desktop.leave.faults import Faults
from desktop.store.bookmarks import Bookmarks
from desktop.store.settings import Settings
from desktop.traces import Traces
from desktop.ui.control.activation import ActivationController
from desktop.ui.control.announcements import Announcer
from desktop.ui.control.appearance import AppearanceController
from desktop.ui.control.bookmarks import BookmarkController
from desktop.ui.control.command_handlers import CommandHandlers
from desktop.ui.control.copying import CopyController
from desktop.ui.control.leaving import LeaveController
from desktop.ui.control.navigation import NavigationController
from desktop.ui.control.panels import lazy_panels
from desktop.ui.control.practice import PracticeController
from desktop.ui.control.printing import PrintController
from desktop.ui.control.search import SearchController
from desktop.ui.control.settings import SettingsController
from desktop.ui.control.support import SupportController
from desktop.ui.control.traces import TraceController
from desktop.ui.main_window import MainWindow
from desktop.ui.page.reading_area import ReadingArea
from desktop.ui.page.view import PageView
from desktop.ui.panels.node_page import NodePage
from desktop.ui.search.results_view import ResultsView
from desktop.ui.search.search_thread import SearchThread


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """The wired program, for running, for the self-test and for journeys."""

    front: Front
    navigation: NavigationController
    search: SearchController
    bookmark_controller: BookmarkController
    bookmarks: Bookmarks
    practice: PracticeController
    notices: tuple[str, ...]

    @property
    def library(self) -> Library:
        """What there is to read."""
        return self.front.edition.library

    @property
    def window(self) -> MainWindow:
        """The one window."""
        return self.front.window

    @property
    def thread(self) -> SearchThread:
        """Where questions are answered."""
        return self.front.thread

    @property
    def settings(self) -> Settings:
        """What the worker has chosen."""
        return self.front.settings

    @property
    def activation(self) -> ActivationController:
        """What brings the window forward."""
        return self.front.activation

    @property
    def leaving(self) -> LeaveController:
        """The way out."""
        return self.front.leaving

    @property
    def faults(self) -> Faults:
        """What has failed since the start."""
        return self.front.faults

    def show(self) -> None:
        """Show the window where everything was built before."""
        self.front.show(self.begin)

    def begin(self) -> None:
        """Start what waits for the first paint: the search, and what the worker must be told."""
        gc.freeze()
        # one look through everything that the index brings would stop all threads, keys included, for 50 ms
        self.thread.warmed.connect(_collect_from_now_on)
        self.thread.failed.connect(_collect_from_now_on)
        self.thread.start(SearchThread.Priority.LowPriority)
        if self.notices:
            self.window.notice.say("\n".join(self.notices))


def _collect_from_now_on() -> None:
    gc.freeze()
    gc.enable()


def complete(front: Front) -> Program:
    """Build what the first paint did not need; the front shows the start page already."""
    window, library, settings = front.window, front.edition.library, front.settings
    appearance, faults = front.appearance, front.faults
    page = PageView(appearance, faults)
    window.take_in(
        ReadingArea(appearance, page, window.middle),
        NodePage(appearance, window.middle),
        ResultsView(appearance, window.middle),
    )
    bookmarks = Bookmarks(front.paths.bookmarks_file)
    damage = bookmarks.load()
    bookmarks.resolve(library)
    panels = lazy_panels(window, appearance, library, where_things_lie(front.paths), settings.table)
    navigation = NavigationController(window, library, front.themes, front.groups, History(), panels, faults)
    choosing = SettingsController(window, settings, panels.display)
    printing = PrintController(window, navigation)
    front.leaving.take_in(navigation, printing)
    program = Program(
        front=front,
        navigation=navigation,
        search=SearchController(window, library, front.thread, navigation),
        bookmark_controller=BookmarkController(window, library, bookmarks, navigation),
        bookmarks=bookmarks,
        practice=PracticeController(window, settings, choosing, navigation, front.leaving.keys, panels),
        notices=(*front.notices, *([damage] if damage else ())),
    )
    TraceController(window, Traces(front.paths, os.environ), bookmarks, settings, panels.help)
    SupportController(window, faults, panels.help)
    Announcer(window, library, navigation, bookmarks)
    CopyController(window, library)
    CommandHandlers(
        window=window,
        navigation=navigation,
        search=program.search,
        bookmarks=program.bookmark_controller,
        appearance=AppearanceController(window, settings, choosing, appearance),
        leaving=front.leaving,
        printing=printing,
    ).wire()
    navigation.begin()
    return program


def where_things_lie(paths: AppPaths) -> dict[str, str]:
    """What help says about files of the worker's."""
    nothing = _("kept in memory only")
    return {
        _("Bookmarks"): str(paths.bookmarks_file or nothing),
        _("Settings"): str(paths.settings_file or nothing),
    }
