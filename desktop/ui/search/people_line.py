"""Whom to ring, beside a list of results: a wrong list never hides the number."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from content.model import Library
from content.shown_numbers import unbroken
from desktop.danger_contacts import usual_lines
from desktop.ui.look.appearance import Appearance

_GAP = "   ·   "


class PeopleLine(QLabel):
    """One line of people and numbers; hidden while it has none."""

    def __init__(self, appearance: Appearance, urgent: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._urgent = urgent
        self._library: Library | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.hide()
        appearance.follow(self._restyle)

    def show_library(self, library: Library) -> None:
        """Learn whom there is to ring."""
        self._library = library

    def show_usual(self) -> None:
        """Name those that the pack gives for any worry about a child."""
        if self._library is not None:
            lines = usual_lines(self._library)
            self._show([f"{words}: {unbroken(number)}" for words, number in lines if number])

    def show_contacts(self, ids: Sequence[str]) -> None:
        """Name these contacts, those that can be rung; none hides the line."""
        contacts = self._library.contacts if self._library else {}
        known = [contacts[id_] for id_ in ids if id_ in contacts and contacts[id_].phone]
        self._show([f"{one.name}: {unbroken(one.phone)}" for one in known])

    def forget(self) -> None:
        """Show nobody."""
        self._show([])

    def _show(self, people: Sequence[str]) -> None:
        self.setText(_GAP.join(people))
        self.setVisible(bool(people))

    @Slot()
    def _restyle(self) -> None:
        style = self._appearance.style
        self.setFont(style.font("ui", 700) if self._urgent else style.font("small", 600))
