"""A row of buttons that goes on in the next line where the window is narrow."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class WrappingRow(QLayout):
    """Left to right, line under line; every item keeps its own size.

    The window asks for heights again and again while it lays itself out: items are asked only once.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._sizes: list[QSize] = []  # of the items, until one of them changes
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def invalidate(self) -> None:
        self._sizes = []
        super().invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        if not 0 <= index < len(self._items):
            return None
        self.invalidate()
        return self._items.pop(index)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lines(QRect(0, 0, width, 0), place=False)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for one in self._item_sizes():
            size = size.expandedTo(one)
        return size

    def _item_sizes(self) -> list[QSize]:
        if len(self._sizes) != len(self._items):
            self._sizes = [item.sizeHint() for item in self._items]
        return self._sizes

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def setGeometry(self, area: QRect) -> None:
        super().setGeometry(area)
        self._lines(area, place=True)

    def _lines(self, area: QRect, place: bool) -> int:
        left, top, line = area.left(), area.top(), 0
        for item, size in zip(self._items, self._item_sizes(), strict=True):
            if left > area.left() and left + size.width() > area.right() + 1:
                left, top, line = area.left(), top + line, 0
            if place:
                item.setGeometry(QRect(left, top, size.width(), size.height()))
            left += size.width()
            line = max(line, size.height())
        return top + line - area.top()
