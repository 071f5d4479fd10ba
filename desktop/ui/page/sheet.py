"""The sheet of the page view: the page as it is written, its column, and the ways to places in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QWidget

from content.model import Library, Page
from desktop.ui.look.style import Style
from desktop.ui.page.document import IncrementalRenderer, PageContext, RenderedPage
from desktop.ui.page.geometry import position_at, top_of
from desktop.ui.page.incremental import PART, Growth
from desktop.ui.page.surface import PageSurface

_TOP, _BOTTOM = 28, 48
_ABOVE_HEADING = 24
_HERE = 80
"""A section is being read when its heading stands no further down than this."""
_NARROW = 500
_LONG = 8 * PART
"""Pages of more letters take longer to lay out than a key may wait."""
_REST_MS = 150
"""So long a window's edge must rest before a long page follows it."""


class PageSheet(PageSurface):
    """Shows the first screen at once and writes the rest after it.

    Whoever wants to go further down is taken there as soon as that part stands, unless they move before.
    """

    section_changed = Signal(str)
    scrolled = Signal(float)
    width_changed = Signal()
    growing = Signal(bool)
    """Whether more of the page is to come."""
    failed = Signal()
    """The page cannot be shown whole, and was cleared."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style: Style | None = None
        self._context: PageContext | None = None
        self._rendered = RenderedPage(QTextDocument(self))
        self.setDocument(self._rendered.document)
        self._column = (26, 600)
        self._shape: tuple[float, ...] = ()
        self._section = ""
        self._held = False
        self._value = 0
        self._selected = (0, 0)  # anchor and position, until so much of the page stands again
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._rested)
        self._growth = Growth(self)
        self._growth.grown.connect(self._grown)
        self._growth.failed.connect(self._fail)
        self.verticalScrollBar().valueChanged.connect(self._moved)
        sideways = self.horizontalScrollBar()
        # Qt keeps the width of a layout it has given up; no page is wider than its room
        sideways.rangeChanged.connect(lambda: sideways.setRange(0, 0))

    # showing

    def show_page(self, library: Library, page: Page, *, previous: str, next_: str, today: date) -> None:
        """Open a page at its top."""
        self._context, self._selected = PageContext(library, page, previous, next_, today), (0, 0)
        self._build()
        with self._holding():
            self.verticalScrollBar().setValue(0)

    def show_style(self, style: Style) -> None:
        """Take on a look and a text size; the place in the page is kept."""
        self._write_anew(style)

    def _write_anew(self, style: Style) -> None:
        place, wish, cursor = self._place(), self._growth.wish, self.textCursor()
        if cursor.position() or cursor.hasSelection():
            self._selected = (cursor.anchor(), cursor.position())
        self._style = style
        self.verticalScrollBar().setSingleStep(style.size(28))
        self._build()
        self._select_again()
        if wish:
            self._growth.reach(wish)
        else:
            self._return_to(place)

    def _select_again(self) -> None:
        """Select what was selected before the page was written anew, unless the worker selected anew, too."""
        cursor, last = self.textCursor(), max(self._selected)
        if cursor.position() or cursor.hasSelection():
            self._selected = (0, 0)
        elif last and last + self._growth.going < self._rendered.document.characterCount():
            value, (anchor, position) = self.verticalScrollBar().value(), self._selected
            cursor.setPosition(anchor)
            cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
            with self._holding():
                self.setTextCursor(cursor)  # Qt goes there
                self.verticalScrollBar().setValue(value)
            self._selected = (0, 0)

    def set_column(self, left: int, width: int) -> None:
        """Put the reading column there, in pixels of the viewport."""
        narrow, self._column = self._narrow(), (left, width)
        if self._narrow() != narrow and not self._rest.isActive():
            self._rested()
        self._fit_column()

    def clear_page(self) -> None:
        """Forget the page, and what of it is still to be written."""
        self._context, self._selected = None, (0, 0)
        self._rest.stop()
        self._growth.stop()
        self._take(RenderedPage(QTextDocument()))

    def _build(self) -> None:
        self._rest.stop()
        if self._style and self._context:
            try:
                begun = self._growth.begin(IncrementalRenderer(self._context, self._style, self._narrow()))
            except Exception:  # whatever is wrong with it, the other pages still open
                self._fail()
            else:
                self._take(begun)

    def _fail(self) -> None:
        self.clear_page()
        self.failed.emit()

    def _grown(self, rendered: RenderedPage) -> None:
        self._rendered = rendered
        self._select_again()
        self.growing.emit(self._growth.going)

    def _take(self, rendered: RenderedPage) -> None:
        before, self._rendered, self._section = self._rendered.document, rendered, ""
        self._shape_column(rendered.document)
        rendered.document.setParent(self)
        self.setExtraSelections([])  # they hold cursors into the document that goes
        with self._holding():
            self.setDocument(rendered.document)
        if before.parent() is self:  # Qt itself deletes only the empty one that it began with
            before.deleteLater()
        self.growing.emit(self._growth.going)

    def _narrow(self) -> bool:
        return self._style is not None and self._column[1] / self._style.scale < _NARROW

    def _fit_column(self) -> None:
        # shaping lays the whole page out anew, so only a real change may do it
        if self._shape == self._new_shape():
            return
        if self._long():
            self._rest.start()
        else:
            place = self._place()
            with self._holding():
                self._shape_column(self._rendered.document)
            if self._growth.wish is None:
                self._return_to(place)

    def _new_shape(self) -> tuple[float, ...]:
        return (*self._column, self.viewport().width(), self._style.scale if self._style else 1.0)

    def _shape_column(self, document: QTextDocument) -> None:
        self._shape = left, width, whole, scale = self._new_shape()
        fmt = document.rootFrame().frameFormat()
        fmt.setLeftMargin(left)
        fmt.setRightMargin(max(8, whole - left - width))
        fmt.setTopMargin(round(_TOP * scale))
        fmt.setBottomMargin(round(_BOTTOM * scale))
        document.rootFrame().setFrameFormat(fmt)

    # places in the page

    def outline(self) -> tuple[tuple[str, str], ...]:
        """The sections with a title, as (anchor, title)."""
        page = self._context.page if self._context else None
        return tuple((one.anchor, one.title) for one in page.sections if one.title) if page else ()

    def scroll_to_section(self, anchor: str) -> None:
        """Bring a section's heading to the top."""
        self._growth.reach(lambda: self._reach_section(anchor))

    def scroll_to(self, value: float) -> None:
        """Bring back a place that `scrolled` has told."""
        self._growth.reach(lambda: self._reach(value))

    def _reach_section(self, anchor: str) -> bool:
        position = dict(self._rendered.sections).get(anchor)
        return position is not None and self._reach(self._top_of(position) - _ABOVE_HEADING)

    def _reach(self, value: float) -> bool:
        """Scroll there; False while the page does not fill the view from there on."""
        low = self._rendered.document.size().height()  # lays out what there is, so the bar knows its range
        if self._growth.going and low < value + self.viewport().height():
            return False
        self.verticalScrollBar().setValue(max(0, round(value)))
        return True

    def step_heading(self, by: int) -> None:
        """Move to the next or previous heading, or to the page's top."""
        here = self.verticalScrollBar().value() + _ABOVE_HEADING
        if by > 0:
            further = self.outline()[self._passed(here + 1) :]  # the next may not be written yet
            if further:
                self.scroll_to_section(further[0][0])
        else:
            above = self._passed(here - 2)
            position = self._rendered.sections[above - 1][1] if above else 0
            self._scroll(self._top_of(position) - _ABOVE_HEADING if above else 0)

    def _passed(self, height: int) -> int:
        """How many headings stand no further down than this."""
        return bisect_right(self._rendered.sections, height, key=lambda one: self._top_of(one[1]))

    def _top_of(self, position: int) -> int:
        return round(top_of(self._rendered.document, position))

    def _scroll(self, value: float) -> None:
        self._growth.reach(lambda: self._reach(value))

    def _place(self) -> tuple[int, float]:
        """The words at the top of the view, and how far above the top their block begins."""
        value = self.verticalScrollBar().value()
        position = position_at(self._rendered.document, value, self._column[0]) if value else 0
        return position, value - self._top_of(position) if value else 0

    def _return_to(self, place: tuple[int, float]) -> None:
        position, above = place
        if position or above:
            self._growth.reach(lambda: self._reach_words(position, above))
        else:
            self._scroll(0)

    def _reach_words(self, position: int, above: float) -> bool:
        if self._rendered.document.characterCount() <= position:
            return False
        return self._reach(self._top_of(position) + above)

    @contextmanager
    def _holding(self) -> Iterator[None]:
        """Where Qt moves the page meanwhile, nobody went."""
        self._held = True
        try:
            yield
        finally:
            self._held = False

    def _moved(self, value: int) -> None:
        # Qt learns late that a page has become shorter; then nobody moved either
        cut_off = self._value > self.verticalScrollBar().maximum()
        self._value = value
        if not self._held and not cut_off:
            self._growth.stay()
            self.scrolled.emit(float(value))
        sections = self._rendered.sections
        at_end = value and value == self.verticalScrollBar().maximum() and not self._growth.going
        passed = len(sections) if at_end else self._passed(value + _HERE)
        now = sections[max(0, passed - 1)][0] if sections else ""
        if now != self._section:
            self._section = now
            self.section_changed.emit(now)

    def _long(self) -> bool:
        return self._rendered.document.characterCount() > _LONG

    def _rested(self) -> None:
        if self._context and self._style:
            self._write_anew(self._style)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._long() and event.size().width() != event.oldSize().width():
            self._rest.start()  # Qt would lay all of it out at every step of a drag, and every key would wait
        else:
            with self._holding():
                super().resizeEvent(event)
        self.width_changed.emit()  # whoever sets the column does so now
        self._fit_column()
