"""The character and block formats of a page, derived from the look and the text size."""

from __future__ import annotations

from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTableCellFormat,
    QTextTableFormat,
)

from desktop.ui.look.look import line_height
from desktop.ui.look.style import Style
from desktop.ui.page.boxes import PADDING

BOX = QTextFormat.Property.UserProperty + 1
"""Frame property: the name of the box to paint behind it."""
TICK = QTextFormat.Property.UserProperty + 2
"""Block property: the number of the line to tick, counted over the page from 0."""
BULLET = QTextFormat.Property.UserProperty + 3
"""Block property: how many lists the item stands in; a bullet is painted left of it."""
_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value
_WHOLE = QTextLength(QTextLength.Type.PercentageLength, 100)


class PageFormats:
    """Formats made on demand, those of characters once for a page; lengths as drawn at 100 %.

    Whoever wants to change a format of characters copies it first.
    """

    def __init__(self, style: Style) -> None:
        self.style = style
        self._texts: dict[tuple[str, int, str], QTextCharFormat] = {}
        self._blocks: dict[tuple[str, float, float], QTextBlockFormat] = {}

    def text(self, role: str = "body", weight: int = 400, colour: str = "ink") -> QTextCharFormat:
        """Running characters."""
        key = (role, weight, colour)
        if key not in self._texts:
            fmt = self._texts[key] = QTextCharFormat()
            fmt.setFont(self.style.font(role, weight))
            fmt.setForeground(self.style.colour(colour))
        return self._texts[key]

    def strong(self, base: QTextCharFormat) -> QTextCharFormat:
        """The same, bold."""
        fmt = QTextCharFormat(base)
        fmt.setFontWeight(QFont.Weight.Bold)
        return fmt

    def anchor(self, base: QTextCharFormat, href: str) -> QTextCharFormat:
        """The same, reached by Tab and click but looking as before: a tick line or a number."""
        fmt = QTextCharFormat(base)
        fmt.setAnchor(True)
        fmt.setAnchorHref(href)
        return fmt

    def link(self, base: QTextCharFormat, href: str) -> QTextCharFormat:
        """The same, as a link: coloured and underlined, so colour is not the only sign."""
        fmt = self.anchor(base, href)
        fmt.setFontUnderline(True)
        fmt.setForeground(self.style.colour("link"))
        return fmt

    def block(self, role: str = "body", above: float = 0, below: float = 10) -> QTextBlockFormat:
        """A paragraph with the role's line height, to be changed as its place wants it."""
        key = (role, above, below)
        if key not in self._blocks:
            fmt = self._blocks[key] = QTextBlockFormat()
            fmt.setLineHeight(line_height(role, self.style.scale), _FIXED)
            fmt.setTopMargin(self.style.size(above))
            fmt.setBottomMargin(self.style.size(below))
        return QTextBlockFormat(self._blocks[key])

    def gap(self) -> QTextBlockFormat:
        """The empty block that Qt leaves beside a frame, made too thin to see."""
        fmt = QTextBlockFormat()
        fmt.setLineHeight(1, _FIXED)
        return fmt

    def box(self, kind: str, left: float = 0, right: float = 0) -> QTextFrameFormat:
        """A frame that is painted as a box of this kind; a frame pads all sides alike."""
        fmt = QTextFrameFormat()
        fmt.setProperty(BOX, kind)
        fmt.setBorder(0)
        fmt.setPadding(self.style.size(PADDING))
        fmt.setTopMargin(self.style.size(16))
        fmt.setBottomMargin(self.style.size(4))
        fmt.setLeftMargin(self.style.size(left))
        fmt.setRightMargin(self.style.size(right))
        return fmt

    def table(self, kind: str, above: float, below: float, left: float = 0) -> QTextTableFormat:
        """A table as wide as the column; its lines and boxes are painted, its cells pad themselves."""
        fmt = QTextTableFormat()
        fmt.setProperty(BOX, kind)
        fmt.setBorder(0)
        fmt.setCellSpacing(0)
        fmt.setCellPadding(0)
        fmt.setTopMargin(self.style.size(above))
        fmt.setBottomMargin(self.style.size(below))
        fmt.setLeftMargin(self.style.size(left))
        fmt.setWidth(_WHOLE)
        return fmt

    def cell(self, across: tuple[float, float], above: float, below: float) -> QTextTableCellFormat:
        """The room around a cell's words: left and right, above and below."""
        fmt = QTextTableCellFormat()
        fmt.setLeftPadding(self.style.size(across[0]))
        fmt.setRightPadding(self.style.size(across[1]))
        fmt.setTopPadding(self.style.size(above))
        fmt.setBottomPadding(self.style.size(below))
        return fmt
