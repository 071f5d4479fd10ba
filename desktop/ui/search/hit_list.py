"""The hits: title, where it stands, the passage with its marks, and why it is there."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QObject, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from content.kinds import KINDS
from desktop.i18n import _
from desktop.ui.look.appearance import Appearance
from desktop.ui.look.style import Style
from desktop.ui.widgets import marked_text
from desktop.ui.widgets.model_index import NOWHERE, Index
from index.hits import Hit, Reason

LEFT = 18
WIDEST = 856
_CHIP_WIDTH = 170


class HitRole(IntEnum):
    """What a row tells its view beside its text."""

    HIT = Qt.ItemDataRole.UserRole + 1


def reason_words(reason: Reason) -> str:
    """Why a hit is there, in the language in use."""
    return _(reason.pattern).format(word=reason.word)


class HitModel(QAbstractListModel):
    """A thin adaptor over the answer's hits."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: tuple[Hit, ...] = ()

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._hits = tuple(hits)
        self.endResetModel()

    def hits(self) -> tuple[Hit, ...]:
        """The rows from the top."""
        return self._hits

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        hit = self._hits[index.row()]
        if role == HitRole.HIT:
            return hit
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            first = f"{hit.title}. {_(KINDS[hit.kind].name)}. {hit.snippet.text}"
            return " ".join((first, *map(reason_words, hit.why)))
        return None


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
        self._delegate = _HitDelegate(appearance, self)
        self.setItemDelegate(self._delegate)
        self.clicked.connect(self._open)
        self.activated.connect(self._open)
        appearance.follow(self._restyle)

    @Slot()
    def _restyle(self) -> None:
        self._delegate.forget_heights()
        self.scheduleDelayedItemsLayout()

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Replace the rows and choose the first."""
        self._choosing = False
        self._model.show_hits(hits)
        self._delegate.forget_heights()
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
        self._delegate.forget_heights()
        self.scheduleDelayedItemsLayout()


def _seen(hit: Hit) -> tuple[object, ...]:
    return hit.page, hit.section, hit.snippet, hit.why


class _HitDelegate(QStyledItemDelegate):
    """Draws one hit."""

    def __init__(self, appearance: Appearance, view: HitList) -> None:
        super().__init__(view)
        self._appearance = appearance
        self._view = view
        self._heights: dict[int, int] = {}

    def forget_heights(self) -> None:
        self._heights.clear()

    def _width(self, style: Style) -> int:
        return min(self._view.viewport().width() - style.size(8), style.size(WIDEST))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        hit = index.data(HitRole.HIT)
        if not isinstance(hit, Hit):
            return QSize(100, 100)
        if index.row() not in self._heights:
            self._heights[index.row()] = self._height(self._appearance.style, hit)
        return QSize(100, self._heights[index.row()])

    def _height(self, style: Style, hit: Hit) -> int:
        text = self._width(style) - style.size(2 * LEFT)
        title = marked_text.lay_out(
            hit.title, (), style.font("ui", 700), style, text - style.size(_CHIP_WIDTH), 3
        )
        body = marked_text.lay_out(hit.snippet.text, hit.snippet.marks, style.font("ui"), style, text, 2)
        small = QFontMetrics(style.font("small")).height() + style.size(4)
        rows = 1 + len(hit.why)
        return round(
            style.size(24) + marked_text.height(title, style) + marked_text.height(body, style) + rows * small
        )

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        style, hit = self._appearance.style, index.data(HitRole.HIT)
        if not isinstance(hit, Hit):
            return
        rect = QRect(option.rect)
        rect.setWidth(self._width(style))
        chosen = self._view.currentIndex() == index
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter, rect, style, chosen, hover)
        self._draw_hit(painter, rect, style, hit)
        painter.restore()

    def _draw_ground(self, painter: QPainter, rect: QRect, style: Style, chosen: bool, hover: bool) -> None:
        box = QRectF(rect).adjusted(0, 2, 0, -2)
        if chosen or hover:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.colour("tint" if chosen else "side"))
            painter.drawRoundedRect(box, style.size(8), style.size(8))
        if chosen:
            painter.fillRect(
                QRectF(box.left(), box.top() + 6, style.size(4), box.height() - 12), style.colour("accent")
            )
        else:
            painter.setPen(style.colour("line"))
            painter.drawLine(rect.left() + style.size(LEFT - 2), rect.bottom(), rect.right(), rect.bottom())

    def _draw_hit(self, painter: QPainter, rect: QRect, style: Style, hit: Hit) -> None:
        left, top = rect.left() + style.size(LEFT), float(rect.top() + style.size(12))
        width = rect.width() - style.size(2 * LEFT)
        self._draw_chip(painter, rect, style, _(KINDS[hit.kind].name))
        painter.setPen(style.colour("link"))
        title = marked_text.lay_out(
            hit.title, hit.title_marks, style.font("ui", 700), style, width - style.size(_CHIP_WIDTH), 3
        )
        marked_text.draw(title, painter, left, top)
        top += marked_text.height(title, style)
        top = self._draw_small(painter, hit.breadcrumb, left, top, width, style)
        painter.setPen(style.colour("ink"))
        body = marked_text.lay_out(hit.snippet.text, hit.snippet.marks, style.font("ui"), style, width, 2)
        marked_text.draw(body, painter, left, top)
        top += marked_text.height(body, style)
        for reason in hit.why:
            top = self._draw_small(painter, reason_words(reason), left, top, width, style)

    def _draw_small(
        self, painter: QPainter, words: str, left: float, top: float, width: int, style: Style
    ) -> float:
        font = style.font("small")
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(style.colour("ink2"))
        painter.drawText(
            QRectF(left, top, width, metrics.height() + 2),
            metrics.elidedText(words, Qt.TextElideMode.ElideRight, width),
        )
        return top + metrics.height() + style.size(4)

    def _draw_chip(self, painter: QPainter, rect: QRect, style: Style, words: str) -> None:
        font = style.font("small", 600)
        metrics = QFontMetrics(font)
        width, height = metrics.horizontalAdvance(words) + style.size(20), style.size(24)
        box = QRectF(rect.right() - style.size(14) - width, rect.top() + style.size(11), width, height)
        painter.setFont(font)
        painter.setPen(QPen(style.colour("border"), 1))
        painter.setBrush(style.colour("surface"))
        painter.drawRoundedRect(box, height / 2, height / 2)
        painter.setPen(style.colour("ink2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
