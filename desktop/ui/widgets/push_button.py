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
class ButtonStyle:
    """The colour roles of a button in its states; an empty role draws nothing."""

    fill: str = ""
    foreground: str = "ink"
    edge: str = ""
    hover: str = "tint"
    checked_fill: str = "accent"
    checked_foreground: str = "on_accent"
    disabled: str = "border"
    radius: float = 8
    height: float = 40
    pad: float = 10
    icon: float = 22
    role: str = "ui"
    weight: int = 400


PLAIN = ButtonStyle()
PRIMARY = ButtonStyle(
    fill="accent", foreground="on_accent", hover="accent_hover", pad=18, height=44, weight=700
)
SECONDARY = ButtonStyle(fill="surface", edge="border", pad=16, height=44, weight=700)
CHIP = ButtonStyle(fill="surface", edge="border", pad=18, height=36, radius=18, weight=400)
TAB = ButtonStyle(
    foreground="ink2",
    checked_fill="surface",
    checked_foreground="ink",
    pad=6,
    height=36,
    role="small",
    weight=700,
)


class PushButton(PaintedButton):
    """Draws itself by one of the styles above, or by a style of the part that it stands in."""

    def __init__(
        self,
        appearance: Appearance,
        words: str,
        name: str,
        button_style: ButtonStyle = PLAIN,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, parent)
        self.setText(words)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._button_style = button_style
        self._icon = icon
        self._words_shown = True
        self._measured: tuple[Style, str, str, QSize] | None = None

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
        # layouts ask many times over; words are measured once for each look and wording
        style, words = self._appearance.style, self._words()
        if self._measured is None or self._measured[:3] != (style, words, self._icon):
            self._measured = (style, words, self._icon, self._measure(style, words))
        return self._measured[3]

    def _measure(self, style: Style, words: str) -> QSize:
        own = self._button_style
        width = style.size(2 * own.pad + (own.icon if self._icon else 0))
        if words:
            metrics = QFontMetrics(style.font(own.role, own.weight))
            width += metrics.horizontalAdvance(words) + (style.size(10) if self._icon else 0)
        height = style.size(own.height)
        ring = 2 * style.size(RING) if own.edge else 0
        return QSize(max(width, height) + ring, height + ring)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _box(self, style: Style) -> QRectF:
        ring = style.size(RING) if self._button_style.edge else 1.0
        return QRectF(self.rect()).adjusted(ring, ring, -ring, -ring)

    def _colours(self, style: Style) -> tuple[QColor | None, QColor]:
        own = self._button_style
        if not self.isEnabled():
            return None, style.colour(own.disabled)
        if self.isChecked():
            return style.colour(own.checked_fill), style.colour(own.checked_foreground)
        filled = own.hover if self.underMouse() or self.isDown() else own.fill
        return (style.colour(filled) if filled else None), style.colour(own.foreground)

    def paintEvent(self, event: QPaintEvent) -> None:
        style = self._appearance.style
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self._box(style)
        fill, foreground = self._colours(style)
        self._draw_box(painter, box, style, fill)
        self._draw_content(painter, box, style, foreground)
        if self.hasFocus():
            inner = box if self._button_style.edge else box.adjusted(4, 4, -4, -4)
            draw_focus_ring(painter, inner, style, self._button_style.radius)

    def _draw_box(self, painter: QPainter, box: QRectF, style: Style, fill: QColor | None) -> None:
        edged = self._button_style.edge and not (self.isChecked() and self._button_style is CHIP)
        checked_tab = self.isChecked() and self._button_style is TAB
        if fill is None and not edged:
            return
        painter.setPen(
            QPen(style.colour(self._button_style.edge or "border"), 1.5 * style.scale)
            if edged or checked_tab
            else Qt.PenStyle.NoPen
        )
        painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
        radius = min(self._button_style.radius * style.scale, box.height() / 2)
        painter.drawRoundedRect(box, radius, radius)

    def _draw_content(self, painter: QPainter, box: QRectF, style: Style, foreground: QColor) -> None:
        own, words = self._button_style, self._words()
        font = style.font(own.role, own.weight)
        painter.setFont(font)
        painter.setPen(foreground)
        icon = style.size(own.icon) if self._icon else 0
        gap = style.size(10) if icon and words else 0
        width = icon + gap + QFontMetrics(font).horizontalAdvance(words)
        left = box.center().x() - width / 2
        if icon:
            picture = style.icons.pixmap(self._icon, foreground.name(), icon, self.devicePixelRatioF())
            painter.drawPixmap(round(left), round(box.center().y() - icon / 2), picture)
        if words:
            available = QRectF(left + icon + gap, box.top(), box.right() - left - icon - gap, box.height())
            painter.drawText(available, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
