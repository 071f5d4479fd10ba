"""Line drawings (Lucide) in any colour and size, drawn once for each."""

from __future__ import annotations

from importlib.resources import files

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_UNKNOWN = "file-text"


class IconStore:
    """Keeps what it has drawn, by name, colour, size and screen ratio. For the GUI thread only."""

    def __init__(self) -> None:
        self._drawn: dict[tuple[str, str, int, float], QPixmap] = {}
        self._folder = files("desktop.ui.look").joinpath("icons")
        self._names = {path.name.removesuffix(".svg") for path in self._folder.iterdir()}

    def pixmap(self, name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
        """A drawing `size` device-independent pixels wide, in the colour #RRGGBB."""
        key = (name, colour, size, ratio)
        if key not in self._drawn:
            self._drawn[key] = self._draw(*key)
        return self._drawn[key]

    def _draw(self, name: str, colour: str, size: int, ratio: float) -> QPixmap:
        known = name if name in self._names else _UNKNOWN  # a pack's word is never taken for a path
        text = self._folder.joinpath(f"{known}.svg").read_text("utf-8").replace("currentColor", colour)
        drawing = QSvgRenderer(QByteArray(text.encode()))
        pixmap = QPixmap(round(size * ratio), round(size * ratio))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        drawing.render(painter, QRectF(pixmap.rect()))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap
