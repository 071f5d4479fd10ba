"""Draws a hit: its title, where it stands, the passage with its marks, and why it is there."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from content.kinds import KINDS
from desktop.i18n import _
from desktop.ui.look.appearance import Appearance
from desktop.ui.search.hit_layout import LEFT, HitLayout, LaidHit
from desktop.ui.search.hit_model import HitRole, reason_words
from desktop.ui.widgets import marked_text
from desktop.ui.widgets.model_index import Index
from index.hits import Hit


class HitDelegate(QStyledItemDelegate):
    """Keeps what it has laid out, by row, until other hits are shown or they stand differently."""

    def __init__(self, appearance: Appearance, view: QListView) -> None:
        super().__init__(view)
        self._appearance = appearance
        self._view = view
        self._made: HitLayout | None = None  # for the first hit: a start of the program shows none
        self._rows: dict[int, LaidHit] = {}

    @property
    def _layout(self) -> HitLayout:
        if self._made is None:
            self._made = HitLayout(self._appearance.style, self._view.viewport().width())
        return self._made

    def forget_rows(self) -> None:
        """Other hits are shown from here on."""
        self._rows.clear()

    def fit(self) -> bool:
        """Take up the view's width and the style; whether the rows stand differently from before."""
        if self._made is None or self._made.fits(self._appearance.style, self._view.viewport().width()):
            return False
        self._made = None
        self._rows.clear()
        return True

    def row(self, index: Index) -> LaidHit | None:
        """What is known of a row; its lines are there once it has been drawn."""
        if (laid := self._rows.get(index.row())) is None and isinstance(hit := index.data(HitRole.HIT), Hit):
            laid = self._rows[index.row()] = LaidHit(self._layout, hit)
        return laid

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        laid = self.row(index)
        return QSize(100, laid.height if laid else 100)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        laid = self.row(index)
        if laid is None:
            return
        if laid.lay_out():
            self.sizeHintChanged.emit(index)  # the list makes room in its next turn
        rect = QRect(option.rect)
        rect.setWidth(self._layout.width)
        chosen = self._view.currentIndex() == index
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter, rect, chosen, hover)
        self._draw_hit(painter, rect, laid)
        painter.restore()

    def _draw_ground(self, painter: QPainter, rect: QRect, chosen: bool, hover: bool) -> None:
        style = self._layout.style
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

    def _draw_hit(self, painter: QPainter, rect: QRect, laid: LaidHit) -> None:
        style, hit = self._layout.style, laid.hit
        left, top = rect.left() + style.size(LEFT), float(rect.top() + style.size(12))
        self._draw_chip(painter, rect, _(KINDS[hit.kind].name))
        painter.setPen(style.colour("link"))
        marked_text.draw(laid.title(), painter, left, top)
        top += laid.title_height
        top = self._draw_small(painter, hit.breadcrumb, left, top)
        painter.setPen(style.colour("ink"))
        marked_text.draw(laid.passage(), painter, left, top)
        top += laid.passage_height
        for reason in hit.why:
            top = self._draw_small(painter, reason_words(reason), left, top)

    def _draw_small(self, painter: QPainter, words: str, left: float, top: float) -> float:
        layout = self._layout
        metrics, width = layout.small_metrics, layout.text_width
        painter.setFont(layout.small)
        painter.setPen(layout.style.colour("ink2"))
        painter.drawText(
            QRectF(left, top, width, metrics.height() + 2),
            metrics.elidedText(words, Qt.TextElideMode.ElideRight, width),
        )
        return top + layout.small_height

    def _draw_chip(self, painter: QPainter, rect: QRect, words: str) -> None:
        style, metrics = self._layout.style, self._layout.chip_metrics
        width, height = metrics.horizontalAdvance(words) + style.size(20), style.size(24)
        box = QRectF(rect.right() - style.size(14) - width, rect.top() + style.size(11), width, height)
        painter.setFont(self._layout.chip)
        painter.setPen(QPen(style.colour("border"), 1))
        painter.setBrush(style.colour("surface"))
        painter.drawRoundedRect(box, height / 2, height / 2)
        painter.setPen(style.colour("ink2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
