"""Text with marked words, for a row of a list: how high it stands, and its lines once they are drawn."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QPainter, QRawFont, QTextCharFormat, QTextLayout, QTextOption

from content.shown_numbers import numbers_isolated
from desktop.ui.look.style import Style

Marks = Sequence[tuple[int, int]]
_NARROWER, _WIDER = 0.96, 1.04
"""How far pairs of characters that move closer or apart may take a text from the sum of their widths."""
_BOLDER = 1.25
"""How much wider bold characters may be than others."""
_NOT_KNOWN = float("nan")
"""Width of a character that another font draws, or that draws nothing: no sum that holds it decides."""


class MarkedText:
    """One kind of text at one width, in device-independent pixels, broken into at most so many lines.

    A list asks for the height of every row, and draws few. So a text is only laid out for its height where
    the widths of its characters leave open how many lines it takes.
    """

    def __init__(self, font: QFont, style: Style, width: float, lines: int) -> None:
        self._font = font
        self._width = width
        self._lines = lines
        self._leading = style.size(4)
        self._widths = _CharacterWidths(font)
        bold = QFont(font)
        bold.setWeight(QFont.Weight.Bold)
        self._bold_widths = _CharacterWidths(bold)
        self._option = QTextOption()
        self._option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._mark = QTextCharFormat()
        self._mark.setBackground(style.colour("mark"))
        self._mark.setForeground(style.colour("on_mark"))
        self._mark.setFontWeight(QFont.Weight.Bold)
        # a space at the end of a line takes no room, so that each line but the last may hide one
        self._full_lines = (lines - 1) * (width + self._widths[" "])
        self._line_height = self.height(self.lay_out("x", ()))

    def told_height(self, text: str, marks: Marks) -> float | None:
        """Height by the widths of the characters; None where they leave it open."""
        width = sum(map(self._widths.__getitem__, text))
        if marks and width * _NARROWER <= self._full_lines and width * _BOLDER > self._width:
            width += sum(map(self._growth, (text[start:end] for start, end in marks)))
        if 0 < width * _WIDER <= self._width:
            return self._line_height
        full = width * _NARROWER > self._full_lines and "  " not in text
        return self.full_height() if full else None

    def full_height(self) -> float:
        """Height of as many lines as there may be."""
        return self._lines * self._line_height

    def _growth(self, marked: str) -> float:
        widths, bold = self._widths, self._bold_widths
        return sum(bold[character] - widths[character] for character in marked)

    def lay_out(self, text: str, marks: Marks) -> QTextLayout:
        """Break a text into lines."""
        text, marks = numbers_isolated(text, marks)
        layout = QTextLayout(text, self._font)
        layout.setCacheEnabled(True)
        layout.setTextOption(self._option)
        if marks:
            layout.setFormats(self._formats(text, marks))
        top = 0.0
        layout.beginLayout()
        for _line in range(self._lines):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(self._width)
            line.setPosition(QPointF(0, top))
            top += line.height() + self._leading
        layout.endLayout()
        return layout

    def _formats(self, text: str, marks: Marks) -> list[QTextLayout.FormatRange]:
        ranges = []
        for start, end in marks:
            mark = QTextLayout.FormatRange()
            mark.start = _utf16_length(text[:start])
            mark.length = _utf16_length(text[start:end])
            mark.format = self._mark
            ranges.append(mark)
        return ranges

    def height(self, layout: QTextLayout) -> float:
        """Height of what was laid out."""
        return sum(layout.lineAt(n).height() + self._leading for n in range(layout.lineCount()))


def draw(layout: QTextLayout, painter: QPainter, left: float, top: float) -> None:
    """Draw with the painter's pen."""
    layout.draw(painter, QPointF(left, top))


def _utf16_length(text: str) -> int:
    # Qt counts UTF-16 units: a character outside the first plane counts twice
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


class _CharacterWidths(dict[str, float]):
    """The width of each character in one font, measured when it is first met."""

    def __init__(self, font: QFont) -> None:
        super().__init__()
        self._raw = QRawFont.fromFont(font)

    def __missing__(self, character: str) -> float:
        drawn = self._raw.supportsCharacter(ord(character))
        glyphs = self._raw.glyphIndexesForString(character) if drawn else ()
        width = self._raw.advancesForGlyphIndexes(glyphs)[0].x() if glyphs else _NOT_KNOWN
        self[character] = width
        return width
