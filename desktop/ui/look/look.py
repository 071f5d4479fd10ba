"""Sizes of type, and a look as a palette of Qt's."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from desktop.ui.look.look_files import Look

_SIZES = {
    "display": 34,
    "h1": 30,
    "h1-narrow": 24,
    "h2": 22,
    "h3": 18,
    "lead": 20,
    "body": 19,
    "ui": 16,
    "small": 14,
}
"""Type sizes in pixels at 100 %. Nothing is smaller than `small`."""
_LINE_HEIGHTS = {
    "display": 1.2,
    "h1": 1.2,
    "h1-narrow": 1.2,
    "h2": 1.3,
    "h3": 1.35,
    "lead": 1.45,
    "body": 1.5,
    "ui": 1.35,
    "small": 1.4,
}


def px(role: str, scale: float) -> int:
    """Type size of a role in pixels; `scale` is the text size, 1.0 to 2.0."""
    return round(_SIZES[role] * scale)


def line_height(role: str, scale: float) -> int:
    """Height of a line of this role in pixels."""
    return round(_SIZES[role] * _LINE_HEIGHTS[role] * scale)


def palette(look: Look) -> QPalette:
    """The look as a palette, for everything that Qt draws itself."""
    colours, role = look.colours, QPalette.ColorRole
    table = {
        role.Window: "bg",
        role.WindowText: "ink",
        role.Base: "surface",
        role.AlternateBase: "side",
        role.Text: "ink",
        role.PlaceholderText: "ink2",
        role.Button: "surface",
        role.ButtonText: "ink",
        role.Highlight: "accent",
        role.HighlightedText: "on_accent",
        role.Link: "link",
        role.LinkVisited: "visited",
        role.ToolTipBase: "surface",
        role.ToolTipText: "ink",
        role.Mid: "line",
        role.Accent: "accent",
    }
    qt_palette = QPalette()
    for place, name in table.items():
        qt_palette.setColor(place, QColor(colours[name]))
    return qt_palette
