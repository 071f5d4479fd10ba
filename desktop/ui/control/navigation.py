"""Where the worker is: opens places, remembers the way in memory, and tells every part of the window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from content.model import Library
from content.tree import TreeNode, branches_below, breadcrumb, reading_order
from desktop.history import History, HistoryEntry, Location, Node, PageAt, Panel, Results, Start
from desktop.i18n import _
from desktop.leave.faults import Faults
from desktop.ui.control.panels import Panels
from desktop.ui.main_window import MainWindow
from desktop.ui.page.document import PageContext


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
        history: History,
        panels: Panels,
        faults: Faults,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._library = library
        self._history = history
        self._panels = panels
        self._faults = faults
        self._today = today
        branches = (branch for root in (themes, groups) for branch in branches_below(root))
        self._nodes = {Node(branch.kind, branch.id): branch for branch in branches}
        self._order = reading_order(library)
        self._wire()

    def _wire(self) -> None:
        window = self._window
        page, bar, header = window.page_view, window.page_bar, window.header
        for tree in window.sidebar.trees()[:2]:
            tree.node_wanted.connect(self.open_node)
        for part in (window.start, window.node):
            part.page_wanted.connect(self.open_page)
            part.node_wanted.connect(self.open_node)
        rows = window.bookmark_list
        rows.page_wanted.connect(self.open_page)
        bar.node_wanted.connect(self.open_node)
        bar.topics_wanted.connect(self.open_start)
        page.page_wanted.connect(self.open_page)
        page.section_changed.connect(window.outline.show_section)
        page.scrolled.connect(self._history.remember_scroll)
        page.growing.connect(window.find_bar.show_growing)
        page.failed.connect(self._tell_damaged)
        for button, go in (
            (header.home, self.open_start),
            (header.back, self.back),
            (header.forward, self.forward),
        ):
            button.clicked.connect(go)
        window.back_wanted.connect(self.back)
        window.forward_wanted.connect(self.forward)
        self._panels.help.when_made(lambda panel: panel.page_wanted.connect(self.open_page))

    @property
    def page(self) -> str:
        """The id of the page that is open, or empty."""
        match self._here:
            case PageAt(id=page):
                return page
            case _:
                return ""

    @property
    def _here(self) -> Location:
        here = self._history.here
        return here.location if here else Start()

    def begin(self) -> None:
        """Remember that the window opened at its start page; what has been typed meanwhile is left alone."""
        self._history.open(Start())

    def open_start(self) -> None:
        """Go to the start page."""
        self.go(Start())

    def open_page(
        self, page: str, section: str = "", words: tuple[str, ...] = (), pale: tuple[str, ...] = ()
    ) -> None:
        """Open a page, at a section, with these words marked, some of them pale."""
        if page in self._library.heads:
            self.go(PageAt(page, section, words, pale))
        else:
            self._window.notice.say(_("This page is not in this edition."))

    def open_node(self, kind: str, node: str) -> None:
        """Open a page from a tree, or the landing page of a theme or group."""
        if kind == "page":
            self.open_page(node)
        else:
            self.go(Node(kind, node))

    def open_panel(self, name: str) -> None:
        """Open the display panel or help."""
        self.go(Panel(name))

    def go(self, location: Location) -> None:
        """Go somewhere new, from where Back returns."""
        self._history.open(location)
        self._show(HistoryEntry(location))

    def back(self) -> None:
        """Return to where the worker was."""
        if entry := self._history.back():
            self._show(entry)

    def forward(self) -> None:
        """Go ahead again."""
        if entry := self._history.forward():
            self._show(entry)

    def step_page(self, by: int) -> None:
        """Open the next or previous page in reading order."""
        if self.page:
            at = self._order.index(self.page) + by
            if 0 <= at < len(self._order):
                self.open_page(self._order[at])

    def remember_results(self, query: str) -> None:
        """Have Back return to the results of this query, before a hit is opened from them."""
        self._history.open(Results(query))

    def show_here(self) -> None:
        """Bring back what the results stood before; nothing is laid out anew."""
        match self._here:
            case Results():
                self.back() if self._history.can_back else self.open_start()
            case location:
                self._window.show_part(self._part(location))

    def _part(self, location: Location) -> QWidget:
        match location:
            case PageAt():
                return self._window.reading
            case Node() if location in self._nodes:
                return self._window.node
            case Panel(name):
                return self._panels.open(name)
            case _:
                return self._window.start

    def _show(self, entry: HistoryEntry) -> None:
        self._window.notice.drop_question()
        match entry.location:
            case Results(query):
                self.tell_ways()
                self.results_wanted.emit(query)
                return
            case PageAt() as page:
                self._window.show_part_and_focus(self._window.reading)  # a page is written for its room
                self._show_page(page, entry.scroll)
            case Node() as node if node in self._nodes:
                self._window.node.show_node(self._library, self._nodes[node])
        self._window.show_part_and_focus(self._part(entry.location))
        self._tell_trees(entry.location)
        self.tell_ways()
        self.page_shown.emit(self.page)

    def _show_page(self, location: PageAt, scroll: float) -> None:
        try:
            page = self._library.pages[location.id]
        except Exception as error:  # one damaged page must not take the others away
            self._faults.note(error)
            self._window.page_view.forget()
            self._tell_damaged()
            return
        at = self._order.index(location.id)
        before = self._order[at - 1] if at else ""
        after = self._order[at + 1] if at + 1 < len(self._order) else ""
        self._window.page_bar.show_breadcrumb(
            [
                ("theme", theme, self._library.themes[theme].title)
                for theme in breadcrumb(self._library, location.id)
            ]
        )
        self._window.page_view.show_page(PageContext(self._library, page, before, after, self._today()))
        self._window.find_bar.forget()
        self._window.reading.show_sections()
        self._bring_to(location, scroll)

    def _tell_damaged(self) -> None:
        self._window.find_bar.forget()
        self._window.reading.show_sections()
        self._window.notice.say(_("This page could not be opened. The rest of the guidance still works."))

    def _bring_to(self, location: PageAt, scroll: float) -> None:
        page = self._window.page_view
        if location.section:
            page.scroll_to_section(location.section)
        if location.highlighted:
            page.mark(location.highlighted, location.section, location.pale)
        if scroll:
            page.scroll_to(scroll)
            # the way there may lead past its section, and take a while
            self._history.remember_scroll(scroll)

    def _tell_trees(self, location: Location) -> None:
        match location:
            case PageAt(id=page):
                node = Node("page", page)
            case Node():
                node = location
            case _:
                node = Node("", "")
        for tree in self._window.sidebar.trees():
            tree.show_place(node.kind, node.id)

    def tell_ways(self) -> None:
        """Say whether there is a way back or forward."""
        self._window.header.show_ways(self._history.can_back, self._history.can_forward)

    def forget(self) -> None:
        """Empty the way back, as part of leaving."""
        self._history.forget()
