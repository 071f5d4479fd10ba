"""Keeps a page in its column while the window changes its width."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.ui.page.column import Column
from desktop.ui.page.renderer import PageRenderer
from desktop.ui.page.scroller import PageScroller

_REST_MS = 150
"""So long a window's edge must rest before a long page follows it."""


class ColumnFitter(QObject):
    """A short page follows at once, its place kept; a long one is rendered anew when the edge rests."""

    render_wanted = Signal()
    """The page must be rendered anew to stand in `column()`."""

    def __init__(
        self,
        renderer: PageRenderer,
        scroller: PageScroller,
        viewport_width: Callable[[], int],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._renderer = renderer
        self._scroller = scroller
        self._viewport_width = viewport_width
        self._left, self._width = 26, 600
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.render_wanted)

    @property
    def resting(self) -> bool:
        """Whether a long page waits for the window's edge to rest."""
        return self._rest.isActive()

    def column(self) -> Column:
        """The column as it is wanted now."""
        return Column(self._left, self._width, self._viewport_width(), self._renderer.style.scale)

    def set_column(self, left: int, width: int) -> None:
        """Put the column there, in pixels of the viewport."""
        narrow, self._left, self._width = self.column().narrow, left, width
        if self.column().narrow != narrow and not self.resting:
            self.render_wanted.emit()
        self.fit()

    def fit(self) -> None:
        """Put the page into its column; it is laid out anew, so only a real change may do it."""
        column = self.column()
        if self._renderer.fits(column):
            return
        if self._renderer.long:
            self._rest.start()
            return
        place = self._scroller.place()
        with self._scroller.holding():
            self._renderer.fit(column)
        if not self._scroller.pending:
            self._scroller.return_to(place)

    def hold_back(self, width: int, before: int) -> bool:
        """Whether Qt must not lay the page out for another width of the view.

        It would lay all of a long one out at each step of a drag, and each key would wait.
        """
        if not self._renderer.long or width == before:
            return False
        self._rest.start()
        return True

    def stop(self) -> None:
        """Wait for nothing: the page is rendered now, or gone."""
        self._rest.stop()
