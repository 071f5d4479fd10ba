"""The two-colour ring that shows where the keyboard is: yellow inside near-black, seen on any background."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.ui.look.style import Style

RING = 5.0
"""Room that a widget leaves around itself for the ring, in effective pixels."""


def draw_focus_ring(painter: QPainter, around: QRectF, style: Style, radius: float) -> None:
    """Draw the ring just outside a box; `radius` is the box's own, in effective pixels."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for role, inset, thickness in (("focus", 1.5, 3.0), ("focus2", 4.0, 2.0)):
        grow = inset * style.scale
        painter.setPen(QPen(style.colour(role), thickness * style.scale))
        corner = (radius + inset) * style.scale
        painter.drawRoundedRect(around.adjusted(-grow, -grow, grow, grow), corner, corner)
