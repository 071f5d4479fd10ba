"""What stands in place of hits when there are none: words like those typed, themes, and people to ring."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from content.model import Library
from content.shown_numbers import unbroken
from desktop.danger_contacts import usual_lines
from desktop.i18n import _
from desktop.ui.look.appearance import Appearance
from desktop.ui.widgets.push_button import CHIP, PushButton
from desktop.ui.widgets.wrapping_row import WrappingRow


class NothingFound(QWidget):
    """Three calm parts, each only where it has something: none of them is a dead end."""

    words_wanted = Signal(str)
    theme_wanted = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._themes: dict[str, str] = {}
        self.words_title, self.themes_title, self.people_title = (
            self._label(title)
            for title in (
                _("Words like these are in the guidance:"),
                _("Topics that may help:"),
                _("Or ask a person:"),
            )
        )
        self._word_row, self._theme_row = WrappingRow(), WrappingRow()
        self.words: list[PushButton] = []
        self.themes: list[PushButton] = []
        self.people: list[QLabel] = []
        self._people_rows = QGridLayout()
        self._people_rows.setColumnStretch(1, 1)
        self._rows = QVBoxLayout(self)
        for title, row in (
            (self.words_title, self._word_row),
            (self.themes_title, self._theme_row),
            (self.people_title, self._people_rows),
        ):
            self._rows.addWidget(title)
            self._rows.addLayout(row)
        appearance.follow(self._restyle)

    def show_library(self, library: Library) -> None:
        """Learn the names of the themes and whom to ring."""
        self._themes = {theme.id: theme.title for theme in library.themes.values()}
        for row, (words, number) in enumerate(usual_lines(library)):
            for column, text in enumerate((unbroken(number), words)):
                label = self._label(text)
                self.people.append(label)
                self._people_rows.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)
        self._restyle()

    def show_near(self, words: Sequence[str], themes: Sequence[str]) -> None:
        """Offer these words and themes; without any, only the people are left."""
        known = [(theme, self._themes[theme]) for theme in themes if theme in self._themes]
        self.words = self._refill(self._word_row, self.words, [(w, w) for w in words], self.words_wanted.emit)
        self.themes = self._refill(self._theme_row, self.themes, known, self.theme_wanted.emit)
        self.words_title.setVisible(bool(self.words))
        self.themes_title.setVisible(bool(self.themes))

    def _refill(
        self,
        row: WrappingRow,
        before: Sequence[PushButton],
        offers: Sequence[tuple[str, str]],
        take: Callable[[str], None],
    ) -> list[PushButton]:
        for button in before:
            button.hide()
            button.deleteLater()
        while row.count():
            row.takeAt(0)
        buttons = [self._offer(value, words, take) for value, words in offers]
        for button in buttons:
            row.addWidget(button)
            button.show()
        return buttons

    def _offer(self, value: str, words: str, take: Callable[[str], None]) -> PushButton:
        button = PushButton(self._appearance, words, words, CHIP, parent=self)
        button.clicked.connect(lambda: take(value))
        return button

    def _label(self, words: str) -> QLabel:
        label = QLabel(words, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap("\u00a0" not in words)
        return label

    @Slot()
    def _restyle(self) -> None:
        style = self._appearance.style
        for title in (self.words_title, self.themes_title, self.people_title):
            title.setFont(style.font("ui", 700))
            title.setContentsMargins(0, style.size(14), 0, 0)
        for place, label in enumerate(self.people):
            label.setFont(style.font("ui", 700 if place % 2 == 0 else 400))
        self._rows.setContentsMargins(style.size(5), 0, 0, style.size(14))
        self._rows.setSpacing(style.size(6))
        self._people_rows.setHorizontalSpacing(style.size(14))
