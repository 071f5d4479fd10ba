"""Three Shift keys that fill as they are pressed; a tick and an edge say so besides the colour."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.i18n import _
from desktop.leave.shift_presses import PRESSES_TO_LEAVE
from desktop.ui.look.appearance import Appearance
from desktop.ui.look.style import Style

_WIDTH, _HEIGHT, _GAP, _ICON, _LEFT, _ABOVE = 114, 58, 10, 18, 5, 10


class KeyBoxes(QWidget):
    """Shows a count; it takes no press itself."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._filled = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_filled(0)
        appearance.follow(self._restyle)

    def show_filled(self, filled: int) -> None:
        """How many of the three keys have been pressed."""
        self._filled = filled
        self.setAccessibleName(_("{n} of 3 presses of Shift").format(n=filled))
        self.update()

    @property
    def filled(self) -> int:
        """How many keys are shown as pressed."""
        return self._filled

    @Slot()
    def _restyle(self) -> None:
        self.setFixedHeight(self._appearance.style.size(_HEIGHT + _ABOVE) + 4)
        self.updateGeometry()
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        style = self._appearance.style
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap, left, top = style.size(_GAP), style.size(_LEFT), style.size(_ABOVE) + 2
        width = min(style.size(_WIDTH), (self.width() - 2 * gap - 2 * left) / PRESSES_TO_LEAVE)
        for number in range(PRESSES_TO_LEAVE):
            box = QRectF(left + number * (width + gap), top, width, style.size(_HEIGHT))
            self._draw_key(painter, box, style, number < self._filled)

    def _draw_key(self, painter: QPainter, box: QRectF, style: Style, pressed: bool) -> None:
        painter.setPen(QPen(style.colour("good" if pressed else "border"), 2 * style.scale))
        painter.setBrush(style.colour("good_tint" if pressed else "surface"))
        painter.drawRoundedRect(box, style.size(10), style.size(10))
        foreground = "good_ink" if pressed else "ink"
        font = style.font("ui", 700)
        words = QFontMetrics(font).horizontalAdvance(_("Shift"))
        icon, gap = style.size(_ICON), style.size(8)
        left = box.center().x() - (words + gap + icon) / 2
        painter.setFont(font)
        painter.setPen(style.colour(foreground))
        available = QRectF(left, box.top(), words + 2, box.height())
        painter.drawText(available, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, _("Shift"))
        picture = style.pixmap(
            "check" if pressed else "arrow-up", foreground, _ICON, self.devicePixelRatioF()
        )
        painter.drawPixmap(round(left + words + gap), round(box.center().y() - icon / 2), picture)
