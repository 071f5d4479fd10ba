"""The two-colour ring around the link or tick line that the keyboard has reached."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from desktop.ui.look.style import Style

_RADIUS = 4


def draw_ring(painter: QPainter, areas: Sequence[QRectF], style: Style) -> None:
    """One ring around all areas: words that run over two lines are still one link."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for role, grow, thickness in (("focus", 2.0, 3.0), ("focus2", 4.5, 2.0)):
        around = QPainterPath()
        for area in areas:
            one = QPainterPath()
            margin = grow * style.scale
            radius = (_RADIUS + grow) * style.scale
            one.addRoundedRect(area.adjusted(-margin - 1, -margin, margin + 1, margin), radius, radius)
            around = around.united(one)
        painter.setPen(QPen(style.colour(role), thickness * style.scale))
        painter.drawPath(around)
