"""A plain sheet over the whole window: up while Quick leave is held down, gone if the press is taken back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.look.appearance import Appearance


class Cover(QWidget):
    """Shows nothing but the background colour."""

    pressed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._window = parent
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # or Qt would first paint the page below it
        self.hide()

    def cover(self) -> None:
        """Hide the window's content now, before the next event."""
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()
        self.repaint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # a cover that stayed because the release got lost: whoever presses now wants to be gone
        self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._appearance.style.colour("bg"))
