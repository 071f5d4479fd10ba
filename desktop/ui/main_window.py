"""The window: layout only. What its parts do is wired by the composition root."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from content.model import Library
from content.tree import TreeNode
from desktop.ui.header import Header
from desktop.ui.leave.cover import Cover
from desktop.ui.leave.practice_page import PracticePage
from desktop.ui.look.appearance import Appearance
from desktop.ui.look.breakpoints import FULL_WIDTH, breakpoint_at
from desktop.ui.page.reading_area import ReadingArea
from desktop.ui.page.view import PageView
from desktop.ui.panels.display_panel import DisplayPanel
from desktop.ui.panels.help_page import HelpPage, help_heads
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
    page_wanted = Signal(str)
    practice_wanted = Signal()
    traces_wanted = Signal()
    erase_wanted = Signal()
    reading_wanted = Signal()

    def __init__(
        self,
        appearance: Appearance,
        library: Library,
        themes: TreeNode,
        groups: TreeNode,
        page: PageView,
        places: Mapping[str, str],
    ) -> None:
        super().__init__()
        self._appearance = appearance
        self.setWindowTitle(TITLE)
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(SMALLEST)
        self.resize(FIRST)
        self._breakpoint = breakpoint_at(FULL_WIDTH)
        self._sidebar_wanted = True
        self._wheel = 0
        self.header = Header(appearance, self)
        self.notice = NoticeBar(appearance, self)
        self.sidebar = Sidebar(appearance, themes, groups, self)
        self._stack = QStackedWidget(self)
        self.start = StartPage(appearance, library, themes, self._stack)
        self.reading = ReadingArea(appearance, page, self._stack)
        self.node = NodePage(appearance, self._stack)
        self.results = ResultsView(appearance, self._stack)
        self._late: dict[str, CardPage] = {}
        self._make_late: dict[str, Callable[[], CardPage]] = {
            "display": lambda: DisplayPanel(appearance, self._stack),
            "help": lambda: self._make_help(library, places),
            "practice": self._make_practice,
        }
        self.cover = Cover(appearance, self)
        self._lay_out()
        appearance.follow(self._restyle)

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
        QWidget.setTabOrder(self.header.forward, self.header.leave)
        QWidget.setTabOrder(self.header.leave, self.header.search.field)
        self.header.search.field.setFocus()

    def late(self, name: str) -> CardPage:
        """The display panel or help: made when first asked for, so that starting stays quick."""
        if name not in self._late:
            page = self._make_late[name]()
            self._late[name] = page
            self._stack.addWidget(page)
        return self._late[name]

    def _make_help(self, library: Library, places: Mapping[str, str]) -> HelpPage:
        page = HelpPage(self._appearance, help_heads(library), places, self._stack)
        page.page_wanted.connect(self.page_wanted)
        page.practice_wanted.connect(self.practice_wanted)
        page.traces_wanted.connect(self.traces_wanted)
        page.erase_wanted.connect(self.erase_wanted)
        return page

    def _make_practice(self) -> PracticePage:
        page = PracticePage(self._appearance, TITLE, self._stack)
        page.reading_wanted.connect(self.reading_wanted)
        page.limits_wanted.connect(lambda: self.page_wanted.emit("help-leaving-limits"))
        return page

    def panel(self, name: str) -> CardPage | None:
        """The display panel or help, if it has been made."""
        return self._late.get(name)

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
        front = self.reading.page if part is self.reading else part
        front.setFocus(Qt.FocusReason.OtherFocusReason)

    def part(self) -> QWidget:
        """What stands in the middle now."""
        return self._stack.currentWidget() or self.start

    @Slot()
    def _restyle(self) -> None:
        self._breakpoint = breakpoint_at(self._effective_width())
        self._fit(anew=True)

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
        self._stack.setVisible(not (alone and self.sidebar.isVisibleTo(self)))

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
        self.reading.show_breakpoint(self._breakpoint)
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
