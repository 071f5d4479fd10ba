"""What a page shows besides text: boxes, table lines, bullets and ticks; alike on screen and on paper."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QPainter,
    QPen,
    QTextBlock,
    QTextDocument,
    QTextFrame,
    QTextTable,
    QTextTableCell,
)

from desktop.ui.look.style import Style
from desktop.ui.page.boxes import draw_box
from desktop.ui.page.document import RenderedPage
from desktop.ui.page.formats import BOX, BULLET, TICK
from desktop.ui.page.geometry import marker_area, position_at
from desktop.ui.page.tables import CELL_BELOW, PAGER_PADDING, PAGER_SHARE

_TICK = 24
_BULLET_TO_WORDS = 13
_SPARE = 100  # a hit between two blocks is either of them, so both ends look a little further


@dataclass(frozen=True, slots=True)
class PagePainter:
    """Draws below the text, in the document's coordinates; `ratio` is device pixels to one pixel."""

    style: Style
    ratio: float = 1.0

    def draw(
        self, painter: QPainter, rendered: RenderedPage, visible: QRectF, ticked: frozenset[int]
    ) -> None:
        """Draw what lies in the visible part."""
        document = rendered.document
        first, last = _within(document, visible)
        for frame in _frames(document.rootFrame(), first, last):
            area = _area(document, frame)
            if area.intersects(visible):
                self._frame(painter, document, frame, area)
        markers = rendered.list_markers
        for position in markers[bisect_left(markers, first) : bisect_right(markers, last)]:
            area = marker_area(document, position, self.style)
            if area.intersects(visible):
                self._marker(painter, area, document.findBlock(position), ticked)

    def _frame(self, painter: QPainter, document: QTextDocument, frame: QTextFrame, area: QRectF) -> None:
        kind = frame.frameFormat().stringProperty(BOX)
        if kind == "table" and isinstance(frame, QTextTable):
            self._lines(painter, document, frame, area)
        elif kind == "pager" and isinstance(frame, QTextTable):
            self._pager(painter, document, frame, area)
        elif kind:
            draw_box(painter, area, kind, self.style, self.ratio)

    def _lines(self, painter: QPainter, document: QTextDocument, table: QTextTable, area: QRectF) -> None:
        heads = table.format().toTableFormat().headerRowCount()
        for row in range(table.rows()):
            cells = [table.cellAt(row, column) for column in range(table.columns())]
            low = round(_edges(document, cells, self.style.size(CELL_BELOW))[1])
            thick = max(1, self.style.size(1)) * (2 if row < heads else 1)
            line = QRectF(area.left(), low - thick, area.width(), thick)
            painter.fillRect(line, self.style.colour("ink" if row < heads else "line"))

    def _pager(self, painter: QPainter, document: QTextDocument, table: QTextTable, area: QRectF) -> None:
        cells = [
            cell for cell in (table.cellAt(0, 0), table.cellAt(0, 2)) if cell.format().stringProperty(BOX)
        ]
        top, low = _edges(document, cells, self.style.size(PAGER_PADDING))
        width = area.width() * PAGER_SHARE / 100
        for cell in cells:
            left = area.right() - width if cell.column() else area.left()
            draw_box(painter, QRectF(left, top, width, low - top), "pager", self.style, self.ratio)

    def _marker(self, painter: QPainter, area: QRectF, block: QTextBlock, ticked: frozenset[int]) -> None:
        fmt, turned = block.blockFormat(), block.textDirection() == Qt.LayoutDirection.RightToLeft
        if fmt.hasProperty(TICK):
            side = self.style.size(_TICK)
            left = area.right() - side if turned else area.left()
            self._tick(painter, QPointF(left, area.center().y() - side / 2), fmt.intProperty(TICK) in ticked)
        else:
            before = self.style.size(_BULLET_TO_WORDS)
            x = area.left() + before if turned else area.right() - before
            self._bullet(painter, QPointF(x, area.center().y()), fmt.intProperty(BULLET))

    def _bullet(self, painter: QPainter, middle: QPointF, depth: int) -> None:
        radius = self.style.size(3.5) if depth == 1 else self.style.size(3)
        painter.setPen(QPen(self.style.colour("ink"), max(1.0, 1.5 * self.style.scale)))
        painter.setBrush(self.style.colour("ink") if depth == 1 else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, radius, radius)

    def _tick(self, painter: QPainter, corner: QPointF, ticked: bool) -> None:
        icon = self.style.pixmap("square-check" if ticked else "square", "accent", _TICK, self.ratio)
        painter.drawPixmap(corner.toPoint(), icon)


def _frames(frame: QTextFrame, first: int, last: int) -> Iterator[QTextFrame]:
    """The frames that hold any of these positions; a long page has thousands."""
    for child in frame.childFrames():
        if child.firstPosition() <= last and child.lastPosition() >= first:
            yield child
            yield from _frames(child, first, last)


def _within(document: QTextDocument, visible: QRectF) -> tuple[int, int]:
    """The positions that the visible part begins and ends with, and a little more."""
    more = visible.adjusted(0, -_SPARE, 0, _SPARE)
    top = document.findBlock(position_at(document, more.top(), more.left())).position()
    return top, position_at(document, more.bottom(), more.right())


def _area(document: QTextDocument, frame: QTextFrame) -> QRectF:
    fmt = frame.frameFormat()
    area = document.documentLayout().frameBoundingRect(frame)
    if isinstance(frame, QTextTable):
        # Qt gives a table's size, but the place of the words in its first cell
        first = frame.cellAt(0, 0).format().toTableCellFormat()
        width = area.width() - fmt.leftMargin() - fmt.rightMargin()
        height = area.height() - fmt.topMargin() - fmt.bottomMargin()
        return QRectF(area.left() - first.leftPadding(), area.top() - first.topPadding(), width, height)
    return area.adjusted(fmt.leftMargin(), fmt.topMargin(), -fmt.rightMargin(), -fmt.bottomMargin())


def _edges(document: QTextDocument, cells: list[QTextTableCell], padding: float) -> tuple[float, float]:
    """Top and bottom of a row: Qt does not tell, so they are taken from the words in its cells."""
    layout = document.documentLayout()
    tops = [layout.blockBoundingRect(cell.firstCursorPosition().block()).top() for cell in cells]
    lows = [layout.blockBoundingRect(cell.lastCursorPosition().block()).bottom() for cell in cells]
    return min(tops) - padding, max(lows) + padding
