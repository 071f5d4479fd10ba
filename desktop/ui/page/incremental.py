"""A page that goes on being written after its first screen is shown, between one event and the next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.ui.page.document import IncrementalRenderer, RenderedPage

PART = 12_000
"""Letters written and laid out at a time. Four screens full; a slow computer takes 20 ms for them."""
_PART_SECONDS = 0.008
"""Writing a part takes no longer, whatever is in it: boxes and tables cost more than their letters."""
_FIRST_REST_MS = 20
"""Time for the first screen to be painted before the next part is written."""


class Growth(QObject):
    """Writes one page at a time. Keys, Quick leave first of all, come between two parts."""

    grown = Signal(object)
    failed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page: IncrementalRenderer | None = None
        self.wish: Callable[[], bool] | None = None
        """Where somebody wants to go that is not written yet."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._grow)

    @property
    def going(self) -> bool:
        """Whether more of the page is to come."""
        return self._page is not None

    def begin(self, page: IncrementalRenderer) -> RenderedPage:
        """Write the first part now and the others by and by; the page before is given up."""
        self.stop()
        page.write(PART)
        if not page.complete:
            self._page = page
            self._timer.start(_FIRST_REST_MS)
        return page.rendered()

    def stop(self) -> None:
        """Write no more, and keep nothing of what was to be written."""
        self._timer.stop()
        self._page = self.wish = None

    def reach(self, arrive: Callable[[], bool]) -> None:
        """Go somewhere: now, or as soon as enough of the page is there. `arrive` says whether it could."""
        self.wish = None
        if not arrive() and self.going:
            self.wish = arrive

    def stay(self) -> None:
        """Go nowhere any more: the worker has moved."""
        self.wish = None

    def _grow(self) -> None:
        page, self._page = self._page, None
        if page is None:
            return
        try:
            page.write(PART, _PART_SECONDS)
        except Exception:  # a page that ends too early would pass for the whole guidance
            self.stop()
            self.failed.emit()
            return
        if not page.complete:
            self._page = page
            self._timer.start(0)
        self.grown.emit(page.rendered())
        if self.wish is not None:
            self.reach(self.wish)
