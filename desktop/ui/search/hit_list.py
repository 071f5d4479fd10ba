"""The list of hits: the search box moves the choice through it, and a click or Enter opens one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from desktop.i18n import _
from desktop.ui.look.appearance import Appearance
from desktop.ui.search.hit_delegate import HitDelegate
from desktop.ui.search.hit_model import HitModel, HitRole
from desktop.ui.widgets.model_index import Index
from index.hits import Hit


class HitList(QListView):
    """Shows hits; the search box moves the choice while it keeps the keyboard."""

    hit_wanted = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setAccessibleName(_("Search results"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(False)
        self.setMouseTracking(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._choosing = False
        self._model = HitModel(self)
        self.setModel(self._model)
        self._delegate = HitDelegate(appearance, self)
        self.setItemDelegate(self._delegate)
        self.clicked.connect(self._open)
        self.activated.connect(self._open)
        appearance.follow(self._fit)

    @Slot()
    def _fit(self) -> None:
        if self._delegate.fit():
            self.scheduleDelayedItemsLayout()

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Replace the rows and choose the first."""
        self._choosing = False
        self._delegate.forget_rows()
        self._model.show_hits(hits)
        self.scrollToTop()
        if hits:
            self.setCurrentIndex(self._model.index(0))

    def in_use(self) -> bool:
        """Whether the worker has begun to choose: by key, by scrolling, or with the mouse."""
        return self._choosing or self.hasFocus() or self.verticalScrollBar().value() > 0

    def put_in_order(self, hits: Sequence[Hit]) -> None:
        """Show the hits anew where they differ from those shown; nothing else moves."""
        if [_seen(hit) for hit in hits] != [_seen(hit) for hit in self._model.hits()]:
            self.show_hits(hits)

    def step(self, rows: int) -> None:
        """Move the choice up or down, staying inside the list."""
        self._choosing = True
        last = self._model.rowCount() - 1
        if last >= 0:
            row = min(last, max(0, self.currentIndex().row() + rows))
            self.setCurrentIndex(self._model.index(row))

    def open_chosen(self) -> None:
        """Open the hit that is chosen."""
        if self.currentIndex().isValid():
            self._open(self.currentIndex())

    def _open(self, index: Index) -> None:
        if isinstance(hit := index.data(HitRole.HIT), Hit):
            self.hit_wanted.emit(hit)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._choosing = True
        super().mouseMoveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _seen(hit: Hit) -> tuple[object, ...]:
    return hit.page, hit.matched  # what is shown of a page follows from these
