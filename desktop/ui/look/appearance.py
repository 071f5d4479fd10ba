"""How the program looks now: one style that every widget reads, and the word that it has changed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop.ui.look.style import Style


class Appearance(QObject):
    """Given to each widget when it is built, so that none is ever without a style. GUI thread only."""

    changed = Signal()

    def __init__(self, style: Style, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._style = style

    @property
    def style(self) -> Style:
        """The look and the text size in force."""
        return self._style

    def show(self, style: Style) -> None:
        """Take on another look or text size; those who follow are told in the order in which they came."""
        self._style = style
        self.changed.emit()

    def follow(self, restyle: Callable[[], None]) -> None:
        """Apply the style now and at each change: the last line of a widget's constructor.

        A parent that measures its children is so told after them. `restyle` is a method of a widget, marked
        as `Slot`: that joins ten times as quickly, and keeps no widget alive.
        """
        self.changed.connect(restyle)
        restyle()
