"""The reading surface: one page, its boxes, its highlights; reports what the worker follows or ticks."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPagedPaintDevice,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from desktop.i18n import _
from desktop.leave.faults import Faults
from desktop.ui.look.appearance import Appearance
from desktop.ui.page.column_fitter import ColumnFitter
from desktop.ui.page.document import PageContext
from desktop.ui.page.focus import draw_stop_ring
from desktop.ui.page.highlights import selections
from desktop.ui.page.link_navigator import LinkNavigator
from desktop.ui.page.links import parse_href
from desktop.ui.page.match_navigator import MatchNavigator
from desktop.ui.page.painter import PagePainter
from desktop.ui.page.paper import print_page
from desktop.ui.page.renderer import PageRenderer
from desktop.ui.page.scroller import PageScroller
from desktop.ui.page.selection import KeptSelection
from desktop.ui.page.surface import PageSurface

FIRST_SCREEN = 1.3
"""So many screens of a page stand before it is first seen: where the rest will go on is out of sight."""
_FOLLOW = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PageView(PageSurface):
    """Shows the first screen of a page at once and the rest after it; hands Qt's events to the parts.

    Whoever wants to go further down is taken there as soon as that part stands, unless they move before.
    Read-only; nothing is loaded from anywhere, no drag can start, and ticks live in memory only.

    Attributes:
        _appearance: the style in force.
        _renderer: writes the open page into a document, and goes on writing.
        _scroller: where the worker is on it, and where they want to be.
        _matches: the highlighted words, and the way from one to the next.
        _links: links and tick lines, and what was followed or ticked.
        _fitter: keeps the page in its column.
        _selection: what is selected, while the page is rendered anew.
    """

    page_wanted = Signal(str, str)
    address_wanted = Signal(str)
    contact_wanted = Signal(str)
    tick_changed = Signal(int, bool)
    reached = Signal(str)
    """What a screen reader says of the place that was come to."""
    marks_changed = Signal(int, int)
    found_changed = Signal(int, int)
    section_changed = Signal(str)
    scrolled = Signal(float)
    width_changed = Signal()
    growing = Signal(bool)
    """Whether more of the page is to come."""
    failed = Signal()
    """The page cannot be shown whole, and was cleared."""

    def __init__(self, appearance: Appearance, faults: Faults, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Guidance page"))
        self._appearance = appearance
        self._renderer = PageRenderer(appearance.style, faults, self)
        viewport, bar = self.viewport(), self.verticalScrollBar()
        self._scroller = PageScroller(self._renderer, bar, viewport.height, self)
        self._fitter = ColumnFitter(self._renderer, self._scroller, viewport.width, self)
        self._matches = MatchNavigator(self._renderer, self._scroller, self)
        self._links = LinkNavigator(self._renderer, self._scroller, self)
        self._selection = KeptSelection()
        self.setDocument(self._renderer.rendered.document)
        self._wire()
        appearance.follow(self._restyle)

    def _wire(self) -> None:
        self._renderer.replaced.connect(self._show_document)
        self._renderer.grown.connect(self._show_growth)
        self._renderer.failed.connect(self._fail)
        self._fitter.render_wanted.connect(self._render_again)
        self._scroller.section_changed.connect(self.section_changed)
        self._scroller.scrolled.connect(self.scrolled)
        self._matches.marks_changed.connect(self.marks_changed)
        self._matches.found_changed.connect(self.found_changed)
        self._matches.highlights_changed.connect(self._draw_highlights)
        self._links.page_wanted.connect(self.page_wanted)
        self._links.address_wanted.connect(self.address_wanted)
        self._links.contact_wanted.connect(self.contact_wanted)
        self._links.tick_changed.connect(self._show_tick)
        for part in (self._matches, self._links):
            part.reached.connect(self._say)
        self.anchorClicked.connect(lambda address: self._links.follow(parse_href(address)))
        sideways = self.horizontalScrollBar()
        # Qt keeps the width of a layout it has given up; no page is wider than its room
        sideways.rangeChanged.connect(lambda: sideways.setRange(0, 0))

    # showing

    def show_page(self, context: PageContext) -> None:
        """Open a page at its top."""
        self._matches.forget()
        self._links.leave()
        self._selection.forget()
        self._renderer.context = context
        self._render()
        with self._scroller.holding():
            self.verticalScrollBar().setValue(0)
        self._fill()

    @Slot()
    def _restyle(self) -> None:
        """Take on a look and a text size; the place in the page is kept."""
        self._renderer.style = self._appearance.style
        self.verticalScrollBar().setSingleStep(self._renderer.style.size(28))
        self._render_again()

    def forget(self) -> None:
        """Forget the page, its ticks and its highlights."""
        self._renderer.clear()
        self._forget()

    def _forget(self) -> None:
        self._fitter.stop()
        self._selection.forget()
        self._links.forget()
        self._matches.forget()

    def _fail(self) -> None:
        self._forget()
        self.failed.emit()

    def _render(self) -> None:
        self._fitter.stop()
        column = self._fitter.column()
        self._renderer.render(column, column.letters(FIRST_SCREEN * self.viewport().height()))

    def _fill(self) -> None:
        """Have more written until nobody sees where the page ends so far."""
        while self._renderer.growing and not self._scroller.fills(FIRST_SCREEN) and self._renderer.hurry():
            pass

    def _render_again(self) -> None:
        """Render the open page for another style or width, and bring the place and the selection back."""
        place, pending = self._scroller.place(), self._scroller.pending
        self._selection.keep(self.textCursor())
        self._render()
        self._select_again()
        if pending:
            self._scroller.scroll_to(pending)
        else:
            self._scroller.return_to(place)

    def _show_document(self) -> None:
        self._scroller.restart()
        self.setExtraSelections([])  # they hold cursors into the document that goes
        document = self._renderer.rendered.document
        document.setPageSize(QSizeF(0, 0))  # or Qt lays it out twice, first in no room
        with self._scroller.holding():
            self.setDocument(document)
        self.growing.emit(self._renderer.growing)
        self._matches.restart()

    def _show_growth(self) -> None:
        self._select_again()
        self.growing.emit(self._renderer.growing)
        self._matches.scan()
        self._scroller.retry()

    def _select_again(self) -> None:
        cursor, value = self.textCursor(), self.verticalScrollBar().value()
        if self._selection.restore(cursor, self._renderer.growing):
            with self._scroller.holding():
                self.setTextCursor(cursor)  # Qt goes there
                self.verticalScrollBar().setValue(value)

    def _show_tick(self, number: int, ticked: bool) -> None:
        self.viewport().update()
        self.tick_changed.emit(number, ticked)

    def _say(self, words: str) -> None:
        self.reached.emit(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _draw_highlights(self) -> None:
        document = self._renderer.rendered.document
        self.setExtraSelections(selections(document, self._matches.drawn(), self._renderer.style))

    # the column

    def set_column(self, left: int, width: int) -> None:
        """Put the reading column there, in pixels of the viewport."""
        self._fitter.set_column(left, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if not self._fitter.hold_back(event.size().width(), event.oldSize().width()):
            with self._scroller.holding():
                super().resizeEvent(event)
        self.width_changed.emit()  # whoever sets the column does so now
        self._fitter.fit()
        self._fill()

    # going to places

    def outline(self) -> tuple[tuple[str, str], ...]:
        """The sections with a title, as (anchor, title)."""
        return self._renderer.outline()

    def scroll_to_section(self, anchor: str) -> None:
        """Bring a section's heading to the top."""
        self._scroller.scroll_to_section(anchor)

    def scroll_to(self, value: float) -> None:
        """Bring back a place that `scrolled` has told."""
        self._scroller.scroll_to_value(value)

    def step_heading(self, by: int) -> None:
        """Move to the next or previous heading, or to the page's top."""
        self._scroller.step_heading(by)

    def mark(self, words: tuple[str, ...], section: str = "", pale: tuple[str, ...] = ()) -> None:
        """Mark these words and go to the first, from the section on; to the section if none follows."""
        self._matches.mark(words, section, pale)

    def clear_marks(self) -> bool:
        """Take the marks of a search away; whether there were any."""
        had = self.marks() > 0
        self._matches.clear_marks()
        return had

    def marks(self) -> int:
        """How many places are marked."""
        return self._matches.marks()

    def step_mark(self, forward: bool) -> None:
        """Go to the next or previous marked place, round and round."""
        self._matches.step(forward)

    def find_words(self, query: str, forward: bool) -> tuple[int, int]:
        """Go to the next match of this query; returns (which, of how many). An empty query forgets.

        While the page grows, `found_changed` tells of more; which is 0 while that place is not written.
        """
        return self._matches.find(query, forward)

    def ticked(self) -> frozenset[int]:
        """The lines of the open page that are ticked."""
        return self._links.ticked()

    def clear_ticks(self) -> None:
        """Untick every line of the open page."""
        self._links.clear_ticks()

    def print_on(self, printer: QPagedPaintDevice) -> None:
        """Print the open page."""
        if self._renderer.context:
            print_page(printer, self._renderer.context, self._renderer.style, self.ticked())

    # keys and the mouse

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab walks the links and tick lines in reading order, then leaves the page."""
        stays = self._links.step(forward)
        self.viewport().update()
        return stays or QWidget.focusNextPrevChild(self, forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._links.enter(backwards=event.reason() == Qt.FocusReason.BacktabFocusReason)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _FOLLOW or not self._links.activate():
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._links.press(self._in_document(event))
        self.viewport().update()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._links.release(self._in_document(event))
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if self._links.ticks_at(self._in_document(event)):
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)

    def _in_document(self, event: QMouseEvent) -> QPointF:
        point = event.position().toPoint()
        return QPointF(point.x(), point.y() + self.verticalScrollBar().value())

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        style, page, up = self._renderer.style, self._renderer.rendered, self.verticalScrollBar().value()
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(0, -up)
            visible = QRectF(event.rect()).translated(0, up)
            PagePainter(style, self.devicePixelRatioF()).draw(painter, page, visible, self.ticked())
        super().paintEvent(event)
        if self.hasFocus() and (stop := self._links.current()):
            with QPainter(self.viewport()) as painter:
                painter.translate(0, -up)
                draw_stop_ring(painter, page.document, stop, style)
        self._renderer.go_on()
