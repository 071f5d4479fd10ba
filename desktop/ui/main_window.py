"""The window: layout only. What its parts do is wired by the composition root."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from content.model import Library
from content.tree import TreeNode
from desktop.ui.header import Header
from desktop.ui.leave.cover import Cover
from desktop.ui.look.appearance import Appearance
from desktop.ui.look.breakpoints import FULL_WIDTH, breakpoint_at
from desktop.ui.panels.start_page import StartPage
from desktop.ui.sidebar.sidebar import Sidebar
from desktop.ui.widgets.card_page import CardPage
from desktop.ui.widgets.notice_bar import NoticeBar

if TYPE_CHECKING:  # they are imported where they are made: the window opens sooner without them
    from desktop.ui.page.bar import PageBar
    from desktop.ui.page.find_bar import FindBar
    from desktop.ui.page.outline import Outline
    from desktop.ui.page.reading_area import ReadingArea
    from desktop.ui.page.view import PageView
    from desktop.ui.panels.node_page import NodePage
    from desktop.ui.search.hit_list import HitList
    from desktop.ui.search.results_view import ResultsView

TITLE = "Handrail"
"""One constant, neutral title on every page."""
_WHEEL_STEP = 120
"""A notch of a wheel; touchpads tell many small parts of it."""
_ALONE_BELOW = 700
"""Below this effective width the topics panel stands in place of the page."""
_MOUSE_BACK, _MOUSE_FORWARD = Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton


class MainWindow(QWidget):
    """Holds every part; shows one of them in the middle at a time.

    The parts that are only declared here come with `take_in`, after the first paint and before any controller
    that speaks to them: until then nothing but the start page can be asked for.
    """

    reading: ReadingArea
    node: NodePage
    results: ResultsView
    page_view: PageView
    page_bar: PageBar
    find_bar: FindBar
    outline: Outline
    hits: HitList
    close_wanted = Signal()
    size_step_wanted = Signal(int)
    back_wanted = Signal()
    forward_wanted = Signal()
    breakpoint_changed = Signal(object)

    def __init__(
        self,
        appearance: Appearance,
        library: Library,
        themes: TreeNode,
        groups: TreeNode,
    ) -> None:
        super().__init__()
        self._appearance = appearance
        self.setWindowTitle(TITLE)
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._breakpoint = breakpoint_at(FULL_WIDTH)
        self._sidebar_wanted = True
        self._wheel = 0
        self.header = Header(appearance, self)
        self.notice = NoticeBar(appearance, self)
        self.sidebar = Sidebar(appearance, themes, groups, self)
        self.middle = QStackedWidget(self)
        """The parent of each part from the start: Qt takes margins away from labels that move."""
        self.start = StartPage(appearance, library, themes, self.middle)
        # what controllers speak to, at one level: no controller needs to know what lies in what
        self.search_box, self.leave_button = self.header.search, self.header.leave
        self.bookmark_list = self.sidebar.bookmarks
        self.cover = Cover(appearance, self)
        self._lay_out()
        appearance.follow(self._restyle)

    def _lay_out(self) -> None:
        self.middle.addWidget(self.start)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.sidebar)
        middle.addWidget(self.middle, 1)
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

    def take_in(self, reading: ReadingArea, node: NodePage, results: ResultsView) -> None:
        """Take in what the first paint does not show; each has `middle` for its parent already."""
        self.reading, self.node, self.results = reading, node, results
        self.page_view, self.page_bar = reading.page, reading.bar
        self.find_bar, self.outline, self.hits = reading.find_bar, reading.outline, results.hits
        for part in (reading, node, results):
            self.middle.addWidget(part)
        reading.show_breakpoint(self._breakpoint)
        self.breakpoint_changed.connect(reading.show_breakpoint)

    def add_panel(self, panel: CardPage) -> None:
        """Take in a panel that is made only now."""
        self.middle.addWidget(panel)

    def show_part(self, part: QWidget) -> None:
        """Bring one part to the middle; a panel that stood in its place gives way."""
        if not self.middle.isVisibleTo(self):
            self.show_sidebar(False)
        self.middle.setCurrentWidget(part)

    def show_part_and_focus(self, part: QWidget) -> None:
        """Bring one part to the middle; the keyboard goes with it if it was in the middle before."""
        focused = self.focusWidget()
        inside = focused is not None and self.middle.isAncestorOf(focused)
        self.show_part(part)
        if inside:
            self.focus_part()

    def focus_part(self) -> None:
        """Give the keyboard to what stands in the middle."""
        self.part().setFocus(Qt.FocusReason.OtherFocusReason)

    def part(self) -> QWidget:
        """What stands in the middle now."""
        return self.middle.currentWidget() or self.start

    @Slot()
    def _restyle(self) -> None:
        self._breakpoint = breakpoint_at(self._effective_width())
        self._fit(anew=True)

    def begin_sidebar(self, wanted: bool) -> None:
        """Open the topics panel if it is wanted, here or as soon as there is room for it."""
        self._sidebar_wanted = wanted
        self.sidebar.setVisible(wanted and self.sidebar_fits())
        self._fit_sidebar()

    def show_sidebar(self, shown: bool) -> None:
        """Open or close the topics panel."""
        self._sidebar_wanted = shown
        self.sidebar.setVisible(shown)
        self._fit_sidebar()

    def _fit_sidebar(self) -> None:
        """Beside the page where there is room; in its place, until a choice is made, where there is none."""
        alone = self._effective_width() < _ALONE_BELOW
        width = self._appearance.style.size(self._breakpoint.sidebar)
        self.sidebar.setMinimumWidth(0 if alone else width)
        self.sidebar.setMaximumWidth(self.width() if alone else width)
        self.middle.setVisible(not (alone and self.sidebar.isVisibleTo(self)))

    def sidebar_fits(self) -> bool:
        """Whether the panel stands beside the page without being asked for."""
        return self._breakpoint.sidebar_starts_open

    def _effective_width(self) -> float:
        return self.width() / self._appearance.style.scale

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.cover.setGeometry(self.rect())
        before, self._breakpoint = self._breakpoint, breakpoint_at(self._effective_width())
        if self._breakpoint != before:
            self._fit(anew=self._breakpoint.sidebar_starts_open != before.sidebar_starts_open)

    def _fit(self, anew: bool) -> None:
        """Show what the width has room for; `anew` opens or closes the sidebar, too."""
        self.header.show_breakpoint(self._breakpoint)
        self.breakpoint_changed.emit(self._breakpoint)
        if anew:
            self.sidebar.setVisible(self._sidebar_wanted and self.sidebar_fits())
        self._fit_sidebar()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()  # closing is leaving: the one way out decides what happens
        self.close_wanted.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        signals = {_MOUSE_BACK: self.back_wanted, _MOUSE_FORWARD: self.forward_wanted}
        if signal := signals.get(event.button()):
            signal.emit()

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
