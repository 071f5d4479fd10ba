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
)
from PySide6.QtWidgets import QWidget

from content.blocks import ContactTarget, PageTarget, WebTarget
from content.model import Library, Page
from desktop.i18n import _
from desktop.ui.look.style import Style
from desktop.ui.page.document import RenderedPage
from desktop.ui.page.focus import draw_ring
from desktop.ui.page.geometry import lines_of, marker_area, tick_at
from desktop.ui.page.highlights import Highlights, MatchCursor, mark_format, selections
from desktop.ui.page.links import LinkTarget, TickTarget, parse_href, spoken
from desktop.ui.page.painter import PagePainter
from desktop.ui.page.paper import print_page
from desktop.ui.page.sheet import PageSheet
from desktop.ui.page.tab_stops import BEHIND, TabStop, first_from, next_stop

_FOLLOW = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PageView(PageSheet):
    """Read-only; nothing is loaded from anywhere, no drag can start, and ticks live in memory only."""

    page_wanted = Signal(str, str)
    address_wanted = Signal(str)
    contact_wanted = Signal(str)
    tick_changed = Signal(int, bool)
    reached = Signal(str)
    marks_changed = Signal(int, int)
    found_changed = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Guidance page"))
        self._ticks: dict[str, frozenset[int]] = {}
        self._stop = -1  # the number of the stop that Tab has reached
        self._pressed = -1  # the tick line whose box the mouse went down on
        self._marks = Highlights()
        self._aimed = ""  # the section that the marks were wanted in
        self._drawn: tuple[object, object] | None = None
        self.anchorClicked.connect(lambda address: self._follow(parse_href(address)))

    # showing

    def show_page(self, library: Library, page: Page, *, previous: str, next_: str, today: date) -> None:
        """Open a page at its top."""
        self._forget_marks()
        self._stop = -1
        super().show_page(library, page, previous=previous, next_=next_, today=today)

    def clear_page(self) -> None:
        """Forget the page, its ticks and its marks."""
        super().clear_page()
        self._ticks.clear()
        self._forget_marks()
        self._stop = -1

    def _take(self, rendered: RenderedPage) -> None:
        super()._take(rendered)
        self._marks.begin_again()
        self._drawn = None
        self._grow_marks()

    def _grown(self, rendered: RenderedPage) -> None:
        super()._grown(rendered)
        self._grow_marks()

    # marks and finding

    def mark(self, words: tuple[str, ...], section: str = "") -> None:
        """Mark these words and go to the first, from the section on; to the section if none follows."""
        self._marks.mark(words)
        self._aimed = section
        self._grow_marks()
        self._growth.reach(self._reach_mark)

    def _reach_mark(self) -> bool:
        """Go to the first mark from the section on, meanwhile to the section; False while it may come."""
        start, place = self._aim(), self._marks.marked.place()
        if start is None:
            return False
        if place is None or place[0] < start:
            self._reach_section(self._aimed)
            return False
        return self._visit(self._marks.marked)

    def _aim(self) -> int | None:
        """From where marks are wanted; None while that is not written."""
        sure = not self._aimed or not self._growth.going
        return dict(self._rendered.sections).get(self._aimed, 0 if sure else None)

    def _forget_marks(self) -> None:
        self._marks, self._aimed = Highlights(), ""
        self.marks_changed.emit(0, 0)

    def _grow_marks(self) -> None:
        whole = not self._growth.going
        if self._marks.grow(self._rendered.document, self._aim(), whole) or whole:
            self._tell_marks()

    def _tell_marks(self) -> None:
        self._draw_marks()
        self.marks_changed.emit(*self._marks.marked.count())
        self.found_changed.emit(*self._marks.found.count())

    def marks(self) -> int:
        """How many places are marked."""
        return self._marks.marked.count()[1]

    def step_mark(self, forward: bool) -> None:
        """Go to the next or previous marked place, round and round."""
        self._marks.step(forward)
        self._grow_marks()
        self._growth.reach(self._reach_step)
        if self._growth.wish:
            self._tell_marks()
            self._say(_("Looking …"))

    def _reach_step(self) -> bool:
        if not self._visit(self._marks.marked):
            return False
        number, total = self._marks.marked.count()
        self._say(_("{n} of {total}").format(n=number, total=total))
        return True

    def find_words(self, words: str, forward: bool) -> tuple[int, int]:
        """Go to the next place of these words; returns (which, of how many). Empty words forget.

        While the page grows, `found_changed` tells of more; which is 0 while that place is not written.
        """
        self._marks.find(words, forward)
        self._grow_marks()
        self._draw_marks()
        if words:
            self._growth.reach(lambda: self._visit(self._marks.found))
        return self._marks.found.count()

    def _visit(self, cursor: MatchCursor) -> bool:
        """Bring the place into view that somebody wants to be at; False while it is not there."""
        place = cursor.place()
        if place is None or not self._bring(place):
            return False
        cursor.been = True
        self._tell_marks()
        return True

    def _bring(self, place: tuple[int, int]) -> bool:
        """Bring a place into view; False while the page does not reach far enough."""
        lines = lines_of(self._rendered.document, *place)
        value, height = self.verticalScrollBar().value(), self.viewport().height()
        if lines and lines[0].bottom() < height - 80 and not self._sections_before(place):
            return self._reach(0)  # in sight from the top: the title stays in its place
        if lines and not value + 10 < lines[0].top() < value + height - 80:
            return self._reach(lines[0].top() - height // 3)
        return True

    def _sections_before(self, place: tuple[int, int]) -> bool:
        return any(position <= place[0] for _anchor, position in self._rendered.sections)

    def _draw_marks(self) -> None:
        if self._style and self._drawn != (drawn := self._marks.drawn()):
            self._drawn = drawn
            places, chosen = drawn
            document, style = self._rendered.document, self._style
            laid = selections(document, places, mark_format(style))
            laid += selections(document, (chosen,) if chosen else (), mark_format(style, chosen=True))
            self.setExtraSelections(laid)

    # following and ticking

    def _follow(self, target: LinkTarget | None) -> None:
        match target:
            case PageTarget(page, section):
                self.page_wanted.emit(page, section)
            case WebTarget(url):
                self.address_wanted.emit(url)
            case ContactTarget(contact):
                self.contact_wanted.emit(contact)
            case TickTarget(number):
                self._tick(number)

    def _tick(self, number: int) -> None:
        if self._context and number < len(self._rendered.ticks):
            page = self._context.page.head.id
            self._ticks[page] = self._ticks.get(page, frozenset()) ^ {number}
            self.viewport().update()
            self.tick_changed.emit(number, number in self._ticks[page])
            self._announce()

    def ticked(self) -> frozenset[int]:
        """The lines of the open page that are ticked."""
        return self._ticks.get(self._context.page.head.id, frozenset()) if self._context else frozenset()

    def clear_ticks(self) -> None:
        """Untick every line of the open page."""
        for number in self.ticked():
            self._tick(number)

    def print_on(self, printer: QPagedPaintDevice) -> None:
        """Print the open page."""
        if self._context and self._style:
            print_page(printer, self._context, self._style, self.ticked())

    # where the keyboard is

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab walks the links and tick lines in reading order, then leaves the page."""
        stops = self._rendered.tab_stops
        fresh = self._stop < 0 and forward
        stop = first_from(stops, self._place()[0]) if fresh else next_stop(stops, self._stop, forward)
        if self._growth.going and (stop == len(stops) or len(stops) <= self._stop < BEHIND):
            return True  # there are more to come
        self._stop = stop
        self.viewport().update()
        if self._here() is None:
            return QWidget.focusNextPrevChild(self, forward)
        self._announce()
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            back = event.reason() == Qt.FocusReason.BacktabFocusReason
            self._stop = BEHIND if back else -1
        super().focusInEvent(event)

    def _here(self) -> TabStop | None:
        stops = self._rendered.tab_stops
        return stops[self._stop] if 0 <= self._stop < len(stops) else None

    def _announce(self) -> None:
        if stop := self._here():
            place = (stop.start, stop.end)
            self._growth.reach(lambda: self._bring(place))
            ticked = isinstance(stop.target, TickTarget) and stop.target.number in self.ticked()
            words = spoken(stop.target, stop.words, ticked)
            self._say(words)

    def _say(self, words: str) -> None:
        self.reached.emit(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        stop = self._here()
        if stop and event.key() in _FOLLOW:
            self._follow(stop.target)
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
        place = QPointF(point.x(), point.y() + self.verticalScrollBar().value())
        return (
            tick_at(self._rendered.document, self._rendered.ticks, place, self._style) if self._style else -1
        )

    # painting

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
        PagePainter(style, ratio).draw(painter, self._rendered, visible.translated(0, up), self.ticked())

    def _draw_ring(self, painter: QPainter, style: Style, stop: TabStop) -> None:
        areas = lines_of(self._rendered.document, stop.start, stop.end)
        if isinstance(stop.target, TickTarget):
            areas = [reduce(or_, areas, marker_area(self._rendered.document, stop.start, style))]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -self.verticalScrollBar().value())
        draw_ring(painter, areas, style)
