"""Where the worker is: opens places, remembers the way in memory, and tells every part of the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from content.model import Library
from content.tree import TreeNode, breadcrumb, reading_order
from desktop.history import History, HistoryEntry
from desktop.i18n import _
from desktop.leave.faults import Faults
from desktop.ui.main_window import MainWindow
from desktop.ui.page.document import PageContext

START = ""
RESULTS = "results:"
"""The results that a page was opened from: Back returns to them. Their words live in memory only."""


def node_place(kind: str, node: str) -> str:
    """The name of a theme's or group's own page on the trail."""
    return f"{kind}:{node}"


def _nodes(root: TreeNode) -> Iterator[TreeNode]:
    for child in root.children:
        if child.kind != "page":
            yield child
            yield from _nodes(child)


class NavigationController(QObject):
    """Everything that changes the place goes through `go`; the window's parts are told, they do not ask."""

    page_shown = Signal(str)
    results_wanted = Signal(str)

    def __init__(
        self,
        window: MainWindow,
        library: Library,
        themes: TreeNode,
        groups: TreeNode,
        trail: History,
        faults: Faults,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._library = library
        self._trail = trail
        self._faults = faults
        self._today = today
        self._nodes = {
            node_place(node.kind, node.id): node for root in (themes, groups) for node in _nodes(root)
        }
        self._order = reading_order(library)
        self._wire()

    def _wire(self) -> None:
        window, reading = self._window, self._window.reading
        for tree in window.sidebar.trees()[:2]:
            tree.node_wanted.connect(self.open_node)
        for part in (window.start, window.node):
            part.page_wanted.connect(self.open_page)
            part.node_wanted.connect(self.open_node)
        window.sidebar.bookmarks.page_wanted.connect(self.open_page)
        reading.bar.node_wanted.connect(self.open_node)
        reading.bar.topics_wanted.connect(self.open_start)
        reading.page.page_wanted.connect(self.open_page)
        reading.page.section_changed.connect(reading.outline.show_section)
        reading.page.scrolled.connect(self._trail.remember_scroll)
        reading.page.growing.connect(reading.find_bar.show_growing)
        reading.page.failed.connect(self._tell_damaged)
        window.header.home.clicked.connect(self.open_start)
        window.header.back.clicked.connect(self.back)
        window.header.forward.clicked.connect(self.forward)
        window.back_wanted.connect(self.back)
        window.forward_wanted.connect(self.forward)
        window.page_wanted.connect(self.open_page)

    @property
    def page(self) -> str:
        """The id of the page that is open, or empty."""
        here = self._trail.here
        return here.page if here and here.page in self._library.heads else ""

    def open_start(self) -> None:
        """Go to the start page."""
        self.go(HistoryEntry(START))

    def open_page(self, page: str, section: str = "", words: tuple[str, ...] = ()) -> None:
        """Open a page, at a section, with these words marked."""
        if page in self._library.heads:
            self.go(HistoryEntry(page, section=section, words="\n".join(words)))
        else:
            self._window.notice.say(_("This page is not in this edition."))

    def open_node(self, kind: str, node: str) -> None:
        """Open a page from a tree, or the landing page of a theme or group."""
        if kind == "page":
            self.open_page(node)
        else:
            self.go(HistoryEntry(node_place(kind, node)))

    def open_panel(self, name: str) -> None:
        """Open the display panel or help."""
        self.go(HistoryEntry(f"panel:{name}"))

    def go(self, place: HistoryEntry) -> None:
        """Open a place and put it on the trail."""
        self._trail.open(place)
        self._show(place)

    def back(self) -> None:
        """Return to where the worker was."""
        if place := self._trail.back():
            self._show(place)

    def forward(self) -> None:
        """Go ahead again."""
        if place := self._trail.forward():
            self._show(place)

    def step_page(self, by: int) -> None:
        """Open the next or previous page in reading order."""
        if self.page:
            at = self._order.index(self.page) + by
            if 0 <= at < len(self._order):
                self.open_page(self._order[at])

    def remember_results(self, words: str) -> None:
        """Put the results for these words on the trail, before a hit is opened from them."""
        self._trail.open(HistoryEntry(RESULTS, words=words))

    def show_here(self) -> None:
        """Bring the place back that the results stood before; nothing is laid out anew."""
        here = self._trail.here
        if here and here.page == RESULTS:
            self.back() if self._trail.can_back else self.open_start()
            return
        self._window.show_part(self._part(here.page if here else START))

    def _part(self, page: str) -> QWidget:
        window = self._window
        if page in self._library.heads:
            return window.reading
        if page in self._nodes:
            return window.node
        if page.startswith("panel:"):
            return window.late(page.removeprefix("panel:"))
        return window.start

    def _show(self, place: HistoryEntry) -> None:
        self._window.notice.drop_question()
        if place.page == RESULTS:
            self.tell_ways()
            self.results_wanted.emit(place.words)
            return
        if place.page in self._library.heads:
            self._show_page(place)
        elif place.page in self._nodes:
            self._window.node.show_node(self._library, self._nodes[place.page])
        self._window.show_part_and_focus(self._part(place.page))
        self._tell_trees(place.page)
        self.tell_ways()
        self.page_shown.emit(self.page)

    def _show_page(self, place: HistoryEntry) -> None:
        reading = self._window.reading
        try:
            page = self._library.pages[place.page]
        except Exception as error:  # one damaged page must not take the others away
            self._faults.note(error)
            reading.page.clear_page()
            self._tell_damaged()
            return
        at = self._order.index(place.page)
        before = self._order[at - 1] if at else ""
        after = self._order[at + 1] if at + 1 < len(self._order) else ""
        reading.bar.show_breadcrumb(
            [
                ("theme", theme, self._library.themes[theme].title)
                for theme in breadcrumb(self._library, place.page)
            ]
        )
        reading.page.show_page(PageContext(self._library, page, before, after, self._today()))
        reading.find_bar.empty()
        reading.show_sections()
        self._bring_to(place)

    def _tell_damaged(self) -> None:
        self._window.reading.find_bar.empty()
        self._window.reading.show_sections()
        self._window.notice.say(_("This page could not be opened. The rest of the guidance still works."))

    def _bring_to(self, place: HistoryEntry) -> None:
        page = self._window.reading.page
        if place.section:
            page.scroll_to_section(place.section)
        if place.words:
            page.mark(tuple(place.words.split("\n")), place.section)
        if place.scroll:
            page.scroll_to(place.scroll)
            self._trail.remember_scroll(
                place.scroll
            )  # the way there may lead past its section, and take a while

    def _tell_trees(self, page: str) -> None:
        kind, colon, node = page.partition(":")
        for tree in self._window.sidebar.trees():
            tree.show_place(*((kind, node) if colon else ("page", page)))

    def tell_ways(self) -> None:
        """Say whether there is a way back or forward."""
        self._window.header.back.setEnabled(self._trail.can_back)
        self._window.header.forward.setEnabled(self._trail.can_forward)

    def forget(self) -> None:
        """Empty the trail, as part of leaving."""
        self._trail.clear()
