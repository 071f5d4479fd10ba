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
NUMBER = QTextFormat.Property.UserProperty + 4
"""Block property: the item's number, painted left of it."""
_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value
_WHOLE = QTextLength(QTextLength.Type.PercentageLength, 100)


class PageFormats:
    """Formats made on demand; lengths as drawn at 100 %."""

    def __init__(self, style: Style) -> None:
        self.style = style

    def text(self, role: str = "body", weight: int = 400, colour: str = "ink") -> QTextCharFormat:
        """Running characters."""
        made = QTextCharFormat()
        made.setFont(self.style.font(role, weight))
        made.setForeground(self.style.colour(colour))
        return made

    def strong(self, base: QTextCharFormat) -> QTextCharFormat:
        """The same, bold."""
        made = QTextCharFormat(base)
        made.setFontWeight(QFont.Weight.Bold)
        return made

    def anchor(self, base: QTextCharFormat, href: str) -> QTextCharFormat:
        """The same, reached by Tab and click but looking as before: a tick line or a number."""
        made = QTextCharFormat(base)
        made.setAnchor(True)
        made.setAnchorHref(href)
        return made

    def link(self, base: QTextCharFormat, href: str) -> QTextCharFormat:
        """The same, as a link: coloured and underlined, so colour is not the only sign."""
        made = self.anchor(base, href)
        made.setFontUnderline(True)
        made.setForeground(self.style.colour("link"))
        return made

    def block(self, role: str = "body", above: float = 0, below: float = 10) -> QTextBlockFormat:
        """A paragraph with the role's line height."""
        made = QTextBlockFormat()
        made.setLineHeight(line_height(role, self.style.scale), _FIXED)
        made.setTopMargin(self.style.size(above))
        made.setBottomMargin(self.style.size(below))
        return made

    def gap(self) -> QTextBlockFormat:
        """The empty block that Qt leaves beside a frame, made too thin to see."""
        made = QTextBlockFormat()
        made.setLineHeight(1, _FIXED)
        return made

    def box(self, kind: str, left: float = 0, right: float = 0) -> QTextFrameFormat:
        """A frame that is painted as a box of this kind; a frame pads all sides alike."""
        made = QTextFrameFormat()
        made.setProperty(BOX, kind)
        made.setBorder(0)
        made.setPadding(self.style.size(PADDING))
        made.setTopMargin(self.style.size(16))
        made.setBottomMargin(self.style.size(4))
        made.setLeftMargin(self.style.size(left))
        made.setRightMargin(self.style.size(right))
        return made

    def table(self, kind: str, above: float, below: float, left: float = 0) -> QTextTableFormat:
        """A table as wide as the column; its lines and boxes are painted, its cells pad themselves."""
        made = QTextTableFormat()
        made.setProperty(BOX, kind)
        made.setBorder(0)
        made.setCellSpacing(0)
        made.setCellPadding(0)
        made.setTopMargin(self.style.size(above))
        made.setBottomMargin(self.style.size(below))
        made.setLeftMargin(self.style.size(left))
        made.setWidth(_WHOLE)
        return made

    def cell(self, across: tuple[float, float], above: float, below: float) -> QTextTableCellFormat:
        """The room around a cell's words: left and right, above and below."""
        made = QTextTableCellFormat()
        made.setLeftPadding(self.style.size(across[0]))
        made.setRightPadding(self.style.size(across[1]))
        made.setTopPadding(self.style.size(above))
        made.setBottomPadding(self.style.size(below))
        return made
