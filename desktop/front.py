"""The composition root's first step: what the first paint shows, and the way out of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QTimer

from content.tree import TreeNode, group_tree, theme_tree
from desktop.app_paths import AppPaths
from desktop.edition.editions import Edition
from desktop.instance.instance import Instance, NullInstance
from desktop.leave.faults import Faults
from desktop.leave.leave_steps import end_process
from desktop.store.settings import SEEN_PRACTICE, SIDEBAR_OPEN, Settings, settings_with
from desktop.ui.control.activation import ActivationController
from desktop.ui.control.leave_preferences import LeavePreferences
from desktop.ui.control.leaving import LeaveController
from desktop.ui.control.placement import WindowPlacement
from desktop.ui.control.style import make_appearance
from desktop.ui.first_paint import FirstPaint
from desktop.ui.leave.capture import Capture, shield_here
from desktop.ui.look.appearance import Appearance
from desktop.ui.look.fonts import load_fonts
from desktop.ui.look.icons import IconStore
from desktop.ui.look.look_files import look_names, read_look
from desktop.ui.main_window import MainWindow
from desktop.ui.search.search_thread import SearchBackend, SearchThread
from desktop.ui.sidebar.edition_words import edition_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """What the first paint shows, and the way out of it; `desktop/program.py` adds the rest."""

    edition: Edition
    paths: AppPaths
    faults: Faults
    settings: Settings
    appearance: Appearance
    window: MainWindow
    themes: TreeNode
    groups: TreeNode
    thread: SearchThread
    activation: ActivationController
    leaving: LeaveController
    placement: WindowPlacement
    notices: tuple[str, ...]

    def show(self, after_first_paint: Callable[[], object]) -> None:
        """Show the window; what follows the first paint has the window's next turn."""
        FirstPaint(self.window).done.connect(after_first_paint)
        self.window.show()
        self.placement.follow_window()
        QTimer.singleShot(0, self.activation.begin)  # a window that starts minimised is never painted

    @property
    def starts_with_practice(self) -> bool:
        """Whether another page than the start page comes first: this profile has never been used."""
        return not self.settings.in_memory and not self.settings.get(SEEN_PRACTICE)


def build_front(
    edition: Edition,
    paths: AppPaths,
    faults: Faults,
    end: Callable[[], None] = end_process,
    instance: Instance | None = None,
) -> Front:
    """Build and wire what the first paint shows; needs a QApplication, shows nothing."""
    library = edition.library
    looks = {name: read_look(name).label for name in look_names()}
    settings = Settings(paths.settings_file, settings_with(looks))
    damage = settings.load()
    themes, groups = theme_tree(library), group_tree(library)
    appearance = make_appearance(settings, load_fonts(), IconStore())
    window = MainWindow(appearance, library, themes, groups)
    placement = WindowPlacement(window)
    window.sidebar.show_edition(edition_words(library, private=paths.bookmarks_file is None))
    window.begin_sidebar(settings.get(SIDEBAR_OPEN))
    thread = SearchThread(open_searcher(edition), faults)
    held = instance or NullInstance()
    activation = ActivationController(window, held)
    leaving = LeaveController(
        window, thread=thread, activation=activation, instance=held, faults=faults, end=end
    )
    LeavePreferences(window, settings, leaving)
    Capture(settings, shield_here(), window)
    return Front(
        edition=edition,
        paths=paths,
        faults=faults,
        settings=settings,
        appearance=appearance,
        window=window,
        themes=themes,
        groups=groups,
        thread=thread,
        activation=activation,
        leaving=leaving,
        placement=placement,
        notices=tuple(sentence for sentence in (edition.notice, damage) if sentence),
    )


def open_searcher(edition: Edition) -> Callable[[], SearchBackend]:
    """How the search thread opens the index: imported there, because whoosh takes longer than the window."""

    def opened() -> SearchBackend:
        from index.engine import open_index
        from index.searcher import Searcher

        return Searcher(open_index(edition.index_blob(), edition.content_hash), edition.library)

    return opened
