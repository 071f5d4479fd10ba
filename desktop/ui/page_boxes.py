"""The boxes behind parts of a page: tint, bar and icon, so colour is never the only sign."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.ui.style import Style


@dataclass(frozen=True, slots=True)
class Box:
    """How one kind of box looks, in colour roles; without a bar it has an edge all round."""

    tint: str
    bar: str
    ink: str
    icon: str


BOXES: Mapping[str, Box] = MappingProxyType(
    {
        "glance": Box("info_tint", "info", "info_ink", "lightbulb"),
        "act": Box("danger_tint", "danger", "danger_ink", "siren"),
        "warning": Box("warn_tint", "warn", "warn_ink", "triangle-alert"),
        "overdue": Box("warn_tint", "warn", "warn_ink", "clock"),
        "do-not-assume": Box("warn_tint", "warn", "warn_ink", "ban"),
        "good-practice": Box("good_tint", "good", "good_ink", "circle-check"),
        "family": Box("side", "border", "ink", "users"),
        "contact": Box("side", "", "ink", "phone"),
        "pager": Box("side", "", "ink", ""),
    }
)
BAR = 6
ICON = 24
TEXT_LEFT = 58
"""Where the words of a box begin, right of its icon."""


def draw_box(painter: QPainter, area: QRectF, kind: str, style: Style, ratio: float) -> None:
    """Draw one box at its place on the screen."""
    box = BOXES[kind]
    bend = style.size(10)
    contrast = style.look.name == "contrast"
    edge = style.colour(box.bar or "border") if contrast or not box.bar else None
    painter.setPen(QPen(edge, style.size(1)) if edge else Qt.PenStyle.NoPen)
    painter.setBrush(style.colour(box.tint))
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), bend, bend)
    if box.bar:
        _draw_bar(painter, area, style, box.bar, bend)
    if box.icon:
        icon = style.pixmap(box.icon, box.bar or "accent", ICON, ratio)
        top = area.top() + style.size(17)
        painter.drawPixmap(round(area.left()) + style.size(21), round(top), icon)


def _draw_bar(painter: QPainter, area: QRectF, style: Style, role: str, bend: float) -> None:
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.colour(role))
    painter.setClipRect(QRectF(area.left(), area.top(), style.size(BAR), area.height()))
    painter.drawRoundedRect(area, bend, bend)
    painter.restore()
