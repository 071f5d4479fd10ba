"""The one stylesheet: scroll bars and plain fields. Everything else is palette or drawn."""

from __future__ import annotations

from string import Template

from desktop.ui.look.style import Style

_SHEET = Template(
    """
#surface { background: $surface; }
QTreeView, QListView { background: transparent; border: none; outline: none; }
QTreeView::item, QListView::item { background: transparent; border: none; }
QTreeView::branch { background: transparent; border-image: none; image: none; }
QLineEdit { background: $field; color: $ink; border: 1px solid $border; border-radius: 6px;
    padding: 0 8px; selection-background-color: $accent; selection-color: $on_accent;
    placeholder-text-color: $ink2; }
FindBar QLineEdit:focus { border: 3px solid $focus2; background: $field; }
SearchBox QLineEdit { border: none; background: transparent; padding: 0; }
QScrollBar:vertical { background: transparent; width: ${bar}px; margin: 2px; }
QScrollBar::handle:vertical { background: $border; border-radius: ${radius}px; min-height: 40px; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""
)


def stylesheet(style: Style) -> str:
    """The sheet for a look and a text size."""
    bar = style.size(12)
    return _SHEET.substitute(style.look.colours, bar=bar, radius=(bar - 4) // 2)
