"""What each command of the table does, in one place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from content.model import Library
from desktop.ui.control.appearance import AppearanceController
from desktop.ui.control.bookmarks import BookmarkController
from desktop.ui.control.leaving import LeaveController
from desktop.ui.control.navigation import NavigationController
from desktop.ui.control.printing import PrintController
from desktop.ui.control.search import SearchController
from desktop.ui.control.settings import SettingsController
from desktop.ui.main_window import MainWindow

_KEYBOARD = Qt.FocusReason.ShortcutFocusReason


@dataclass(frozen=True, slots=True)
class CommandHandlers:
    """The parts that a wish may need; `doings` is the table."""

    window: MainWindow
    library: Library
    browsing: NavigationController
    searching: SearchController
    keeping: BookmarkController
    dressing: AppearanceController
    choosing: SettingsController
    leaving: LeaveController
    printing: PrintController

    def doings(self) -> dict[str, Callable[[], object]]:
        """Command id -> what to do."""
        reading = self.window.reading
        return {
            "search": self.window.header.search.begin,
            "escape": self.escape,
            "find": self.find,
            "find_next": lambda: self.find_again(forward=True),
            "find_previous": lambda: self.find_again(forward=False),
            "back": self.browsing.back,
            "forward": self.browsing.forward,
            "start_page": self.browsing.open_start,
            "next_part": lambda: self.next_part(1),
            "previous_part": lambda: self.next_part(-1),
            "next_heading": lambda: self.step_heading(1),
            "previous_heading": lambda: self.step_heading(-1),
            "next_page": lambda: self.browsing.step_page(1),
            "previous_page": lambda: self.browsing.step_page(-1),
            "topics_panel": self.dressing.toggle_sidebar,
            "topics": lambda: self.show_tab(0),
            "groups": lambda: self.show_tab(1),
            "bookmarks": lambda: self.show_tab(2),
            "bookmark": self.keeping.toggle,
            "outline": reading.show_or_hide_outline,
            "caret": self.read_with_cursor,
            "print": self.printing.offer,
            "larger": lambda: self.dressing.step_size(1),
            "smaller": lambda: self.dressing.step_size(-1),
            "usual_size": lambda: self.dressing.step_size(0),
            "colours": self.dressing.next_look,
            "full_screen": self.toggle_full_screen,
            "help": lambda: self.browsing.open_panel("help"),
            "close": self.leaving.leave,
        }

    def escape(self) -> None:
        """Close a question, else find, else search, else nothing. Never the program."""
        if self.window.notice.drop_question():
            self.window.reading.page.setFocus(_KEYBOARD)
        elif self.window.reading.close_outline():
            return
        elif self.window.reading.find_bar.isVisible():
            self.close_find()
        else:
            self.searching.close()

    def read_with_cursor(self) -> None:
        """Begin or end reading with a cursor, on the page."""
        if self.window.part() is self.window.reading:
            self.window.reading.page.setFocus(_KEYBOARD)
            self.window.reading.page.toggle_caret()

    def find(self) -> None:
        """Open the find bar where a page is open."""
        if self.window.part() is self.window.reading:
            self.window.reading.find_bar.begin()

    def close_find(self) -> None:
        """Close the find bar and return to the page."""
        self.window.reading.find_bar.empty()
        self.window.reading.page.find_words("", True)
        self.window.reading.page.setFocus(_KEYBOARD)

    def find_again(self, forward: bool) -> None:
        """Go to the next or previous place: of the find bar if it is open, else of the search."""
        reading = self.window.reading
        if reading.find_bar.isVisible():
            reading.find_bar.again(forward)
        elif self.window.part() is reading:
            reading.page.step_mark(forward)

    def display(self) -> None:
        """Open the display panel."""
        self.choosing.join_panel()
        self.browsing.open_panel("display")

    def show_tab(self, number: int) -> None:
        """Show one list of the sidebar and give it the keyboard."""
        self.window.show_sidebar(True)
        self.window.sidebar.show_tab(number)
        self.window.sidebar.front().setFocus(_KEYBOARD)

    def step_heading(self, by: int) -> None:
        """Move to the next or previous heading."""
        if self.window.part() is self.window.reading:
            self.window.reading.page.step_heading(by)

    def next_part(self, by: int) -> None:
        """Move the keyboard round: header, sidebar, page."""
        stops: list[QWidget] = [self.window.header.search.field]
        if self.window.sidebar.isVisible():
            stops.append(self.window.sidebar.front())
        stops.append(self._front_of_part())
        here = next((n for n, stop in enumerate(stops) if _holds_focus(stop)), 0)
        stops[(here + by) % len(stops)].setFocus(_KEYBOARD)

    def _front_of_part(self) -> QWidget:
        part = self.window.part()
        if part is self.window.reading:
            return self.window.reading.page
        if part is self.window.results and self.window.results.hits.isVisible():
            return self.window.results.hits
        return next(
            (
                one
                for one in part.findChildren(QWidget)
                if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
            ),
            part,
        )

    def toggle_full_screen(self) -> None:
        """Fill the screen, or return."""
        self.window.setWindowState(self.window.windowState() ^ Qt.WindowState.WindowFullScreen)


def _holds_focus(widget: QWidget) -> bool:
    focused = widget.window().focusWidget()
    return focused is not None and (focused is widget or widget.isAncestorOf(focused))
