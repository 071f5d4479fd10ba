"""The reading column: where a page's words stand in the view."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QTextDocument

_NARROW = 500
_TOP, _BOTTOM = 28, 48
_LETTER_AREA = 450
"""Square pixels that a letter takes at 100 %, with the gaps and boxes round it, on the fullest page."""
_EDGE = 8  # at least so much stays free right of the column


@dataclass(frozen=True, slots=True)
class Column:
    """From `left`, so wide, in a viewport so wide, in its pixels; `scale` is the text size."""

    left: int
    width: int
    viewport: int
    scale: float

    @property
    def narrow(self) -> bool:
        """Whether there is less room than titles and tables need as they are."""
        return self.width / self.scale < _NARROW

    def letters(self, height: float) -> int:
        """How many letters fill so much of it, or a few more."""
        return round(self.width * height / (_LETTER_AREA * self.scale**2))

    def apply(self, document: QTextDocument) -> None:
        """Have the words stand there; all of the document is laid out anew."""
        fmt = document.rootFrame().frameFormat()
        fmt.setLeftMargin(self.left)
        fmt.setRightMargin(max(_EDGE, self.viewport - self.left - self.width))
        fmt.setTopMargin(round(_TOP * self.scale))
        fmt.setBottomMargin(round(_BOTTOM * self.scale))
        document.rootFrame().setFrameFormat(fmt)
