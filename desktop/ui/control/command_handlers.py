"""What each command of the table does, in one place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.ui.control.actions import build_actions, without_argument
from desktop.ui.control.appearance import AppearanceController
from desktop.ui.control.bookmarks import BookmarkController
from desktop.ui.control.leaving import LeaveController
from desktop.ui.control.navigation import NavigationController
from desktop.ui.control.panels import DISPLAY, HELP
from desktop.ui.control.printing import PrintController
from desktop.ui.control.search import SearchController
from desktop.ui.main_window import MainWindow

_KEYBOARD = Qt.FocusReason.ShortcutFocusReason


@dataclass(frozen=True, slots=True, kw_only=True, weakref_slot=True)  # Qt's connections hold it weakly
class CommandHandlers:
    """The parts that a command may need; `table` says which command does what."""

    window: MainWindow
    navigation: NavigationController
    search: SearchController
    bookmarks: BookmarkController
    appearance: AppearanceController
    leaving: LeaveController
    printing: PrintController

    def wire(self) -> None:
        """Have keys, buttons and the find bar do them."""
        build_actions(self.window, self.table())
        header, bar, find_bar = self.window.header, self.window.page_bar, self.window.find_bar
        for button, do in (
            (header.topics, self.appearance.toggle_sidebar),
            (header.display, self.display),
            (header.help, lambda: self.navigation.open_panel(HELP)),
            (bar.find_tool, self.find),
        ):
            button.clicked.connect(without_argument(do))
        find_bar.closed.connect(without_argument(self.close_find))
        find_bar.find_wanted.connect(lambda words, forward: self.find_words(words, forward))

    def find_words(self, words: str, forward: bool) -> None:
        """Find these words on the page, and tell which place of how many is shown."""
        self.window.find_bar.show_count(*self.window.page_view.find_words(words, forward))

    def table(self) -> dict[str, Callable[[], object]]:
        """Command id -> what to do."""
        reading = self.window.reading
        return {
            "search": self.window.search_box.begin,
            "escape": self.escape,
            "clear_marks": self.clear_marks,
            "find": self.find,
            "find_next": lambda: self.find_again(forward=True),
            "find_previous": lambda: self.find_again(forward=False),
            "back": self.navigation.back,
            "forward": self.navigation.forward,
            "start_page": self.navigation.open_start,
            "next_part": lambda: self.next_part(1),
            "previous_part": lambda: self.next_part(-1),
            "next_heading": lambda: self.step_heading(1),
            "previous_heading": lambda: self.step_heading(-1),
            "next_page": lambda: self.navigation.step_page(1),
            "previous_page": lambda: self.navigation.step_page(-1),
            "topics_panel": self.appearance.toggle_sidebar,
            "topics": lambda: self.show_tab(0),
            "groups": lambda: self.show_tab(1),
            "bookmarks": lambda: self.show_tab(2),
            "bookmark": self.bookmarks.toggle,
            "outline": reading.show_or_hide_outline,
            "caret": self.read_with_cursor,
            "print": self.printing.offer,
            "larger": lambda: self.appearance.step_size(1),
            "smaller": lambda: self.appearance.step_size(-1),
            "usual_size": lambda: self.appearance.step_size(0),
            "colours": self.appearance.next_look,
            "full_screen": self.toggle_full_screen,
            "help": lambda: self.navigation.open_panel(HELP),
            "close": self.leaving.leave,
        }

    def escape(self) -> None:
        """Close a question, else find, else the marks, else search, else nothing. Never the program."""
        if self.window.notice.drop_question():
            self.window.page_view.setFocus(_KEYBOARD)
        elif self.window.reading.close_outline():
            return
        elif self.window.find_bar.isVisible():
            self.close_find()
        elif not self.clear_marks():
            self.search.close()

    def clear_marks(self) -> bool:
        """Take the marks of the search away from the page that is read; whether there were any."""
        return self.window.part() is self.window.reading and self.window.page_view.clear_marks()

    def read_with_cursor(self) -> None:
        """Begin or end reading with a cursor, on the page."""
        if self.window.part() is self.window.reading:
            self.window.page_view.setFocus(_KEYBOARD)
            self.window.page_view.toggle_caret()

    def find(self) -> None:
        """Open the find bar where a page is open."""
        if self.window.part() is self.window.reading:
            self.window.find_bar.begin()

    def close_find(self) -> None:
        """Close the find bar and return to the page."""
        self.window.find_bar.forget()
        self.window.page_view.find_words("", True)
        self.window.page_view.setFocus(_KEYBOARD)

    def find_again(self, forward: bool) -> None:
        """Go to the next or previous place: of the find bar if it is open, else of the search."""
        reading = self.window.reading
        if reading.find_bar.isVisible():
            reading.find_bar.again(forward)
        elif self.window.part() is reading:
            reading.page.step_mark(forward)

    def display(self) -> None:
        """Open the display panel."""
        self.navigation.open_panel(DISPLAY)

    def show_tab(self, number: int) -> None:
        """Show one list of the sidebar and give it the keyboard."""
        self.window.show_sidebar(True)
        self.window.sidebar.show_tab(number)
        self.window.sidebar.front().setFocus(_KEYBOARD)

    def step_heading(self, by: int) -> None:
        """Move to the next or previous heading."""
        if self.window.part() is self.window.reading:
            self.window.page_view.step_heading(by)

    def next_part(self, by: int) -> None:
        """Move the keyboard round: header, sidebar, page."""
        stops: list[QWidget] = [self.window.search_box.field]
        if self.window.sidebar.isVisible():
            stops.append(self.window.sidebar.front())
        stops.append(self._front_of_part())
        here = next((n for n, stop in enumerate(stops) if _holds_focus(stop)), 0)
        stops[(here + by) % len(stops)].setFocus(_KEYBOARD)

    def _front_of_part(self) -> QWidget:
        part = self.window.part()
        if part is self.window.reading:
            return self.window.page_view
        if part is self.window.results and self.window.hits.isVisible():
            return self.window.hits
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
