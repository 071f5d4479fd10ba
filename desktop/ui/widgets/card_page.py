"""A scrolling page made of headings, sentences and cards in two columns: start page, topics, help."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.look.appearance import Appearance
from desktop.ui.widgets.card import Card

WIDTH = 812
_TWO_COLUMNS_FROM = 640


class CardPage(QScrollArea):
    """Lays its parts out in one centred column; the parts are widgets and grids of cards."""

    column = WIDTH
    """How wide the column may become, in effective pixels."""

    def __init__(self, appearance: Appearance, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewport(
            QWidget(self)
        )  # asked for one of its own, PySide looks through every class of widget
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # arrows scroll; Tab goes to the cards
        self._labels: list[tuple[QLabel, str, int, str]] = []
        self._grids: list[tuple[QGridLayout, tuple[Card, ...]]] = []
        self._two_columns = True
        self._body = QWidget(self)
        self._body.setObjectName("surface")
        self._rows = QVBoxLayout(self._body)
        self.setWidget(self._body)
        appearance.follow(self._restyle)

    def add_words(self, words: str, role: str = "body", weight: int = 400, colour: str = "ink") -> QLabel:
        """Add a heading or a sentence; plain text only."""
        label = QLabel(words, self._body)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        self._labels.append((label, role, weight, colour))
        self._rows.addWidget(label)
        label.ensurePolished()  # or Qt takes wide margins away when the label is first shown
        self._style_label(label, role, weight, colour)
        return label

    def add_part(self, part: QWidget) -> None:
        """Add a widget of another kind."""
        self._rows.addWidget(part)

    def add_cards(self, cards: Sequence[Card]) -> None:
        """Add cards, two beside each other where there is room."""
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(self._appearance.style.size(1))
        self._grids.append((grid, tuple(cards)))
        self._rows.addLayout(grid)
        self._fill(grid, tuple(cards))

    def end(self) -> None:
        """Nothing more follows: keep the parts at the top."""
        self._rows.addStretch(1)

    def cards(self) -> tuple[Card, ...]:
        """All cards in order."""
        return tuple(card for _grid, cards in self._grids for card in cards)

    def clear(self) -> None:
        """Take everything away."""
        self._labels, self._grids = [], []
        old = self.takeWidget()
        old.hide()
        old.deleteLater()
        self._body = QWidget(self)
        self._body.setObjectName("surface")
        self._rows = QVBoxLayout(self._body)
        self.setWidget(self._body)
        self._fit()

    def _fill(self, grid: QGridLayout, cards: tuple[Card, ...]) -> None:
        for card in cards:
            grid.removeWidget(card)
        across = 2 if self._two_columns else 1
        for place, card in enumerate(cards):
            grid.addWidget(card, place // across, place % across)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1 if across == 2 else 0)

    @Slot()
    def _restyle(self) -> None:
        self._style_labels()
        for grid, _cards in self._grids:
            grid.setSpacing(self._appearance.style.size(1))
        self._fit()

    def _style_labels(self) -> None:
        for label, role, weight, colour in self._labels:
            self._style_label(label, role, weight, colour)

    def _style_label(self, label: QLabel, role: str, weight: int, colour: str) -> None:
        style = self._appearance.style
        label.setFont(style.font(role, weight))
        palette = label.palette()
        palette.setColor(label.foregroundRole(), style.colour(colour))
        label.setPalette(palette)
        above = style.size({"h1": 14, "h2": 16, "h3": 12}.get(role, 0))
        label.setContentsMargins(style.size(5), above, 0, style.size(4))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        style = self._appearance.style
        available = self.viewport().width()
        width = min(style.size(self.column), available - 2 * style.size(20))
        edge = max(style.size(15), (available - width) // 2 - style.size(5))
        self._rows.setContentsMargins(edge, style.size(16), edge, style.size(32))
        self._rows.setSpacing(style.size(4))
        two = width >= style.size(_TWO_COLUMNS_FROM)
        if two != self._two_columns:
            self._two_columns = two
            for grid, cards in self._grids:
                self._fill(grid, cards)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._style_labels()
