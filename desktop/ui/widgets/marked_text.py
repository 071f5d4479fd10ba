"""Text with marked words, laid out and drawn for a row of a list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from desktop.ui.look.style import Style


def _formats(marks: Sequence[tuple[int, int]], style: Style, text: str) -> list[QTextLayout.FormatRange]:
    ranges = []
    for start, end in marks:
        mark = QTextLayout.FormatRange()
        # Qt counts UTF-16 units: a character outside the first plane counts twice
        mark.start = len(text[:start].encode("utf-16-le")) // 2
        mark.length = len(text[start:end].encode("utf-16-le")) // 2
        look = QTextCharFormat()
        look.setBackground(style.colour("mark"))
        look.setForeground(style.colour("on_mark"))
        look.setFontWeight(QFont.Weight.Bold)
        mark.format = look
        ranges.append(mark)
    return ranges


def lay_out(
    text: str, marks: Sequence[tuple[int, int]], font: QFont, style: Style, width: float, lines: int
) -> QTextLayout:
    """Break text into at most so many lines of this width, in device-independent pixels."""
    layout = QTextLayout(text, font)
    layout.setCacheEnabled(True)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(_formats(marks, style, text))
    leading, top = style.size(4), 0.0
    layout.beginLayout()
    for _line in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height() + leading
    layout.endLayout()
    return layout


def height(layout: QTextLayout, style: Style) -> float:
    """Height of what was laid out."""
    return sum(layout.lineAt(n).height() + style.size(4) for n in range(layout.lineCount()))


def draw(layout: QTextLayout, painter: QPainter, left: float, top: float) -> None:
    """Draw with the painter's pen."""
    layout.draw(painter, QPointF(left, top))
