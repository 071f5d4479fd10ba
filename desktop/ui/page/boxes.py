"""The boxes behind parts of a page: tint, bar and icon, so colour is never the only sign."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.ui.look.style import Style


@dataclass(frozen=True, slots=True)
class Box:
    """How one kind of box looks, in colour roles; without a bar it has an edge all round."""

    tint: str
    bar: str
    foreground: str
    icon: str


BOXES: Mapping[str, Box] = MappingProxyType(
    {
        "glance": Box("info_tint", "info", "info_ink", "lightbulb"),
        "act": Box("danger_tint", "danger", "danger_ink", "siren"),
        "overdue": Box("warn_tint", "warn", "warn_ink", "clock"),
        "warning": Box("warn_tint", "warn", "warn_ink", "triangle-alert"),
        "do-not-assume": Box("warn_tint", "warn", "warn_ink", "ban"),
        "good-practice": Box("good_tint", "good", "good_ink", "circle-check"),
        "family": Box("side", "border", "ink", "users"),
        "needs-signature": Box("side", "border", "ink", "clock"),
        "contact": Box("side", "", "ink", "phone"),
        "pager": Box("side", "", "ink", ""),
    }
)
PADDING = 16
"""Room inside a box on all sides, as drawn at 100 %."""
BAR = 6
ICON = 24
ICON_LEFT = 21
TEXT_LEFT, TEXT_RIGHT = 58, 24
"""From the box's edges to its words: right of the icon, and on the far side."""
_TITLE = 28  # height of the line that the icon stands beside
_RADIUS = 10


def draw_box(painter: QPainter, area: QRectF, kind: str, style: Style, ratio: float) -> None:
    """Draw one box at its place."""
    box = BOXES[kind]
    radius = style.size(_RADIUS)
    edged = style.look.name == "contrast" or not box.bar
    painter.setPen(QPen(style.colour(box.bar or "border"), style.size(1)) if edged else Qt.PenStyle.NoPen)
    painter.setBrush(style.colour(box.tint))
    inset = 0.5 if edged else 0.0  # a line one pixel wide is sharp between two pixels
    painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), radius, radius)
    if box.bar:
        _draw_bar(painter, area, style, box.bar)
    if box.icon:
        icon = style.pixmap(box.icon, box.bar or "accent", ICON, ratio)
        top = area.top() + style.size(PADDING) + (style.size(_TITLE) - style.size(ICON)) / 2
        painter.drawPixmap(round(area.left()) + style.size(ICON_LEFT), round(top), icon)


def _draw_bar(painter: QPainter, area: QRectF, style: Style, role: str) -> None:
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.colour(role))
    bar = QRectF(area.left(), area.top(), style.size(BAR), area.height())
    painter.setClipRect(bar, Qt.ClipOperation.IntersectClip)
    painter.drawRoundedRect(area, style.size(_RADIUS), style.size(_RADIUS))
    painter.restore()
