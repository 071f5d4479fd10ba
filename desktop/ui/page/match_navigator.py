"""Going from one highlighted place of a page to the next, be it written or still to come."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.i18n import _
from desktop.ui.page.highlights import Drawn, Highlights
from desktop.ui.page.matches import MatchCursor
from desktop.ui.page.renderer import PageRenderer
from desktop.ui.page.scroller import PageScroller


class MatchNavigator(QObject):
    """Has the words of a search, and of the find bar, highlighted, and goes to them.

    Attributes:
        _section: the section that the marks are wanted in, or empty.
        _drawn: what was last told to be drawn in this document.
    """

    marks_changed = Signal(int, int)
    found_changed = Signal(int, int)
    """Which of how many; 0 while it is none of them, or one that is not written."""
    highlights_changed = Signal()
    """Something else is to be drawn."""
    reached = Signal(str)
    """What a screen reader says of it."""

    def __init__(self, renderer: PageRenderer, scroller: PageScroller, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._renderer = renderer
        self._scroller = scroller
        self._highlights = Highlights()
        self._section = ""
        self._drawn: Drawn | None = None

    def forget(self) -> None:
        """Mark nothing, look for nothing."""
        self._highlights, self._section = Highlights(), ""
        self.marks_changed.emit(0, 0)

    def restart(self) -> None:
        """Another document stands: look through it from its top, for the same words."""
        self._highlights.restart()
        self._drawn = None
        self.scan()

    def scan(self) -> None:
        """Look through what has been written since the last time."""
        complete = not self._renderer.growing
        if self._highlights.scan(self._renderer.rendered.document, self._start(), complete) or complete:
            self._tell()

    def marks(self) -> int:
        """How many places are marked so far."""
        return self._highlights.marked.count()[1]

    def drawn(self) -> Drawn:
        """What is to be highlighted now."""
        return self._highlights.drawn()

    def clear_marks(self) -> None:
        """Mark nothing any more; what the find bar found stays."""
        self._highlights.mark(())
        self._section = ""
        self._tell()

    def mark(self, words: tuple[str, ...], section: str = "", pale: tuple[str, ...] = ()) -> None:
        """Mark these words and go to the first, from the section on; to the section if none follows."""
        self._highlights.mark(words, pale)
        self._section = section
        self.scan()
        self._scroller.scroll_to(self._reach_mark)

    def step(self, forward: bool) -> None:
        """Go to the next or previous mark, round and round."""
        self._hurry()
        self._highlights.step(forward)
        self.scan()
        self._scroller.scroll_to(self._reach_step)
        if self._scroller.pending:
            self._tell()
            self.reached.emit(_("Looking …"))

    def find(self, query: str, forward: bool) -> tuple[int, int]:
        """Go to the next match of this query; returns (which, of how many). An empty query forgets."""
        if query:
            self._hurry()
        self._highlights.find(query, forward)
        self.scan()
        self._draw()
        if query:
            self._scroller.scroll_to(lambda: self._visit(self._highlights.found))
        return self._highlights.found.count()

    def _hurry(self) -> None:
        """Have all places of a usual page counted before the first count is told."""
        while self._renderer.hurry():
            pass

    def _reach_mark(self) -> bool:
        """Go to the first mark from the section on, meanwhile to the section; False while it may come."""
        start, span = self._start(), self._highlights.marked.current()
        if start is None:
            return False
        if span is None or span[0] < start:
            self._scroller.reach_section(self._section)
            return False
        return self._visit(self._highlights.marked)

    def _start(self) -> int | None:
        """From where marks are wanted; None while that is not written."""
        sure = not self._section or not self._renderer.growing
        return dict(self._renderer.rendered.sections).get(self._section, 0 if sure else None)

    def _reach_step(self) -> bool:
        if not self._visit(self._highlights.marked):
            return False
        number, total = self._highlights.marked.count()
        self.reached.emit(_("{n} of {total}").format(n=number, total=total))
        return True

    def _visit(self, cursor: MatchCursor) -> bool:
        """Bring the match into view that somebody wants to be at; False while it is not there."""
        span = cursor.current()
        if span is None or not self._scroller.reach_span(span):
            return False
        cursor.visited = True
        self._tell()
        return True

    def _tell(self) -> None:
        self._draw()
        self.marks_changed.emit(*self._highlights.marked.count())
        self.found_changed.emit(*self._highlights.found.count())

    def _draw(self) -> None:
        if self._drawn != (drawn := self._highlights.drawn()):
            self._drawn = drawn
            self.highlights_changed.emit()
