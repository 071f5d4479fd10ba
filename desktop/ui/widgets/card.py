"""A card that opens something: an icon in a tile, a title that wraps, and a line below."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.look.appearance import Appearance
from desktop.ui.look.style import Style
from desktop.ui.widgets.focus_ring import RING, draw_focus_ring
from desktop.ui.widgets.painted_button import PaintedButton

_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_TEXT_LEFT = 70


class Card(PaintedButton):
    """Reports a click; what it opens is wired by its page."""

    def __init__(
        self, appearance: Appearance, title: str, line: str, icon: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(appearance, parent)
        self.setText(title)
        self._line = line
        self._icon = icon
        self.setAccessibleName(f"{title}. {line}" if line else title)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _metrics(self, style: Style) -> tuple[QFontMetrics, QFontMetrics]:
        return QFontMetrics(style.font("ui", 700)), QFontMetrics(style.font("small"))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        style = self._appearance.style
        title, line = self._metrics(style)
        available = QRect(0, 0, max(60, width - style.size(_TEXT_LEFT + 26)), 1000)
        title_height = title.boundingRect(available, _WRAP, self.text()).height()
        line_height = line.boundingRect(available, _WRAP, self._line).height() if self._line else 0
        return max(style.size(80), title_height + line_height + style.size(42))

    def sizeHint(self) -> QSize:
        scale = self._appearance.style.scale
        return QSize(round(240 * scale), self.heightForWidth(round(400 * scale)))

    def minimumSizeHint(self) -> QSize:
        scale = self._appearance.style.scale
        return QSize(round(180 * scale), round(78 * scale))

    def paintEvent(self, event: QPaintEvent) -> None:
        style = self._appearance.style
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(RING, RING, -RING, -RING)
        hovered = self.underMouse() or self.isDown()
        painter.setPen(QPen(style.colour("accent" if hovered else "line"), 1.5 * style.scale))
        painter.setBrush(style.colour("side" if hovered else "surface"))
        painter.drawRoundedRect(box, style.size(10), style.size(10))
        self._draw_tile(painter, box, style)
        self._draw_words(painter, box, style)
        if self.hasFocus():
            draw_focus_ring(painter, box, style, 10)

    def _draw_tile(self, painter: QPainter, box: QRectF, style: Style) -> None:
        side = style.size(40)
        tile = QRectF(box.left() + style.size(14), box.center().y() - side / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.colour("tint"))
        painter.drawRoundedRect(tile, style.size(6), style.size(6))
        icon = style.pixmap(self._icon, "accent", 22, self.devicePixelRatioF())
        inset = (side - style.size(22)) / 2
        painter.drawPixmap(round(tile.left() + inset), round(tile.top() + inset), icon)

    def _draw_words(self, painter: QPainter, box: QRectF, style: Style) -> None:
        title, line = self._metrics(style)
        left = round(box.left()) + style.size(_TEXT_LEFT - 2)
        width = max(60, round(box.right()) - left - style.size(14))
        title_height = title.boundingRect(QRect(0, 0, width, 1000), _WRAP, self.text()).height()
        line_height = (
            line.boundingRect(QRect(0, 0, width, 1000), _WRAP, self._line).height() if self._line else 0
        )
        top = round(box.center().y() - (title_height + line_height) / 2)
        painter.setFont(style.font("ui", 700))
        painter.setPen(style.colour("ink"))
        painter.drawText(QRect(left, top, width, title_height), _WRAP, self.text())
        painter.setFont(style.font("small"))
        painter.setPen(style.colour("ink2"))
        painter.drawText(QRect(left, top + title_height, width, line_height), _WRAP, self._line)
