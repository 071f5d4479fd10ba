"""A small empty window that is shown and taken away, so that practice can say how long hiding takes here."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRasterWindow

_KIND = (
    Qt.WindowType.ToolTip  # takes no keyboard and stands in no list of windows
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowDoesNotAcceptFocus
    | Qt.WindowType.WindowTransparentForInput
)


class HideTrial(QRasterWindow):
    """Measures from the call that hides to the system's word that the window is off the screen.

    It is as plain as the page below it, so nobody sees it come or go.
    """

    measured = Signal(float)

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setTitle(title)
        self.setFlags(_KIND)
        self._colour = QColor()
        self._wanted = False
        self._begun = 0.0

    def prepare(self, where: QRect, colour: QColor) -> None:
        """Bring the window up, to be ready for the third press."""
        self._wanted, self._begun = False, 0.0
        self._colour = colour
        self.setGeometry(where)
        self.show()

    def run(self) -> None:
        """Take the window away and measure; at once, or as soon as it has come up."""
        self._wanted = True
        if self.isExposed():
            self._take_away()

    def cancel(self) -> None:
        """Take the window away without measuring."""
        self._wanted, self._begun = False, 0.0
        self.hide()

    def _take_away(self) -> None:
        self._wanted = False
        self._begun = perf_counter()
        self.hide()

    def event(self, event: QEvent) -> bool:
        taken = super().event(event)
        if event.type() == QEvent.Type.Expose:
            self._exposure_changed()
        return taken

    def _exposure_changed(self) -> None:
        if self.isExposed():
            if self._wanted:
                self._take_away()
        elif self._begun:
            seconds, self._begun = perf_counter() - self._begun, 0.0
            self.measured.emit(seconds)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._colour)
