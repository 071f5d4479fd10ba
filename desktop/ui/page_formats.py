"""The character and block formats of a page, derived from the look and the text size."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextFrameFormat, QTextLength

from desktop.ui.look import line_height
from desktop.ui.style import Style

BOX = QTextFrameFormat.Property.UserProperty + 1
"""Frame property that names the box to paint behind it."""


INSIDE = 14
"""Room inside a box on all sides, as drawn at 100 %."""


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

    def link(self, base: QTextCharFormat, href: str, underlined: bool = True) -> QTextCharFormat:
        """The same, as a link."""
        made = QTextCharFormat(base)
        made.setAnchor(True)
        made.setAnchorHref(href)
        made.setFontUnderline(underlined)
        if underlined:
            made.setForeground(self.style.colour("link"))
        return made

    def block(self, role: str = "body", above: float = 0, below: float = 10) -> QTextBlockFormat:
        """A paragraph with the role's line height."""
        made = QTextBlockFormat()
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
        made.setLineHeight(line_height(role, self.style.scale), fixed)
        made.setTopMargin(self.style.size(above))
        made.setBottomMargin(self.style.size(below))
        return made

    def gap(self) -> QTextBlockFormat:
        """The empty block that Qt leaves beside a frame, made too thin to see."""
        made = QTextBlockFormat()
        made.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        return made

    def box(self, kind: str) -> QTextFrameFormat:
        """A frame that is painted as a box of this kind."""
        made = QTextFrameFormat()
        made.setProperty(BOX, kind)
        made.setTopMargin(self.style.size(10))
        made.setBottomMargin(self.style.size(14))
        # a frame pads all sides alike: what the icon needs is a margin of the blocks inside
        made.setPadding(self.style.size(INSIDE))
        made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        made.setBorder(0)
        return made

    def line_colour(self) -> QColor:
        """Thin lines of tables."""
        return self.style.colour("line")
