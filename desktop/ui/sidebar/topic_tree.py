"""The tree in the sidebar: wrapping titles, counts, one clear mark at the page that is open."""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleTableModelChangeEvent,
    QCursor,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from content.tree import TreeNode
from desktop.ui.look.appearance import Appearance
from desktop.ui.look.style import Style
from desktop.ui.sidebar.tree_model import TreeModel, TreeRole
from desktop.ui.widgets.focus_ring import draw_focus_ring
from desktop.ui.widgets.model_index import Index

_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
_COUNT_WIDTH = 34
_MIN_ROW = 40
_PAINTED_MS = 1
"""Events that wait, a paint among them, come before any timer that is not 0."""


class TopicTree(QTreeView):
    """Shows themes or groups with their pages; reports what the worker opened."""

    node_wanted = Signal(str, str)
    remove_wanted = Signal(str)

    def __init__(self, appearance: Appearance, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setViewport(QWidget(self))  # see CardPage
        self.setAccessibleName(name)
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(False)
        self.setWordWrap(True)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._rows = _RowDelegate(appearance, self)
        self.setItemDelegate(self._rows)
        self._place: tuple[str, str] | None = None  # what is still to be marked
        self._marking = QTimer(self, singleShot=True, interval=_PAINTED_MS)
        self._marking.timeout.connect(self._mark)
        self.clicked.connect(self._pressed)
        appearance.follow(self._restyle)

    @Slot()
    def _restyle(self) -> None:
        self.scheduleDelayedItemsLayout()

    def show_place(self, kind: str, node_id: str) -> None:
        """Mark the open page or node, once that is painted; a tree that nobody sees, once it is shown.

        The place already chosen is kept when it is one of several.
        """
        self._place = (kind, node_id)
        self._marking.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._mark()

    def _mark(self) -> None:
        model = self.model()
        if self._place is None or not self.isVisible() or not isinstance(model, TreeModel):
            return
        places, self._place = model.rows_of(*self._place), None
        if self.currentIndex() in places:
            return
        if not places:
            self.setCurrentIndex(QModelIndex())
            return
        here = self.currentIndex()
        near = [place for place in places if place.parent() == here or place.parent() == here.parent()]
        place = (near or places)[0]
        self.expand(place.parent())
        # Qt brings it into view
        self.selectionModel().setCurrentIndex(place, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def forget(self) -> None:
        """Close every branch and mark nothing, as at the first start."""
        self._place = None
        self._rows.forget()
        self.collapseAll()
        self.setCurrentIndex(QModelIndex())
        self.scrollToTop()
        # Qt keeps what it has told a screen reader of each row, also where another row stands by now
        told_anew = QAccessibleTableModelChangeEvent.ModelChangeType.ModelReset
        QAccessible.updateAccessibility(QAccessibleTableModelChangeEvent(self, told_anew))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._pressed(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete and self.currentIndex().isValid():
            self.remove_wanted.emit(self.currentIndex().data(TreeRole.ID))
        elif event.key() == Qt.Key.Key_Asterisk:
            self.expandAll()
        else:
            super().keyPressEvent(event)

    def _pressed(self, index: Index) -> None:
        model = self.model()
        if not index.isValid() or not isinstance(model, TreeModel):
            return
        node = model.node(index)
        if node.kind != "page":
            self.setExpanded(_plain(index), not self.isExpanded(_plain(index)))
        self.node_wanted.emit(node.kind, node.id)

    def level(self, index: Index) -> int:
        """How deep a row stands; the first level is 0."""
        depth, above = 0, index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        return depth

    def under_mouse(self, row: QRect) -> bool:
        """Whether the mouse is over this row; the row's own flags would cost a start all names of QStyle."""
        body = self.viewport()
        return body.underMouse() and row.contains(body.mapFromGlobal(QCursor.pos()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._rows.forget()
            self.scheduleDelayedItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and self.currentIndex().isValid():
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            row = QRectF(self.visualRect(self.currentIndex())).adjusted(7, 7, -7, -7)
            draw_focus_ring(painter, row, self._appearance.style, 6)


def _plain(index: Index) -> QModelIndex:
    return index.model().index(index.row(), index.column(), index.parent())


def _node(index: Index) -> TreeNode:
    model = index.model()
    assert isinstance(model, TreeModel)
    return model.node(index)


class _RowDelegate(QStyledItemDelegate):
    """Draws one row; heights follow from the width of the view, and are measured once for it."""

    def __init__(self, appearance: Appearance, view: TopicTree) -> None:
        super().__init__(view)
        self._appearance = appearance
        self._view = view
        self._heights: dict[tuple[str, int], int] = {}
        self._measured = appearance.style

    def forget(self) -> None:
        """Measure every row anew."""
        self._heights.clear()

    def _text_left(self, style: Style, node: TreeNode, depth: int) -> int:
        return style.size(12 + 14 * depth + (28 if node.kind != "page" or depth == 0 else 24))

    def _text_width(self, style: Style, node: TreeNode, left: int) -> int:
        right = style.size(_COUNT_WIDTH if node.kind != "page" else 16)
        return max(40, self._view.viewport().width() - left - right - style.size(12))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        style, node = self._appearance.style, _node(index)
        if style is not self._measured:
            self._measured = style
            self.forget()
        width = self._text_width(style, node, self._text_left(style, node, self._view.level(index)))
        if (node.title, width) not in self._heights:
            self._heights[node.title, width] = self._height(style, node.title, width)
        return QSize(100, self._heights[node.title, width])

    def _height(self, style: Style, title: str, width: int) -> int:
        # measured bold, as the current row is drawn: no row changes its height under the worker's eyes
        metrics = QFontMetrics(style.font("ui", 600))
        height = metrics.boundingRect(QRect(0, 0, width, 10_000), _WRAP, title).height()
        return max(style.size(_MIN_ROW), height + style.size(16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        style = self._appearance.style
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        current = self._view.currentIndex() == index
        hover = self._view.under_mouse(rect)
        self._draw_ground(painter, rect, style, current, hover)
        node = _node(index)
        left = rect.left() + self._text_left(style, node, self._view.level(index))
        self._draw_words(painter, rect, left, style, node, current)
        if node.kind != "page":
            self._draw_branch(painter, rect, left, style, node, self._view.isExpanded(_plain(index)))
        painter.restore()

    def _draw_ground(self, painter: QPainter, rect: QRect, style: Style, current: bool, hover: bool) -> None:
        if not current and not hover:
            return
        box = QRectF(rect).adjusted(style.size(6), 1, -style.size(8), -1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.colour("tint" if current else "bg"))
        painter.drawRoundedRect(box, style.size(8), style.size(8))
        if current:
            painter.setBrush(style.colour("accent"))
            painter.drawRect(QRectF(box.left(), box.top() + 4, style.size(3), box.height() - 8))

    def _draw_words(
        self, painter: QPainter, rect: QRect, left: int, style: Style, node: TreeNode, current: bool
    ) -> None:
        available = QRect(left, rect.top(), self._text_width(style, node, left - rect.left()), rect.height())
        painter.setFont(style.font("ui", 600 if node.kind != "page" or current else 400))
        painter.setPen(style.colour("accent" if current else "ink"))
        painter.drawText(available, _WRAP | Qt.AlignmentFlag.AlignVCenter, node.title)

    def _draw_branch(
        self, painter: QPainter, rect: QRect, left: int, style: Style, node: TreeNode, unfolded: bool
    ) -> None:
        name = "chevron-down" if unfolded else "chevron-right"
        icon = style.pixmap(name, "ink2", 18, painter.device().devicePixelRatioF())
        painter.drawPixmap(left - style.size(26), rect.center().y() - style.size(9) + 1, icon)
        painter.setFont(style.font("small"))
        painter.setPen(style.colour("ink2"))
        edge = rect.adjusted(0, 0, -style.size(18), 0)
        painter.drawText(edge, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(node.count))
