"""Where the parts of a hit stand, at one style and width: what the list's heights and its drawing share."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics, QTextLayout

from desktop.ui.look.style import Style
from desktop.ui.widgets.marked_text import MarkedText
from index.hits import Hit

LEFT = 18
WIDEST = 856
_CHIP_WIDTH = 170
_TITLE_LINES, _PASSAGE_LINES = 3, 2


class HitLayout:
    """What all hits share; made anew when the style or the width changes."""

    def __init__(self, style: Style, room: int) -> None:
        self.style = style
        self.width = min(room - style.size(8), style.size(WIDEST))
        self.text_width = self.width - style.size(2 * LEFT)
        self.small = style.font("small")
        self.small_metrics = QFontMetrics(self.small)
        self.small_height = self.small_metrics.height() + style.size(4)
        self.chip = style.font("small", 600)
        self.chip_metrics = QFontMetrics(self.chip)
        title_width = self.text_width - style.size(_CHIP_WIDTH)
        self.title = MarkedText(style.font("ui", 700), style, title_width, _TITLE_LINES)
        self.passage = MarkedText(style.font("ui"), style, self.text_width, _PASSAGE_LINES)

    def fits(self, style: Style, room: int) -> bool:
        """Whether hits would stand just so in this style and room; in wide windows the text ends sooner."""
        return style is self.style and min(room - style.size(8), style.size(WIDEST)) == self.width


class LaidHit:
    """One hit: its height is told at once, its lines are laid out when they are first drawn.

    A hit that is not ready is far down and seldom seen: until then it stands for one with a full passage.
    """

    def __init__(self, shared: HitLayout, hit: Hit) -> None:
        self.hit = hit
        self._shared = shared
        self._title: QTextLayout | None = None
        self._passage: QTextLayout | None = None
        if not hit.ready:
            self._reasons = 0
            self.title_height = shared.title.told_height(hit.title, ()) or shared.title.full_height()
            self.passage_height = shared.passage.full_height()
            return
        self._reasons = len(hit.why)
        title = shared.title.told_height(hit.title, hit.title_marks)
        passage = shared.passage.told_height(hit.snippet.text, hit.snippet.marks)
        self.title_height = shared.title.height(self.title()) if title is None else title
        self.passage_height = shared.passage.height(self.passage()) if passage is None else passage

    @property
    def height(self) -> int:
        """Height of the whole row."""
        rest = self._shared.style.size(24) + (1 + self._reasons) * self._shared.small_height
        return round(rest + self.title_height + self.passage_height)

    def lay_out(self) -> bool:
        """Make the lines ready to be drawn; whether they are higher or lower than was told."""
        told, self._reasons = self.height, len(self.hit.why)
        self.title_height = self._shared.title.height(self.title())
        self.passage_height = self._shared.passage.height(self.passage())
        return self.height != told

    def has_lines(self) -> bool:
        """Whether both texts have been laid out."""
        return self._title is not None and self._passage is not None

    def title(self) -> QTextLayout:
        """The lines of the title."""
        if self._title is None:
            self._title = self._shared.title.lay_out(self.hit.title, self.hit.title_marks)
        return self._title

    def passage(self) -> QTextLayout:
        """The lines of the passage."""
        if self._passage is None:
            snippet = self.hit.snippet
            self._passage = self._shared.passage.lay_out(snippet.text, snippet.marks)
        return self._passage
