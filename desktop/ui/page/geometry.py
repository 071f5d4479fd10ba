"""Where things stand on a laid-out page, in the document's own coordinates."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QTextDocument, QTextLine

from desktop.ui.look.style import Style
from desktop.ui.page.block_writer import INDENT, TICK_INDENT
from desktop.ui.page.formats import TICK

Span = tuple[int, int]
"""Words of a document, from the first position to before the second."""
_LINE = 28


def top_of(document: QTextDocument, position: int) -> float:
    """The top of the block that holds this position."""
    return document.documentLayout().blockBoundingRect(document.findBlock(position)).top()


def lines_of(document: QTextDocument, start: int, end: int) -> list[QRectF]:
    """The words from start to end, one rectangle for each line; they stand in one block."""
    block = document.findBlock(start)
    layout = block.layout()
    around = document.documentLayout().blockBoundingRect(block)
    shift = QPointF(around.left(), around.top() - layout.boundingRect().top())
    areas = []
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first = max(line.textStart(), start - block.position())
        last = min(line.textStart() + line.textLength(), end - block.position())
        if first < last:
            left, right = _x(line, first), _x(line, last)
            areas.append(QRectF(left, line.y(), right - left, line.height()).translated(shift))
    return areas


def _x(line: QTextLine, position: int) -> float:
    """Where a position stands in its line; PySide gives it alone or with that position."""
    found = line.cursorToX(position)
    place = found[0] if isinstance(found, tuple) else found
    assert isinstance(place, float)
    return place


def marker_area(document: QTextDocument, position: int, style: Style) -> QRectF:
    """The place of a bullet or tick box: before the words, in the middle of their first line."""
    block = document.findBlock(position)
    around = document.documentLayout().blockBoundingRect(block)
    line = block.layout().lineAt(0)
    capitals = QFontMetricsF(style.font("body")).capHeight()
    middle = around.top() + line.y() + line.ascent() - capitals / 2
    width = style.size(TICK_INDENT if block.blockFormat().hasProperty(TICK) else INDENT)
    if block.textDirection() == Qt.LayoutDirection.RightToLeft:
        left = around.left() + line.x() + line.width()
    else:
        left = around.left() + block.blockFormat().leftMargin() - width
    height = style.size(_LINE)
    return QRectF(left, middle - height / 2, width, height)


def position_at(document: QTextDocument, top: float, left: float) -> int:
    """The position of the words at this height."""
    return document.documentLayout().hitTest(QPointF(left + 1, top), Qt.HitTestAccuracy.FuzzyHit)


def tick_at(document: QTextDocument, ticks: Sequence[int], place: QPointF, style: Style) -> int:
    """The number of the tick line whose box is at this place, or -1; a long page has thousands of them."""
    near = bisect_right(ticks, position_at(document, place.y(), place.x()))
    for number in range(max(0, near - 2), min(len(ticks), near + 2)):
        if marker_area(document, ticks[number], style).contains(place):
            return number
    return -1
