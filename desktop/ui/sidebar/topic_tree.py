"""The tree in the sidebar: wrapping titles, counts, one clear mark at the page that is open."""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleTableModelChangeEvent,
    QCursor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from desktop.ui.look.appearance import Appearance
from desktop.ui.look.style import Style
from desktop.ui.sidebar.tree_model import TreeModel, TreeRole
from desktop.ui.widgets.focus_ring import draw_focus_ring
from desktop.ui.widgets.model_index import Index

_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
_COUNT_WIDTH = 34
_MIN_ROW = 40


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
        self.setItemDelegate(_RowDelegate(appearance, self))
        self.clicked.connect(self._pressed)
        appearance.follow(self._restyle)

    @Slot()
    def _restyle(self) -> None:
        self.scheduleDelayedItemsLayout()

    def show_place(self, kind: str, node_id: str) -> None:
        """Mark the open page or node; the place already chosen is kept when it is one of several."""
        model = self.model()
        if not isinstance(model, TreeModel):
            return
        places = model.rows_of(kind, node_id)
        if self.currentIndex() in places:
            return
        if not places:
            self.setCurrentIndex(QModelIndex())
            return
        here = self.currentIndex()
        near = [place for place in places if place.parent() == here or place.parent() == here.parent()]
        place = (near or places)[0]
        self.selectionModel().setCurrentIndex(place, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.expand(place.parent())
        self.scrollTo(place)

    def forget(self) -> None:
        """Close every branch and mark nothing, as at the first start."""
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


class _RowDelegate(QStyledItemDelegate):
    """Draws one row; heights follow from the width of the view."""

    def __init__(self, appearance: Appearance, view: TopicTree) -> None:
        super().__init__(view)
        self._appearance = appearance
        self._view = view

    def _text_left(self, style: Style, index: Index) -> int:
        depth = self._view.level(index)
        branch = index.data(TreeRole.KIND) != "page"
        return style.size(12 + 14 * depth + (28 if branch else 28 if depth == 0 else 24))

    def _text_width(self, style: Style, index: Index) -> int:
        right = style.size(_COUNT_WIDTH if index.data(TreeRole.KIND) != "page" else 16)
        return max(40, self._view.viewport().width() - self._text_left(style, index) - right - style.size(12))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        style = self._appearance.style
        # measured bold, as the current row is drawn: no row changes its height under the worker's eyes
        metrics = QFontMetrics(style.font("ui", 600))
        available = QRect(0, 0, self._text_width(style, index), 10_000)
        height = metrics.boundingRect(available, _WRAP, index.data()).height()
        return QSize(100, max(style.size(_MIN_ROW), height + style.size(16)))

    def _font(self, style: Style, index: Index) -> QFont:
        current = self._view.currentIndex() == index
        branch = index.data(TreeRole.KIND) != "page"
        return style.font("ui", 600 if branch or current else 400)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        style = self._appearance.style
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        current = self._view.currentIndex() == index
        hover = self._view.under_mouse(rect)
        self._draw_ground(painter, rect, style, current, hover)
        self._draw_words(painter, rect, style, index, current)
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

    def _draw_words(self, painter: QPainter, rect: QRect, style: Style, index: Index, current: bool) -> None:
        branch = index.data(TreeRole.KIND) != "page"
        left = rect.left() + self._text_left(style, index)
        available = QRect(left, rect.top(), self._text_width(style, index), rect.height())
        painter.setFont(self._font(style, index))
        painter.setPen(style.colour("accent" if current else "ink"))
        painter.drawText(available, _WRAP | Qt.AlignmentFlag.AlignVCenter, index.data())
        if not branch:
            return
        open_now = self._view.isExpanded(_plain(index))
        icon = style.pixmap(
            "chevron-down" if open_now else "chevron-right", "ink2", 18, painter.device().devicePixelRatioF()
        )
        painter.drawPixmap(left - style.size(26), rect.center().y() - style.size(9) + 1, icon)
        painter.setFont(style.font("small"))
        painter.setPen(style.colour("ink2"))
        edge = rect.adjusted(0, 0, -style.size(18), 0)
        painter.drawText(
            edge, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(index.data(TreeRole.COUNT))
        )
