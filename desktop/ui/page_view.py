"""The reading surface: one page, its boxes, its marks; reports what the worker follows or ticks."""

from __future__ import annotations

from datetime import date
from functools import reduce
from operator import or_

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
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
    QTextDocument,
)
from PySide6.QtWidgets import QWidget

from content.blocks import ContactTarget, PageTarget, WebTarget
from content.model import Library, Page
from desktop.ui.page_document import Opening, Written, build_page
from desktop.ui.page_focus import draw_ring
from desktop.ui.page_links import Goal, TickTarget, goal_of, spoken
from desktop.ui.page_marks import Marks
from desktop.ui.page_painter import PagePainter
from desktop.ui.page_places import lines_of, position_at, sign_area, top_of
from desktop.ui.page_print import print_page
from desktop.ui.page_stops import Stop, first_from, next_stop
from desktop.ui.page_surface import PageSurface
from desktop.ui.style import Style
from desktop.words import _

_TOP, _BOTTOM = 28, 48
_ABOVE_HEADING = 24
_HERE = 80
"""A section is being read when its heading stands no further down than this."""
_NARROW = 500
_FOLLOW = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PageView(PageSurface):
    """Read-only; nothing is loaded from anywhere, no drag can start, and ticks live in memory only."""

    page_wanted = Signal(str, str)
    address_wanted = Signal(str)
    contact_wanted = Signal(str)
    tick_changed = Signal(int, bool)
    section_changed = Signal(str)
    scrolled = Signal(float)
    reached = Signal(str)
    marks_changed = Signal(int, int)
    width_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Guidance page"))
        self._style: Style | None = None
        self._opening: Opening | None = None
        self._written = Written(QTextDocument(self))
        self.setDocument(self._written.document)
        self._ticks: dict[str, frozenset[int]] = {}
        self._column = (26, 600)
        self._shape: tuple[float, ...] = ()
        self._section = ""
        self._stop = -1  # the number of the stop that Tab has reached
        self._pressed = -1  # the tick line whose box the mouse went down on
        self._marks = Marks()
        self.anchorClicked.connect(lambda address: self._follow(goal_of(address)))
        self.verticalScrollBar().valueChanged.connect(self._moved)
        sideways = self.horizontalScrollBar()
        # Qt keeps the width of a layout it has given up; no page is wider than its room
        sideways.rangeChanged.connect(lambda: sideways.setRange(0, 0))

    # showing

    def show_page(self, library: Library, page: Page, *, previous: str, next_: str, today: date) -> None:
        """Open a page at its top."""
        self._opening = Opening(library, page, previous, next_, today)
        self._forget_marks()
        self._stop = -1
        self._build()
        self.verticalScrollBar().setValue(0)

    def show_style(self, style: Style) -> None:
        """Take on a look and a text size; the place in the page is kept."""
        place = self._place()
        self._style = style
        self.verticalScrollBar().setSingleStep(style.size(28))
        self._build()
        self._show_marks()
        self._return_to(place)

    def set_column(self, left: int, width: int) -> None:
        """Put the reading column there, in pixels of the viewport."""
        narrow, self._column = self._narrow(), (left, width)
        if self._narrow() != narrow and self._opening and self._style:
            self.show_style(self._style)
        self._fit_column()

    def clear_page(self) -> None:
        """Forget the page, its ticks and its marks."""
        self._opening = None
        self._ticks.clear()
        self._forget_marks()
        self._stop = -1
        self._take(Written(QTextDocument()))

    def _build(self) -> None:
        if self._style and self._opening:
            self._take(build_page(self._opening, self._style, self._narrow()))

    def _take(self, written: Written) -> None:
        before, self._written, self._section = self._written.document, written, ""
        self._shape_column(written.document)
        written.document.setParent(self)
        self.setExtraSelections([])  # they hold cursors into the document that goes
        self.setDocument(written.document)
        if before.parent() is self:  # Qt itself deletes only the empty one that it began with
            before.deleteLater()

    def _narrow(self) -> bool:
        return self._style is not None and self._column[1] / self._style.scale < _NARROW

    def _fit_column(self) -> None:
        # shaping lays the whole page out anew, so only a real change may do it
        if self._shape != self._new_shape():
            place = self._place()
            self._shape_column(self._written.document)
            self._return_to(place)

    def _new_shape(self) -> tuple[float, ...]:
        return (*self._column, self.viewport().width(), self._style.scale if self._style else 1.0)

    def _shape_column(self, document: QTextDocument) -> None:
        self._shape = left, width, whole, scale = self._new_shape()
        made = document.rootFrame().frameFormat()
        made.setLeftMargin(left)
        made.setRightMargin(max(8, whole - left - width))
        made.setTopMargin(round(_TOP * scale))
        made.setBottomMargin(round(_BOTTOM * scale))
        document.rootFrame().setFrameFormat(made)

    # places in the page

    def outline(self) -> tuple[tuple[str, str], ...]:
        """The sections with a title, as (anchor, title)."""
        page = self._opening.page if self._opening else None
        return tuple((one.anchor, one.title) for one in page.sections if one.title) if page else ()

    def scroll_to_section(self, anchor: str) -> None:
        """Bring a section's heading to the top."""
        for own, position in self._written.sections:
            if own == anchor:
                self._scroll(self._top_of(position) - _ABOVE_HEADING)

    def step_heading(self, by: int) -> None:
        """Move to the next or previous heading, or to the page's top."""
        tops = [self._top_of(position) - _ABOVE_HEADING for _anchor, position in self._written.sections]
        here = self.verticalScrollBar().value()
        if by > 0:
            self._scroll(next((top for top in tops if top > here + 1), here))
        else:
            self._scroll(max((top for top in tops if top < here - 1), default=0))

    def _top_of(self, position: int) -> int:
        return round(top_of(self._written.document, position))

    def _scroll(self, value: float) -> None:
        self._written.document.size()  # lays the page out to its end, so the bar knows its range
        self.verticalScrollBar().setValue(max(0, round(value)))

    def _place(self) -> tuple[int, float]:
        """The words at the top of the view, and how far above the top their block begins."""
        value = self.verticalScrollBar().value()
        position = position_at(self._written.document, value, self._column[0]) if value else 0
        return position, value - self._top_of(position) if value else 0

    def _return_to(self, place: tuple[int, float]) -> None:
        position, above = place
        self._scroll(self._top_of(position) + above if position or above else 0)

    def _moved(self, value: int) -> None:
        self.scrolled.emit(float(value))
        sections = self._written.sections
        at_end = value and value == self.verticalScrollBar().maximum()
        passed = [anchor for anchor, place in sections if at_end or self._top_of(place) <= value + _HERE]
        now = passed[-1] if passed else sections[0][0] if sections else ""
        if now != self._section:
            self._section = now
            self.section_changed.emit(now)

    # marks and finding

    def mark(self, words: tuple[str, ...], section: str = "") -> None:
        """Mark these words and go to the first, in the section if it holds one."""
        start = next((place for anchor, place in self._written.sections if anchor == section), 0)
        self._show_place(self._marks.mark(self._written.document, words, start))
        self.marks_changed.emit(*self._marks.marked())

    def _forget_marks(self) -> None:
        self._marks = Marks()
        self.marks_changed.emit(0, 0)

    def marks(self) -> int:
        """How many places are marked."""
        return self._marks.count()

    def step_mark(self, forward: bool) -> None:
        """Go to the next or previous marked place, round and round."""
        self._show_place(self._marks.step(forward))
        number, total = self._marks.marked()
        self.marks_changed.emit(number, total)
        if total:
            self._say(_("{n} of {total}").format(n=number, total=total))

    def find_words(self, words: str, forward: bool) -> tuple[int, int]:
        """Go to the next place of these words; returns (which, of how many). Empty words forget."""
        self._show_place(self._marks.find(self._written.document, words, forward))
        return self._marks.found()

    def _show_place(self, place: tuple[int, int] | None) -> None:
        self._show_marks()
        if place is not None:
            self._bring(place)

    def _bring(self, place: tuple[int, int]) -> None:
        lines = lines_of(self._written.document, *place)
        value, tall = self.verticalScrollBar().value(), self.viewport().height()
        if lines and lines[0].bottom() < tall - 80 and not self._sections_before(place):
            self._scroll(0)  # in sight from the top: the title stays in its place
        elif lines and not value + 10 < lines[0].top() < value + tall - 80:
            self._scroll(lines[0].top() - tall // 3)

    def _sections_before(self, place: tuple[int, int]) -> bool:
        return any(position <= place[0] for _anchor, position in self._written.sections)

    def _show_marks(self) -> None:
        if self._style:
            self.setExtraSelections(self._marks.selections(self._written.document, self._style))

    # following and ticking

    def _follow(self, goal: Goal | None) -> None:
        match goal:
            case PageTarget(page, section):
                self.page_wanted.emit(page, section)
            case WebTarget(url):
                self.address_wanted.emit(url)
            case ContactTarget(contact):
                self.contact_wanted.emit(contact)
            case TickTarget(number):
                self._tick(number)

    def _tick(self, number: int) -> None:
        if self._opening and number < len(self._written.ticks):
            page = self._opening.page.head.id
            self._ticks[page] = self._ticks.get(page, frozenset()) ^ {number}
            self.viewport().update()
            self.tick_changed.emit(number, number in self._ticks[page])
            self._announce()

    def ticked(self) -> frozenset[int]:
        """The lines of the open page that are ticked."""
        return self._ticks.get(self._opening.page.head.id, frozenset()) if self._opening else frozenset()

    def clear_ticks(self) -> None:
        """Untick every line of the open page."""
        for number in self.ticked():
            self._tick(number)

    def print_on(self, printer: QPagedPaintDevice) -> None:
        """Print the open page."""
        if self._opening and self._style:
            print_page(printer, self._opening, self._style, self.ticked())

    # where the keyboard is

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab walks the links and tick lines in reading order, then leaves the page."""
        stops = self._written.stops
        fresh = self._stop < 0 and forward
        self._stop = first_from(stops, self._place()[0]) if fresh else next_stop(stops, self._stop, forward)
        self.viewport().update()
        if self._here() is None:
            return QWidget.focusNextPrevChild(self, forward)
        self._announce()
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            back = event.reason() == Qt.FocusReason.BacktabFocusReason
            self._stop = len(self._written.stops) if back else -1
        super().focusInEvent(event)

    def _here(self) -> Stop | None:
        stops = self._written.stops
        return stops[self._stop] if 0 <= self._stop < len(stops) else None

    def _announce(self) -> None:
        if stop := self._here():
            self._bring((stop.start, stop.end))
            ticked = isinstance(stop.goal, TickTarget) and stop.goal.number in self.ticked()
            words = spoken(stop.goal, stop.words, ticked)
            self._say(words)

    def _say(self, words: str) -> None:
        self.reached.emit(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        stop = self._here()
        if stop and event.key() in _FOLLOW:
            self._follow(stop.goal)
        else:
            super().keyPressEvent(event)

    # the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self._tick_at(event.position().toPoint())
        self._stop = -1
        self.viewport().update()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        number, self._pressed = self._pressed, -1
        if number >= 0 and number == self._tick_at(event.position().toPoint()):
            self._tick(number)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if self._tick_at(event.position().toPoint()) >= 0:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)

    def _tick_at(self, point: QPoint) -> int:
        """The number of the tick line whose box is there, or -1."""
        if self._style is None:
            return -1
        place = QPointF(point.x(), point.y() + self.verticalScrollBar().value())
        areas = (sign_area(self._written.document, one, self._style) for one in self._written.ticks)
        return next((number for number, area in enumerate(areas) if area.contains(place)), -1)

    # painting

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.width_changed.emit()  # whoever sets the column does so now
        self._fit_column()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._style:
            with QPainter(self.viewport()) as painter:
                self._draw_below(painter, QRectF(event.rect()), self._style)
        super().paintEvent(event)
        if self._style and self.hasFocus() and (stop := self._here()):
            with QPainter(self.viewport()) as painter:
                self._draw_ring(painter, self._style, stop)

    def _draw_below(self, painter: QPainter, visible: QRectF, style: Style) -> None:
        up = self.verticalScrollBar().value()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -up)
        ratio = self.devicePixelRatioF()
        PagePainter(style, ratio).draw(painter, self._written, visible.translated(0, up), self.ticked())

    def _draw_ring(self, painter: QPainter, style: Style, stop: Stop) -> None:
        areas = lines_of(self._written.document, stop.start, stop.end)
        if isinstance(stop.goal, TickTarget):
            areas = [reduce(or_, areas, sign_area(self._written.document, stop.start, style))]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -self.verticalScrollBar().value())
        draw_ring(painter, areas, style)
