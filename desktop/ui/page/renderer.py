"""The open page as a document: its first part at once, the others between one event and the next."""

from __future__ import annotations

from math import inf

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextDocument

from desktop.leave.faults import Faults
from desktop.ui.look.style import Style
from desktop.ui.page.column import Column
from desktop.ui.page.document import IncrementalRenderer, PageContext, RenderedPage

PART = 12_000
"""Letters written and laid out at a time, once a screen stands; a slow computer takes 20 ms for them."""
_PART_SECONDS = 0.008
"""Writing a part takes no longer, whatever is in it: boxes and tables cost more than their letters."""
_UNSEEN_MS = 200
"""The rest waits for the first screen to be painted, but no longer: a hidden window paints nothing."""
_LONG = 8 * PART
"""Pages of more letters take longer to lay out than a key may wait."""


class PageRenderer(QObject):
    """Renders one page at a time and needs no widget. Keys, Quick leave first of all, come between two parts.

    A page that cannot be written whole is cleared, and that is told: one that ends too early would pass for
    the whole guidance.

    Attributes:
        context: the open page and what stands around it.
        style: the look and the text size that it is rendered in.
        rendered: its document, as far as it is written, and the places in it.
        _column: the column that the document was given.
        _parts: what writes the rest, while there is a rest.
        _seen: whether it has been painted, or has been waited for long enough.
        _timer: wakes the writing of the next part.
    """

    replaced = Signal()
    """`rendered` has another document now; the one before goes as soon as this was heard."""
    grown = Signal()
    """More of the same document stands."""
    failed = Signal()

    def __init__(self, style: Style, faults: Faults, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._faults = faults
        self.context: PageContext | None = None
        self.style = style
        self.rendered = RenderedPage(QTextDocument(self))
        self._column: Column | None = None
        self._parts: IncrementalRenderer | None = None
        self._seen = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._write_rest)

    @property
    def growing(self) -> bool:
        """Whether more of the page is to come."""
        return self._parts is not None

    @property
    def long(self) -> bool:
        """Whether all of what stands takes too long to lay out in one go."""
        return self.rendered.document.characterCount() > _LONG

    def outline(self) -> tuple[tuple[str, str], ...]:
        """The sections with a title, written or not, as (anchor, title)."""
        page = self.context.page if self.context else None
        return tuple((one.anchor, one.title) for one in page.sections if one.title) if page else ()

    def render(self, column: Column, letters: int = PART) -> None:
        """Write so much of the open page now, as its first screen takes, and the rest by and by."""
        self._stop()
        if not self.context:
            return
        try:
            parts = IncrementalRenderer(self.context, self.style, column.narrow)
            parts.write(letters)
        except Exception as error:  # whatever is wrong with it, the other pages still open
            self._faults.note(error)
            self._fail()
            return
        if not parts.complete:
            self._parts = parts
            self._timer.start(_UNSEEN_MS)
        self._replace(parts.rendered(), column)

    def go_on(self) -> None:
        """The first screen has been painted: now the rest may come."""
        if not self._seen:
            self._seen = True
            if self._parts:
                self._timer.start(0)

    def hurry(self) -> bool:
        """Somebody waits for more: write as much again now; False once the rest must come by and by."""
        stands = self.rendered.document.characterCount()
        if not self.growing or stands >= PART:
            return False
        self._timer.stop()
        self._write_part(min(stands, PART - stands), inf)
        return True

    def fits(self, column: Column) -> bool:
        """Whether the document stands in this column."""
        return column == self._column

    def fit(self, column: Column) -> None:
        """Have the document stand in another column; all of it is laid out anew."""
        self._column = column
        column.apply(self.rendered.document)

    def clear(self) -> None:
        """Forget the page, and what of it is still to be written."""
        self.context = None
        self._stop()
        self._replace(RenderedPage(QTextDocument()), self._column)

    def _stop(self) -> None:
        self._timer.stop()
        self._parts = None
        self._seen = False

    def _fail(self) -> None:
        self.clear()
        self.failed.emit()

    def _replace(self, rendered: RenderedPage, column: Column | None) -> None:
        before, self.rendered = self.rendered.document, rendered
        if column:
            self.fit(column)
        rendered.document.setParent(self)
        self.replaced.emit()
        before.deleteLater()

    def _write_rest(self) -> None:
        self._seen = True  # or nobody sees it: then nothing need be waited for either
        self._write_part()

    def _write_part(self, letters: int = PART, seconds: float = _PART_SECONDS) -> None:
        parts, self._parts = self._parts, None
        if parts is None:
            return
        try:
            parts.write(letters, seconds)
        except Exception as error:  # shown short, it would pass for the whole guidance
            self._faults.note(error)
            self._fail()
            return
        if not parts.complete:
            self._parts = parts
            self._timer.start(0 if self._seen else _UNSEEN_MS)
        self.rendered = parts.rendered()
        self.grown.emit()
