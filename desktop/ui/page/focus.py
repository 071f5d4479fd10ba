"""The two-colour ring around the link or tick line that the keyboard has reached."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import or_

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QTextDocument

from desktop.ui.look.style import Style
from desktop.ui.page.geometry import lines_of, marker_area
from desktop.ui.page.links import TickTarget
from desktop.ui.page.tab_stops import TabStop

_RADIUS = 4


def draw_stop_ring(painter: QPainter, document: QTextDocument, stop: TabStop, style: Style) -> None:
    """The ring around a stop's words, in the document's coordinates; a tick line's box stands inside it."""
    areas = lines_of(document, stop.start, stop.end)
    if isinstance(stop.target, TickTarget):
        areas = [reduce(or_, areas, marker_area(document, stop.start, style))]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw_ring(painter, areas, style)


def _draw_ring(painter: QPainter, areas: Sequence[QRectF], style: Style) -> None:
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
