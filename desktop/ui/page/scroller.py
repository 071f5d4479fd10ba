"""Where the worker is on a page, and where they want to be while that part of it is still to be written."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QScrollBar

from desktop.ui.page.geometry import Span, lines_of, position_at, top_of
from desktop.ui.page.renderer import PageRenderer

_ABOVE_HEADING = 24
_CURRENT = 80
"""A section is being read when its heading stands no further down than this."""
_IN_SIGHT = 10
"""Lines so close to the upper edge count as out of sight."""
_LOWER_EDGE = 80
"""So high above the lower edge words must stand to be in sight, with what follows them."""

ScrollTarget = Callable[[], bool]
"""Goes there; False while so much of the page is not written."""


class PageScroller(QObject):
    """Moves one scroll bar over what the renderer has written; whoever moves meanwhile stays where they are.

    Attributes:
        pending: the target that somebody waits for; it is tried again after each part that was written.
        _height: gives how much of the page is seen at once, in pixels.
        _section: the anchor of the section that was told last.
        _holding: whether Qt alone moves the bar now.
        _value: where the bar was last.
    """

    section_changed = Signal(str)
    scrolled = Signal(float)
    """The worker is somewhere else now: in pixels from the page's top."""

    def __init__(
        self,
        renderer: PageRenderer,
        bar: QScrollBar,
        height: Callable[[], int],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.pending: ScrollTarget | None = None
        self._renderer = renderer
        self._bar = bar
        self._height = height
        self._section = ""
        self._holding = False
        self._value = 0
        bar.valueChanged.connect(self._moved)

    # going somewhere

    def scroll_to(self, target: ScrollTarget) -> None:
        """Go there: now, or as soon as enough of the page is written."""
        self.pending = None
        while not target():
            if not self._renderer.hurry():
                self.pending = target if self._renderer.growing else None
                return

    def retry(self) -> None:
        """More of the page stands: go where somebody waits to go."""
        if self.pending:
            self.scroll_to(self.pending)

    def restart(self) -> None:
        """Another document stands: nobody waits, and no section was told of it."""
        self.pending, self._section = None, ""

    def scroll_to_section(self, anchor: str) -> None:
        """Bring a section's heading to the top."""
        self.scroll_to(lambda: self.reach_section(anchor))

    def scroll_to_value(self, value: float) -> None:
        """Bring back a place that `scrolled` has told."""
        self.scroll_to(lambda: self._reach(value))

    def scroll_to_span(self, span: Span) -> None:
        """Bring words into view."""
        self.scroll_to(lambda: self.reach_span(span))

    def step_heading(self, by: int) -> None:
        """Move to the next or previous heading, or to the page's top."""
        value = self._bar.value() + _ABOVE_HEADING
        if by > 0:
            further = self._renderer.outline()[self._passed(value + 1) :]  # the next may not be written yet
            if further:
                self.scroll_to_section(further[0][0])
        elif above := self._passed(value - 2):
            position = self._renderer.rendered.sections[above - 1][1]
            self.scroll_to_value(self._top_of(position) - _ABOVE_HEADING)
        else:
            self.scroll_to_value(0)

    # reaching it, if it is written

    def reach_section(self, anchor: str) -> bool:
        """Bring a heading to the top; False while the page does not fill the view from there on."""
        position = dict(self._renderer.rendered.sections).get(anchor)
        return position is not None and self._reach(self._top_of(position) - _ABOVE_HEADING)

    def reach_span(self, span: Span) -> bool:
        """Bring words into view; False while the page does not reach far enough."""
        lines = lines_of(self._renderer.rendered.document, *span)
        if not lines:
            return True
        value, height, top = self._bar.value(), self._height(), lines[0].top()
        if lines[0].bottom() < height - _LOWER_EDGE and not self._sections_before(span):
            return self._reach(0)  # in sight from the top: the title stays in its place
        if not value + _IN_SIGHT < top < value + height - _LOWER_EDGE:
            return self._reach(top - height // 3)
        return True

    def _sections_before(self, span: Span) -> bool:
        return any(position <= span[0] for _anchor, position in self._renderer.rendered.sections)

    def fills(self, screens: float) -> bool:
        """Whether what is written of the page fills so many screens."""
        return self._renderer.rendered.document.size().height() >= screens * self._height()

    def _reach(self, value: float) -> bool:
        """Scroll there; False while the page does not fill the view from there on."""
        bottom = self._renderer.rendered.document.size().height()  # lays out what there is, so the bar can go
        if self._renderer.growing and bottom < value + self._height():
            return False
        self._bar.setValue(max(0, round(value)))
        return True

    # the place, in a document that is laid out or rendered anew

    def place(self) -> tuple[int, float]:
        """The words at the top of the view, and how far above the top their block begins."""
        value, document = self._bar.value(), self._renderer.rendered.document
        if not value:
            return 0, 0
        position = position_at(document, value, document.rootFrame().frameFormat().leftMargin())
        return position, value - self._top_of(position)

    def return_to(self, place: tuple[int, float]) -> None:
        """Bring a place back to the top of the view."""
        position, above = place
        if position or above:
            self.scroll_to(lambda: self._reach_words(position, above))
        else:
            self.scroll_to_value(0)

    def _reach_words(self, position: int, above: float) -> bool:
        if self._renderer.rendered.document.characterCount() <= position:
            return False
        return self._reach(self._top_of(position) + above)

    @contextmanager
    def holding(self) -> Iterator[None]:
        """Where Qt moves the page meanwhile, nobody went."""
        self._holding = True
        try:
            yield
        finally:
            self._holding = False

    # telling where the worker is

    def _moved(self, value: int) -> None:
        # Qt learns late that a page has become shorter; then nobody moved either
        cut_off = self._value > self._bar.maximum()
        self._value = value
        if not self._holding and not cut_off:
            self.pending = None
            self.scrolled.emit(float(value))
        section = self._section_at(value)
        if section != self._section:
            self._section = section
            self.section_changed.emit(section)

    def _section_at(self, value: int) -> str:
        """The section being read there: the last one at the page's end, however short it is."""
        sections = self._renderer.rendered.sections
        at_end = value and value == self._bar.maximum() and not self._renderer.growing
        passed = len(sections) if at_end else self._passed(value + _CURRENT)
        return sections[max(0, passed - 1)][0] if sections else ""

    def _passed(self, height: int) -> int:
        """How many headings stand no further down than this."""
        return bisect_right(self._renderer.rendered.sections, height, key=lambda one: self._top_of(one[1]))

    def _top_of(self, position: int) -> int:
        return round(top_of(self._renderer.rendered.document, position))
