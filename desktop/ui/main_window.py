"""The window: layout only. What its parts do is wired by the composition root."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from content.model import Library
from content.tree import TreeNode
from desktop.ui.header import Header
from desktop.ui.leave.cover import Cover
from desktop.ui.look.breakpoints import Breakpoint, breakpoint_at
from desktop.ui.look.style import Dressed, Style
from desktop.ui.page.reading_area import ReadingArea
from desktop.ui.page.view import PageView
from desktop.ui.panels.node_page import NodePage
from desktop.ui.panels.start_page import StartPage
from desktop.ui.search.results_view import ResultsView
from desktop.ui.sidebar.sidebar import Sidebar
from desktop.ui.widgets.card_page import CardPage
from desktop.ui.widgets.notice_bar import NoticeBar

TITLE = "Handrail"
"""One constant, neutral title on every page."""
SMALLEST = QSize(480, 360)
FIRST = QSize(1180, 720)
_WHEEL_STEP = 120
"""A notch of a wheel; touchpads tell many small parts of it."""
_ALONE_BELOW = 700
"""Below this effective width the topics panel stands in place of the page."""
_MOUSE_BACK, _MOUSE_FORWARD = Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton


class MainWindow(QWidget):
    """Holds every part; shows one of them in the middle at a time."""

    close_wanted = Signal()
    size_step_wanted = Signal(int)
    back_wanted = Signal()
    forward_wanted = Signal()

    def __init__(self, library: Library, themes: TreeNode, groups: TreeNode, page: PageView) -> None:
        super().__init__()
        self.setWindowTitle(TITLE)
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(SMALLEST)
        self.resize(FIRST)
        self._style: Style | None = None
        self._arrangement: Breakpoint | None = None
        self._sidebar_wanted = True
        self._wheel = 0
        self.header = Header(self)
        self.notice = NoticeBar(self)
        self.sidebar = Sidebar(themes, groups, self)
        self.start = StartPage(library, themes, self)
        self.reading = ReadingArea(page, self)
        self.node = NodePage(self)
        self.results = ResultsView(self)
        # what controllers speak to, at one level: no controller needs to know what lies in what
        self.search_box, self.leave_button = self.header.search, self.header.leave
        self.page_view, self.page_bar = page, self.reading.bar
        self.find_bar, self.outline = self.reading.find_bar, self.reading.outline
        self.bookmark_list, self.hits = self.sidebar.bookmarks, self.results.hits
        self._panels: list[CardPage] = []
        self._stack = QStackedWidget(self)
        self.cover = Cover(self)
        self._lay_out()

    def _lay_out(self) -> None:
        for part in (self.start, self.reading, self.node, self.results):
            self._stack.addWidget(part)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.sidebar)
        middle.addWidget(self._stack, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.header)
        rows.addWidget(self.notice)
        rows.addLayout(middle, 1)
        # the search box has the keyboard at the start; one Shift+Tab from it stands Quick leave
        QWidget.setTabOrder(self.header.forward, self.leave_button)
        QWidget.setTabOrder(self.leave_button, self.search_box.field)
        self.search_box.field.setFocus()

    def add_panel(self, panel: CardPage) -> None:
        """Take in a panel that is made only now."""
        self._panels.append(panel)
        self._stack.addWidget(panel)
        if self._style:
            panel.show_style(self._style)

    def show_part(self, part: QWidget) -> None:
        """Bring one part to the middle; a panel that stood in its place gives way."""
        if not self._stack.isVisibleTo(self):
            self.show_sidebar(False)
        self._stack.setCurrentWidget(part)

    def show_part_and_focus(self, part: QWidget) -> None:
        """Bring one part to the middle; the keyboard goes with it if it was in the middle before."""
        focused = self.focusWidget()
        inside = focused is not None and self._stack.isAncestorOf(focused)
        self.show_part(part)
        if inside:
            self.focus_part()

    def focus_part(self) -> None:
        """Give the keyboard to what stands in the middle."""
        part = self.part()
        front = self.page_view if part is self.reading else part
        front.setFocus(Qt.FocusReason.OtherFocusReason)

    def part(self) -> QWidget:
        """What stands in the middle now."""
        return self._stack.currentWidget() or self.start

    def show_style(self, style: Style) -> None:
        """Take on a look and a text size everywhere."""
        self._style = style
        middle: tuple[Dressed, ...] = (
            self.start,
            self.reading,
            self.node,
            self.results,
            *self._panels,
        )
        around: tuple[Dressed, ...] = (self.header, self.notice, self.sidebar, self.cover)
        for part in (*around, *middle):
            part.show_style(style)
        self._arrangement = None
        self._arrange()

    def show_sidebar(self, shown: bool) -> None:
        """Open or close the topics panel."""
        self._sidebar_wanted = shown
        self.sidebar.setVisible(shown)
        self._fit_sidebar()

    def _fit_sidebar(self) -> None:
        """Beside the page where there is room; in its place, until a choice is made, where there is none."""
        if self._style is None or self._arrangement is None:
            return
        alone = self.width() / self._style.scale < _ALONE_BELOW
        wide = self._style.size(self._arrangement.sidebar)
        self.sidebar.setMinimumWidth(0 if alone else wide)
        self.sidebar.setMaximumWidth(self.width() if alone else wide)
        self._stack.setVisible(not (alone and self.sidebar.isVisibleTo(self)))

    def sidebar_fits(self) -> bool:
        """Whether the panel stands beside the page without being asked for."""
        return self._arrangement is None or self._arrangement.sidebar_starts_open

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.cover.setGeometry(self.rect())
        self._arrange()

    def _arrange(self) -> None:
        style = self._style
        if style is None:
            return
        arrangement = breakpoint_at(self.width() / style.scale)
        if arrangement == self._arrangement:
            return
        fits_now = arrangement.sidebar_starts_open
        changed = self._arrangement is None or self._arrangement.sidebar_starts_open != fits_now
        self._arrangement = arrangement
        self.header.show_arrangement(arrangement)
        self.reading.show_arrangement(arrangement)
        if changed:
            self.sidebar.setVisible(self._sidebar_wanted and fits_now)
        self._fit_sidebar()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()  # closing is leaving: the one way out decides what happens
        self.close_wanted.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        ways = {_MOUSE_BACK: self.back_wanted, _MOUSE_FORWARD: self.forward_wanted}
        if way := ways.get(event.button()):
            way.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._wheel += event.angleDelta().y()
            steps = int(self._wheel / _WHEEL_STEP)
            self._wheel -= steps * _WHEEL_STEP
            if steps:
                self.size_step_wanted.emit(steps)
            event.accept()
        else:
            super().wheelEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.WindowTitleChange and self.windowTitle() != TITLE:
            self.setWindowTitle(TITLE)
        super().changeEvent(event)
