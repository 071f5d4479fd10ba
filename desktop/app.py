"""The composition root: builds every part, wires them together, runs the window."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QLocale, QTimer
from PySide6.QtWidgets import QApplication

from content.model import Library
from content.tree import group_tree, theme_tree
from desktop.app_paths import AppPaths, program_folder
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
from desktop.ui.control.activation import ActivationController
from desktop.ui.control.announcements import Announcer
from desktop.ui.control.appearance import AppearanceController, make_appearance
from desktop.ui.control.bookmarks import BookmarkController
from desktop.ui.control.command_handlers import CommandHandlers
from desktop.ui.control.copying import CopyController
from desktop.ui.control.leave_preferences import LeavePreferences
from desktop.ui.control.leaving import LeaveController
from desktop.ui.control.navigation import NavigationController
from desktop.ui.control.panels import Panels, lazy_panels
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
from desktop.ui.look.look_files import look_names, read_look
from desktop.ui.main_window import TITLE, MainWindow
from desktop.ui.page.view import PageView
from desktop.ui.search.search_thread import SearchBackend, SearchThread
from desktop.ui.sidebar.edition_words import edition_words

_TURN = 0.0005
"""Seconds that the search may compute before the window, if it waits, gets its turn.

Painting and leaving are many small steps. At Python's own 0.005 each of them may wait that long for a busy
thread: `tests/bench/bench_turns.py` prints what that comes to.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """The wired program, for running, for the self-test and for journeys."""

    library: Library
    window: MainWindow
    navigation: NavigationController
    search: SearchController
    bookmark_controller: BookmarkController
    leaving: LeaveController
    thread: SearchThread
    bookmarks: Bookmarks
    settings: Settings
    practice: PracticeController
    activation: ActivationController
    faults: Faults
    notices: tuple[str, ...]

    def show(self) -> None:
        """Show the window; the search thread starts after the first paint."""
        FirstPaint(self.window).done.connect(self._after_first_paint)
        self.window.show()
        QTimer.singleShot(0, self.activation.begin)  # a window that starts minimised is never painted

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

        return Searcher(open_index(bytes(edition.index_blob()), edition.content_hash), edition.library)

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
    settings, bookmarks, damage = _open_stores(paths, library)
    themes, groups = theme_tree(library), group_tree(library)
    appearance = make_appearance(settings, load_fonts(), IconStore())
    window = MainWindow(appearance, library, themes, groups, PageView(appearance, faults))
    panels = lazy_panels(window, appearance, library, where_things_lie(paths), settings.table)
    thread = SearchThread(open_searcher(edition), faults)
    navigation = NavigationController(window, library, themes, groups, History(), panels, faults)
    settings_controller = SettingsController(window, settings, panels.display)
    appearance_controller = AppearanceController(window, settings, settings_controller, appearance)
    printing = PrintController(window, navigation)
    held = instance or NullInstance()
    activation = ActivationController(window, held)
    leaving = LeaveController(
        window,
        navigation=navigation,
        thread=thread,
        printing=printing,
        activation=activation,
        instance=held,
        faults=faults,
        end=end,
    )
    practice = PracticeController(window, settings, settings_controller, navigation, leaving.keys, panels)
    program = Program(
        library=library,
        window=window,
        navigation=navigation,
        search=SearchController(window, library, thread, navigation),
        bookmark_controller=BookmarkController(window, library, bookmarks, navigation),
        leaving=leaving,
        thread=thread,
        bookmarks=bookmarks,
        settings=settings,
        practice=practice,
        activation=activation,
        faults=faults,
        notices=tuple(sentence for sentence in (edition.notice, *damage) if sentence),
    )
    _add_listeners(program, paths, panels)
    _open(program, appearance_controller, printing)
    return program


def _open_stores(paths: AppPaths, library: Library) -> tuple[Settings, Bookmarks, list[str | None]]:
    """Settings and bookmarks as they were left, and a sentence for each file that was damaged."""
    looks = {name: read_look(name).label for name in look_names()}
    settings = Settings(paths.settings_file, settings_with(looks))
    bookmarks = Bookmarks(paths.bookmarks_file)
    damage = [settings.load(), bookmarks.load()]
    bookmarks.resolve(library)
    return settings, bookmarks, damage


def _add_listeners(program: Program, paths: AppPaths, panels: Panels) -> None:
    """The parts that nobody speaks to: they hear of the others."""
    window, settings, bookmarks = program.window, program.settings, program.bookmarks
    window.sidebar.show_edition(edition_words(program.library, private=paths.bookmarks_file is None))
    TraceController(window, Traces(paths, os.environ), bookmarks, settings, panels.help)
    SupportController(window, program.faults, panels.help)
    LeavePreferences(window, settings, program.leaving)
    Capture(settings, shield_here(), window)
    Announcer(window, program.library, program.navigation, bookmarks)
    CopyController(window, program.library)


def _open(program: Program, appearance: AppearanceController, printing: PrintController) -> None:
    """Give the commands their handlers and open the start page."""
    handlers = CommandHandlers(
        window=program.window,
        navigation=program.navigation,
        search=program.search,
        bookmarks=program.bookmark_controller,
        appearance=appearance,
        leaving=program.leaving,
        printing=printing,
    )
    handlers.wire()
    appearance.show_sidebar()
    program.navigation.open_start()


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
    program.practice.open_first()
    program.show()
    return application.exec()


def run_self_test(options: Options, paths: AppPaths) -> int:
    """Walk once through the whole program and print what was seen as JSON; 0 when all of it worked.

    EditionDamagedError when a byte of the edition has changed, whether or not the walk came by it.
    """
    started = perf_counter()
    import json

    from desktop.ui.self_test import SelfTest

    edition = open_edition(program_folder(), options.pack, paths.cache_folder)
    application = make_application()
    ended: list[bool] = []
    # the worker's own bookmarks are not a test's to touch: memory only, unless a profile was named for it
    own = paths if options.profile else AppPaths(cache_folder=paths.cache_folder)
    faults = Faults()
    install_hooks(faults)
    program = build_program(edition, own, faults, end=lambda: ended.append(True))
    test = SelfTest(program.window, program.library, faults, started)
    summary = test.run(program.show, application.processEvents, lambda: bool(ended))
    program.thread.stop()
    program.thread.wait(2000)
    edition.verify()  # a start reads what it shows; this is for whoever hands the program on
    print(json.dumps(summary, indent=1))
    sys.stdout.flush()
    return 0 if summary["ok"] else 1
