"""The program's button: icon, words or both, drawn from the look in every state."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.look.appearance import Appearance
from desktop.ui.look.style import Style
from desktop.ui.widgets.focus_ring import RING, draw_focus_ring
from desktop.ui.widgets.painted_button import PaintedButton


@dataclass(frozen=True, slots=True)
class Dress:
    """The colour roles of a button in its states; an empty role draws nothing."""

    fill: str = ""
    ink: str = "ink"
    edge: str = ""
    hover: str = "tint"
    checked_fill: str = "accent"
    checked_ink: str = "on_accent"
    disabled: str = "border"
    radius: float = 8
    height: float = 40
    pad: float = 10
    icon: float = 22
    role: str = "ui"
    weight: int = 400


PLAIN = Dress()
PRIMARY = Dress(fill="accent", ink="on_accent", hover="accent_hover", pad=18, height=44, weight=700)
SECONDARY = Dress(fill="surface", edge="border", pad=16, height=44, weight=700)
CHIP = Dress(fill="surface", edge="border", pad=18, height=36, radius=18, weight=400)
TAB = Dress(ink="ink2", checked_fill="surface", checked_ink="ink", pad=6, height=36, role="small", weight=700)


class PushButton(PaintedButton):
    """Draws itself by one of the styles above, or by a style of the part that it stands in."""

    def __init__(
        self,
        appearance: Appearance,
        words: str,
        name: str,
        dress: Dress = PLAIN,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, parent)
        self.setText(words)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._dress = dress
        self._icon = icon
        self._words_shown = True

    def show_words(self, shown: bool) -> None:
        """Show icon and words, or the icon alone where the window is narrow."""
        self._words_shown = shown or not self._icon
        self.updateGeometry()
        self.update()

    def show_icon(self, icon: str) -> None:
        """Change the icon, as when a page has been bookmarked."""
        self._icon = icon
        self.update()

    def _words(self) -> str:
        return self.text() if self._words_shown else ""

    def sizeHint(self) -> QSize:
        style, dress = self._appearance.style, self._dress
        width = style.size(2 * dress.pad + (dress.icon if self._icon else 0))
        if words := self._words():
            metrics = QFontMetrics(style.font(dress.role, dress.weight))
            width += metrics.horizontalAdvance(words) + (style.size(10) if self._icon else 0)
        height = style.size(dress.height)
        ring = 2 * style.size(RING) if dress.edge else 0
        return QSize(max(width, height) + ring, height + ring)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _box(self, style: Style) -> QRectF:
        ring = style.size(RING) if self._dress.edge else 1.0
        return QRectF(self.rect()).adjusted(ring, ring, -ring, -ring)

    def _colours(self, style: Style) -> tuple[QColor | None, QColor]:
        dress = self._dress
        if not self.isEnabled():
            return None, style.colour(dress.disabled)
        if self.isChecked():
            return style.colour(dress.checked_fill), style.colour(dress.checked_ink)
        filled = dress.hover if self.underMouse() or self.isDown() else dress.fill
        return (style.colour(filled) if filled else None), style.colour(dress.ink)

    def paintEvent(self, event: QPaintEvent) -> None:
        style = self._appearance.style
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self._box(style)
        fill, ink = self._colours(style)
        self._draw_box(painter, box, style, fill)
        self._draw_content(painter, box, style, ink)
        if self.hasFocus():
            inner = box if self._dress.edge else box.adjusted(4, 4, -4, -4)
            draw_focus_ring(painter, inner, style, self._dress.radius)

    def _draw_box(self, painter: QPainter, box: QRectF, style: Style, fill: QColor | None) -> None:
        edged = self._dress.edge and not (self.isChecked() and self._dress is CHIP)
        checked_tab = self.isChecked() and self._dress is TAB
        if fill is None and not edged:
            return
        painter.setPen(
            QPen(style.colour(self._dress.edge or "border"), 1.5 * style.scale)
            if edged or checked_tab
            else Qt.PenStyle.NoPen
        )
        painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
        bend = min(self._dress.radius * style.scale, box.height() / 2)
        painter.drawRoundedRect(box, bend, bend)

    def _draw_content(self, painter: QPainter, box: QRectF, style: Style, ink: QColor) -> None:
        dress, words = self._dress, self._words()
        font = style.font(dress.role, dress.weight)
        painter.setFont(font)
        painter.setPen(ink)
        icon = style.size(dress.icon) if self._icon else 0
        gap = style.size(10) if icon and words else 0
        width = icon + gap + QFontMetrics(font).horizontalAdvance(words)
        left = box.center().x() - width / 2
        if icon:
            picture = style.icons.pixmap(self._icon, ink.name(), icon, self.devicePixelRatioF())
            painter.drawPixmap(round(left), round(box.center().y() - icon / 2), picture)
        if words:
            room = QRectF(left + icon + gap, box.top(), box.right() - left - icon - gap, box.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
