"""Quick leave: red or grey, always at the top right, its touch area reaching the corner of the window."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.i18n import _
from desktop.leave.shift_presses import PRESSES_TO_LEAVE
from desktop.ui.look.appearance import Appearance
from desktop.ui.look.style import Style
from desktop.ui.widgets.focus_ring import draw_focus_ring

SLIDE_OFF = 60
"""Release this far outside the button, in pixels, takes the press back (WCAG 2.5.2)."""


@dataclass(frozen=True, slots=True)
class _Paint:
    """Colour roles of the button at rest, under the mouse and pressed."""

    rest: str
    hover: str
    press: str
    ink: str


_RED = _Paint("danger", "danger_hover", "danger_press", "on_danger")
_GREY = _Paint("ink2", "ink", "ink", "surface")
_PRESS_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LeaveButton(QWidget):
    """Covers the window at press and leaves at release; three dots fill as Shift is pressed."""

    covered = Signal()
    uncovered = Signal()
    leave_wanted = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setAccessibleName(_("Quick leave"))
        self.setAccessibleDescription(_("Closes this program at once. You can also press Shift three times."))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # drawn anew when the mouse comes and goes
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._hint_shown = True
        self._presses = 0
        self._paint = _RED
        self._pressed = False
        appearance.follow(self._restyle)

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def show_hint(self, shown: bool) -> None:
        """Show the second line ("or press Shift 3 times") where there is room."""
        self._hint_shown = shown
        self.updateGeometry()
        self.update()

    def show_presses(self, count: int) -> None:
        """How many of the three presses of Shift have been made."""
        if count != self._presses:
            self._presses = count
            self.update()
            self._announce(PRESSES_TO_LEAVE - count)

    def _announce(self, missing: int) -> None:
        # nothing is told at the third press or after it
        if self.isVisible() and 0 < missing < PRESSES_TO_LEAVE:
            words = _("{n} more to leave").format(n=missing)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def show_discreet(self, discreet: bool) -> None:
        """Grey like the other buttons, or red."""
        self._paint = _GREY if discreet else _RED
        self.update()

    @property
    def presses(self) -> int:
        """How many dots are filled."""
        return self._presses

    def sizeHint(self) -> QSize:
        style = self._appearance.style
        width = QFontMetrics(style.font("ui", 700)).horizontalAdvance(_("Quick leave"))
        if self._hint_shown:
            hint = QFontMetrics(style.font("small")).horizontalAdvance(self._hint())
            width = max(width, hint)
        return QSize(max(width + style.size(86), style.size(150)), style.size(66))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _hint(self) -> str:
        return _("or press Shift 3 times")

    def _pill(self, style: Style) -> QRectF:
        inset = style.size(9)
        height = style.size(48)
        return QRectF(
            style.size(12), inset, self.width() - style.size(24), max(height, self.height() - 2 * inset)
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = True
            self.covered.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed and not self._near(event.position().toPoint()):
            self._take_back()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._pressed or event.button() != Qt.MouseButton.LeftButton:
            return
        if self._near(event.position().toPoint()):
            self._pressed = False
            self.leave_wanted.emit()
        else:
            self._take_back()

    def _near(self, point: QPoint) -> bool:
        return QRect(self.rect()).adjusted(-SLIDE_OFF, -SLIDE_OFF, SLIDE_OFF, SLIDE_OFF).contains(point)

    def _take_back(self) -> None:
        self._pressed = False
        self.update()
        self.uncovered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _PRESS_KEYS and not event.isAutoRepeat():
            self.leave_wanted.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        style = self._appearance.style
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pill = self._pill(style)
        paint = self._paint
        role = paint.press if self._pressed else paint.hover if self.underMouse() else paint.rest
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.colour(role))
        painter.drawRoundedRect(pill, style.size(10), style.size(10))
        self._draw_words(painter, pill, style)
        self._draw_presses(painter, pill, style)
        if self.hasFocus():
            draw_focus_ring(painter, pill, style, 10)

    def _draw_words(self, painter: QPainter, pill: QRectF, style: Style) -> None:
        icon = style.pixmap("log-out", self._paint.ink, 22, self.devicePixelRatioF())
        painter.drawPixmap(
            round(pill.left()) + style.size(14), round(pill.center().y()) - style.size(11), icon
        )
        painter.setPen(style.colour(self._paint.ink))
        left = pill.left() + style.size(47)
        words = QRectF(left, pill.top(), pill.right() - left, pill.height())
        if not self._hint_shown:
            painter.setFont(style.font("ui", 700))
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, _("Quick leave"))
            return
        upper = words.adjusted(0, style.size(5), 0, -words.height() / 2)
        lower = words.adjusted(0, words.height() / 2 + 1, 0, -style.size(3))
        painter.setFont(style.font("ui", 700))
        painter.drawText(upper, Qt.AlignmentFlag.AlignVCenter, _("Quick leave"))
        painter.setFont(style.font("small"))
        painter.drawText(lower, Qt.AlignmentFlag.AlignVCenter, self._hint())

    def _draw_presses(self, painter: QPainter, pill: QRectF, style: Style) -> None:
        if not self._presses:
            return
        dot = style.size(8)
        for number in range(3):
            lit = number < self._presses
            painter.setPen(style.colour(self._paint.ink))
            painter.setBrush(style.colour(self._paint.ink) if lit else Qt.BrushStyle.NoBrush)
            left = pill.right() - style.size(14) - (2 - number) * style.size(12) - dot
            painter.drawEllipse(QRectF(left, pill.top() + style.size(7), dot, dot))
