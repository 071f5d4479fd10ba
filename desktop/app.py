"""The composition root: builds every part, wires them together, runs the window."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from content.model import Library, Status
from content.tree import group_tree, theme_tree
from desktop.app_paths import AppPaths, program_folder
from desktop.dates import month_and_year
from desktop.edition.editions import Edition, open_edition
from desktop.history import History
from desktop.i18n import _, languages_of, use_language
from desktop.instance.instance import Instance, NullInstance
from desktop.leave.crash_dumps import write_no_dumps
from desktop.leave.faults import Faults, install_hooks
from desktop.leave.leave_steps import end_process
from desktop.options import Options
from desktop.session_bus import start_no_bus
from desktop.store.bookmarks import Bookmarks
from desktop.store.settings import Settings, settings_with
from desktop.traces import Traces
from desktop.ui.control.actions import build_actions
from desktop.ui.control.activation import ActivationController
from desktop.ui.control.announcements import Announcer
from desktop.ui.control.appearance import AppearanceController
from desktop.ui.control.bookmarks import BookmarkController
from desktop.ui.control.command_handlers import CommandHandlers
from desktop.ui.control.leave_preferences import LeavePreferences
from desktop.ui.control.leaving import LeaveController
from desktop.ui.control.navigation import NavigationController
from desktop.ui.control.practice import PracticeController
from desktop.ui.control.printing import PrintController
from desktop.ui.control.search import SearchController
from desktop.ui.control.settings import SettingsController
from desktop.ui.control.support import SupportController
from desktop.ui.control.traces import TraceController
from desktop.ui.first_paint import FirstPaint
from desktop.ui.leave.capture import Capture, shield_here
from desktop.ui.leave.signals import listen_to_signals
from desktop.ui.look.fonts import load_fonts
from desktop.ui.look.icons import IconStore
from desktop.ui.main_window import TITLE, MainWindow
from desktop.ui.page.view import PageView
from desktop.ui.search.search_thread import SearchBackend, SearchThread
from desktop.ui.widgets.marked_copy import copy_words

_TURN = 0.0005
"""Seconds that the search may compute before the window, if it waits, gets its turn.

Painting and leaving are many small steps. At Python's own 0.005 each of them may wait that long for a busy
thread: `tests/bench/bench_turns.py` prints what that comes to.
"""


@dataclass(frozen=True, slots=True)
class Program:
    """The wired program, for running, for the self-test and for journeys."""

    library: Library
    window: MainWindow
    browsing: NavigationController
    searching: SearchController
    keeping: BookmarkController
    leaving: LeaveController
    thread: SearchThread
    bookmarks: Bookmarks
    settings: Settings
    practising: PracticeController
    faults: Faults
    notices: tuple[str, ...]

    def show(self) -> None:
        """Show the window; the search thread starts after the first paint."""
        FirstPaint(self.window).done.connect(self._after_first_paint)
        self.window.show()

    def _after_first_paint(self) -> None:
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


def open_searcher(edition: Edition) -> Callable[[], SearchBackend]:
    """How the search thread opens the index: imported there, because whoosh takes longer than the window."""

    def opened() -> SearchBackend:
        from index.engine import open_index
        from index.searcher import Searcher

        return Searcher(open_index(edition.index_blob(), edition.content_hash), edition.library)

    return opened


def make_application() -> QApplication:
    """The Qt application under its one neutral name."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    start_no_bus(os.environ, sys.platform)
    QCoreApplication.setApplicationName(TITLE)
    application = QApplication([TITLE.lower()])
    application.setStyle("Fusion")
    application.setQuitOnLastWindowClosed(False)
    return application


def build_program(
    edition: Edition,
    paths: AppPaths,
    faults: Faults,
    end: Callable[[], None] = end_process,
    instance: Instance | None = None,
) -> Program:
    """Build and wire everything; needs a QApplication, shows nothing."""
    library = edition.library
    settings = Settings(paths.settings_file, settings_with(look_names()))
    bookmarks = Bookmarks(paths.bookmarks_file)
    notices = tuple(sentence for sentence in (edition.notice, settings.load(), bookmarks.load()) if sentence)
    bookmarks.resolve(library)
    themes, groups = theme_tree(library), group_tree(library)
    window = MainWindow(library, themes, groups, PageView(faults), where_things_lie(paths), settings.table)
    private = _("Private: nothing is kept") if paths.bookmarks_file is None else ""
    window.sidebar.show_edition("\n".join(filter(None, (edition_words(library), private))))
    thread = SearchThread(open_searcher(edition), faults)
    browsing = NavigationController(window, library, themes, groups, History(), faults)
    searching = SearchController(window, library, thread, browsing)
    keeping = BookmarkController(window, library, bookmarks, browsing)
    choosing = SettingsController(window, settings)
    dressing = AppearanceController(window, settings, choosing, load_fonts(), IconStore())
    held = instance or NullInstance()
    printing = PrintController(window, browsing)
    leaving = LeaveController(window, browsing, searching, thread, printing, faults, end, held)
    ActivationController(window, leaving, held)
    TraceController(window, Traces(paths, os.environ), bookmarks, settings)
    SupportController(window, faults)
    LeavePreferences(window, settings, leaving)
    Capture(settings, shield_here(), window)
    practising = PracticeController(window, settings, choosing, browsing, leaving.keys)
    Announcer(window, library, browsing, bookmarks)
    _wire_wishes(
        CommandHandlers(window, library, browsing, searching, keeping, dressing, choosing, leaving, printing)
    )
    dressing.dress()
    dressing.show_sidebar()
    browsing.open_start()
    return Program(
        *(library, window, browsing, searching, keeping, leaving, thread, bookmarks, settings),
        *(practising, faults, notices),
    )


def _wire_wishes(wishes: CommandHandlers) -> None:
    window = wishes.window
    build_actions(window, wishes.doings())
    window.header.topics.clicked.connect(wishes.dressing.toggle_sidebar)
    window.header.display.clicked.connect(wishes.display)
    window.header.help.clicked.connect(lambda: wishes.browsing.open_panel("help"))
    window.reading.bar.find_tool.clicked.connect(wishes.find)
    window.reading.find_bar.closed.connect(wishes.close_find)
    window.reading.find_bar.find_wanted.connect(
        lambda words, forward: window.reading.find_bar.show_count(
            *window.reading.page.find_words(words, forward)
        )
    )
    window.reading.page.address_wanted.connect(lambda url: _offer_address(window, url))
    window.reading.page.contact_wanted.connect(lambda name: _offer_number(window, wishes.library, name))


def _offer_address(window: MainWindow, url: str) -> None:
    sentence = _("This link goes to a website. You need the internet to open it: {url}").format(url=url)
    window.notice.say(sentence, _("Copy address"), lambda: copy_words(url))


def _offer_number(window: MainWindow, library: Library, name: str) -> None:
    if contact := library.contacts.get(name):
        number = contact.phone or contact.text or contact.email or contact.web
        sentence = f"{contact.name}: {number}"
        window.notice.say(sentence, _("Copy"), lambda: copy_words(number))


def look_names() -> list[str]:
    """The looks that the program brings, by the names of their files."""
    looks = files("desktop.ui.look").joinpath("looks").iterdir()
    return sorted(one.name.removesuffix(".toml") for one in looks if one.name.endswith(".toml"))


def edition_words(library: Library) -> str:
    """The line at the foot of the sidebar."""
    edition = month_and_year(library.info.edition)
    words = _("{pack} edition, {date}").format(pack=library.info.id.capitalize(), date=edition)
    draft = _("Draft: not yet approved") if library.info.status is Status.DRAFT else ""
    return "\n".join(filter(None, (words, draft)))


def where_things_lie(paths: AppPaths) -> dict[str, str]:
    """What help says about files of the worker's."""
    nothing = _("kept in memory only")
    return {
        _("Bookmarks"): str(paths.bookmarks_file or nothing),
        _("Settings"): str(paths.settings_file or nothing),
    }


def languages_of_system() -> tuple[str, ...]:
    """The languages that this computer is set to, best first, named as catalogues are: cy_GB, cy.

    Qt asks each system in its own way; on Windows and on a Mac the environment is mostly silent.
    """
    return tuple(tag.replace("-", "_") for tag in QLocale.system().uiLanguages())


def open_window(options: Options, paths: AppPaths, instance: Instance) -> int:
    """Open the program and run until the worker leaves."""
    use_language(languages_of(os.environ) or languages_of_system())
    write_no_dumps()
    sys.setswitchinterval(_TURN)
    program_at = program_folder()
    edition = open_edition(program_at, options.pack, paths.cache_folder)
    application = make_application()
    faults = Faults()
    install_hooks(faults)
    program = build_program(edition, paths, faults, instance=instance)
    listen_to_signals(program.leaving.leave_soon, program.leaving)
    program.practising.open_first()
    program.show()
    return application.exec()


def run_self_test(options: Options, paths: AppPaths) -> int:
    """Walk once through the whole program and print what was seen as JSON; 0 when all of it worked."""
    started = perf_counter()
    import json

    from desktop.ui.self_test import SelfTest

    edition = open_edition(program_folder(), options.pack, paths.cache_folder)
    application = make_application()
    ended: list[bool] = []
    # the worker's own bookmarks are not a test's to touch: memory only, unless a profile was named for it
    own = paths if options.profile else AppPaths(cache_folder=paths.cache_folder)
    program = build_program(edition, own, Faults(), end=lambda: ended.append(True))
    test = SelfTest(program.window, program.library, started)
    summary = test.run(program.show, application.processEvents, lambda: bool(ended))
    program.thread.stop()
    program.thread.wait(2000)
    print(json.dumps(summary, indent=1))
    sys.stdout.flush()
    return 0 if summary["ok"] else 1
