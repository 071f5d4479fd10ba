"""The reading surface: one page, its boxes, its marks; reports what the worker follows or ticks."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QMarginsF, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPagedPaintDevice,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QTextTable,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from content.model import Library, Page
from desktop.ui.focus_ring import draw_focus_ring
from desktop.ui.page_boxes import draw_box
from desktop.ui.page_document import CELL_PAD, PAGER_PAD, Opening, fill_document
from desktop.ui.page_formats import BOX
from desktop.ui.page_marks import find_all, mark_format, selections
from desktop.ui.style import Style
from desktop.words import _

_LINKS = (
    Qt.TextInteractionFlag.TextSelectableByMouse
    | Qt.TextInteractionFlag.LinksAccessibleByMouse
    | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
)
_TOP, _BOTTOM = 28, 48
_ABOVE_HEADING = 24


class PageView(QTextBrowser):
    """Read-only; nothing is loaded from anywhere and no drag can start."""

    page_wanted = Signal(str, str)
    address_wanted = Signal(str)
    contact_wanted = Signal(str)
    section_changed = Signal(str)
    scrolled = Signal(float)
    width_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Guidance page"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.setTextInteractionFlags(_LINKS)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._style: Style | None = None
        self._document: QTextDocument | None = None
        self._opening: Opening | None = None
        self._sections: tuple[tuple[str, int], ...] = ()
        self._ticks: dict[str, frozenset[int]] = {}
        self._column = (26, 600)
        self._shape: tuple[float, ...] = ()
        self._marks: list[tuple[int, int]] = []
        self._at_mark = -1
        self._found: tuple[str, list[tuple[int, int]], int] = ("", [], -1)
        self.anchorClicked.connect(self._follow)
        self.verticalScrollBar().valueChanged.connect(self._moved)

    # showing

    def show_page(self, library: Library, page: Page, *, previous: str, next_: str, today: date) -> None:
        """Open a page at its top."""
        ticked = self._ticks.get(page.head.id, frozenset())
        self._opening = Opening(library, page, previous, next_, today, ticked)
        self._marks, self._at_mark, self._found = [], -1, ("", [], -1)
        self._build()
        self.verticalScrollBar().setValue(0)

    def show_style(self, style: Style) -> None:
        """Take on a look and a text size; the place in the page is kept."""
        self._style = style
        self.verticalScrollBar().setSingleStep(style.size(28))
        if self._opening:
            share = self.verticalScrollBar().value() / max(1, self.verticalScrollBar().maximum())
            self._build()
            self.verticalScrollBar().setValue(round(share * self.verticalScrollBar().maximum()))
            self._show_selections()

    def set_column(self, left: int, width: int) -> None:
        """Put the reading column there, in pixels of the viewport."""
        self._column = (left, width)
        self._fit_column()

    def clear_page(self) -> None:
        """Forget the page, its ticks and its marks."""
        self._opening = None
        self._sections = ()
        self._ticks.clear()
        self._marks, self._at_mark, self._found = [], -1, ("", [], -1)
        self.setExtraSelections([])
        self._replace_document(QTextDocument(self))

    def _build(self) -> None:
        if self._style is None or self._opening is None:
            return
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        document.setDefaultFont(self._style.font("body"))
        document.setIndentWidth(self._style.size(28))
        self._sections = fill_document(document, self._opening, self._style)
        self._shape_column(document)
        self._replace_document(document)

    def _replace_document(self, document: QTextDocument) -> None:
        old, self._document = self._document, document
        self.setDocument(document)
        if old is not None:
            old.deleteLater()

    def _fit_column(self) -> None:
        # shaping lays the whole page out anew, so only a real change may do it
        shape = (*self._column, self.viewport().width(), self._style.scale if self._style else 1.0)
        if shape != self._shape:
            self._shape = shape
            self._shape_column(self.document())

    def _shape_column(self, document: QTextDocument) -> None:
        left, width = self._column
        made = document.rootFrame().frameFormat()
        scale = self._style.scale if self._style else 1.0
        made.setLeftMargin(left)
        made.setRightMargin(max(8, self.viewport().width() - left - width))
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
        for own, position in self._sections:
            if own == anchor:
                self.verticalScrollBar().setValue(max(0, self._top_of(position) - _ABOVE_HEADING))

    def _top_of(self, position: int) -> int:
        block = self.document().findBlock(position)
        return round(self.document().documentLayout().blockBoundingRect(block).top())

    def step_heading(self, by: int) -> None:
        """Move to the next or previous heading."""
        tops = [self._top_of(position) - _ABOVE_HEADING for _anchor, position in self._sections]
        here = self.verticalScrollBar().value()
        ahead = [top for top in tops if top > here + 1] if by > 0 else [top for top in tops if top < here - 1]
        if ahead:
            self.verticalScrollBar().setValue(max(0, ahead[0] if by > 0 else ahead[-1]))
        elif by < 0:
            self.verticalScrollBar().setValue(0)

    def _moved(self, value: int) -> None:
        self.scrolled.emit(float(value))
        reached = [anchor for anchor, position in self._sections if self._top_of(position) <= value + 80]
        if value and value == self.verticalScrollBar().maximum() and self._sections:
            reached = [anchor for anchor, _position in self._sections]
        if self._sections:
            self.section_changed.emit(reached[-1] if reached else self._sections[0][0])

    # marks and finding

    def mark(self, words: tuple[str, ...], section: str = "") -> None:
        """Mark these words and go to the first, in the section if it holds one."""
        self._marks = find_all(self.document(), words, whole=True)
        start = next((position for anchor, position in self._sections if anchor == section), 0)
        after = [n for n, (begin, _end) in enumerate(self._marks) if begin >= start]
        self._at_mark = after[0] if after else 0 if self._marks else -1
        self._show_selections()
        if self._at_mark >= 0:
            self._scroll_to(self._marks[self._at_mark][0])

    def marks(self) -> int:
        """How many places are marked."""
        return len(self._marks)

    def step_mark(self, forward: bool) -> None:
        """Go to the next or previous marked place, round and round."""
        if self._marks:
            self._at_mark = (self._at_mark + (1 if forward else -1)) % len(self._marks)
            self._show_selections()
            self._scroll_to(self._marks[self._at_mark][0])

    def find_words(self, words: str, forward: bool) -> tuple[int, int]:
        """Go to the next place of these words; returns (which, of how many). Empty words forget."""
        known, places, at = self._found
        if words != known:
            places, at = (find_all(self.document(), (words,), whole=False) if words.strip() else []), -1
        if places:
            at = (at + (1 if forward else -1)) % len(places) if at >= 0 else 0
            self._scroll_to(places[at][0])
        self._found = (words, places, at)
        self._show_selections()
        return (at + 1, len(places)) if places else (0, 0)

    def _scroll_to(self, position: int) -> None:
        top, value, tall = self._top_of(position), self.verticalScrollBar().value(), self.viewport().height()
        if not value + 10 < top < value + tall - 120:
            self.verticalScrollBar().setValue(max(0, top - tall // 3))

    def _show_selections(self) -> None:
        style = self._style
        if style is None:
            return
        _words, places, at = self._found
        chosen = [places[at]] if at >= 0 else []
        shown: list[QTextEdit.ExtraSelection] = selections(self.document(), self._marks, mark_format(style))
        shown += selections(self.document(), places, mark_format(style))
        here = chosen or ([self._marks[self._at_mark]] if self._at_mark >= 0 and self._marks else [])
        shown += selections(self.document(), here, mark_format(style, chosen=True))
        self.setExtraSelections(shown)

    # following and ticking

    def _follow(self, address: QUrl) -> None:
        scheme, _colon, rest = address.toString().partition(":")
        if scheme == "page":
            page, _hash, section = rest.partition("#")
            self.page_wanted.emit(page, section)
        elif scheme == "tick" and rest.isdecimal():
            self._tick(int(rest))
        elif scheme == "contact":
            self.contact_wanted.emit(rest)
        elif scheme in ("http", "https"):
            self.address_wanted.emit(address.toString())

    def _tick(self, number: int) -> None:
        if self._opening is None:
            return
        page = self._opening.page
        self._ticks[page.head.id] = self._ticks.get(page.head.id, frozenset()) ^ {number}
        value, at = self.verticalScrollBar().value(), self.textCursor().position()
        now = Opening(
            self._opening.library,
            page,
            self._opening.previous,
            self._opening.next,
            self._opening.today,
            self._ticks[page.head.id],
        )
        self._opening = now
        self._build()
        self._show_selections()
        cursor = self.textCursor()
        cursor.setPosition(min(at, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(value)

    def ticked(self) -> frozenset[int]:
        """The lines of the open page that are ticked; in memory only."""
        return self._opening.ticked if self._opening else frozenset()

    def toggle_caret(self) -> None:
        """Read with a cursor, or without."""
        keyboard = Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(self.textInteractionFlags() ^ keyboard)

    def print_on(self, printer: QPagedPaintDevice) -> None:
        """Print the page in its own words, boxes left out."""
        printer.setPageMargins(QMarginsF(18, 18, 18, 18))
        copy = self.document().clone(self)
        made = copy.rootFrame().frameFormat()
        made.setLeftMargin(0)
        made.setRightMargin(0)
        copy.rootFrame().setFrameFormat(made)
        copy.print_(printer)

    # Qt's own events

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Nothing is ever loaded: what a page shows was put into its document."""
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # a press on selected words would start a drag, and a drag deafens the leave filter
        cursor = self.textCursor()
        if cursor.hasSelection():
            cursor.clearSelection()
            self.setTextCursor(cursor)
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.textCursor().charFormat().isAnchor():
            self._follow(QUrl(self.textCursor().charFormat().anchorHref()))
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.width_changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._style:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw_boxes(painter, QRectF(event.rect()), self._style)
            painter.end()
        super().paintEvent(event)
        if self._style and self.hasFocus():
            self._draw_focus(self._style)

    def _draw_boxes(self, painter: QPainter, visible: QRectF, style: Style) -> None:
        layout, up = self.document().documentLayout(), self.verticalScrollBar().value()
        for frame in self.document().rootFrame().childFrames():
            kind = frame.frameFormat().property(BOX)
            if not kind:
                continue
            made = frame.frameFormat()
            area = layout.frameBoundingRect(frame).translated(0, -up)
            if not area.intersects(visible):
                continue
            if isinstance(frame, QTextTable):
                self._draw_table(painter, frame, kind, style)
            else:
                area.adjust(0, made.topMargin(), 0, -made.bottomMargin())
                draw_box(painter, area, kind, style, self.devicePixelRatioF())

    def _draw_table(self, painter: QPainter, table: QTextTable, kind: str, style: Style) -> None:
        left, width = self._column
        if kind == "pager":
            top, low = self._row_edges(table, 0, style.size(PAGER_PAD))
            half, gap = width / 2, style.size(6)
            for column in range(2):
                if table.cellAt(0, column).firstCursorPosition().block().text():
                    start = left + column * half + (gap if column else 0)
                    draw_box(painter, QRectF(start, top, half - gap, low - top), kind, style, 1)
            return
        for row in range(table.rows()):
            _top, low = self._row_edges(table, row, style.size(CELL_PAD))
            painter.setPen(style.colour("ink" if row == 0 else "line"))
            painter.drawLine(left, round(low), left + width, round(low))

    def _row_edges(self, table: QTextTable, row: int, pad: int) -> tuple[float, float]:
        layout, up = self.document().documentLayout(), self.verticalScrollBar().value()
        cells = [table.cellAt(row, column) for column in range(table.columns())]
        tops = [layout.blockBoundingRect(cell.firstCursorPosition().block()).top() for cell in cells]
        lows = [layout.blockBoundingRect(cell.lastCursorPosition().block()).bottom() for cell in cells]
        return min(tops) - up - pad, max(lows) - up + pad

    def _draw_focus(self, style: Style) -> None:
        cursor = self.textCursor()
        if not cursor.hasSelection() or not cursor.charFormat().isAnchor():
            return
        start, end = QTextCursor(cursor), QTextCursor(cursor)
        start.setPosition(cursor.selectionStart())
        end.setPosition(cursor.selectionEnd())
        first, last = self.cursorRect(start), self.cursorRect(end)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(first.united(last)).adjusted(-2, 0, 2, 0)
        if first.top() != last.top():
            area = QRectF(self._column[0], area.top(), self._column[1], area.height())
        draw_focus_ring(painter, area, style, 4)
