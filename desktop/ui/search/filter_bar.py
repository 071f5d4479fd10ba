"""The chips over the hits: all, the kinds, and on request the topics and the child groups."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCursor, QMoveEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.hit_filters import FACETS, GROUP, KIND, THEME, HitFilters
from desktop.i18n import _
from desktop.ui.look.appearance import Appearance
from desktop.ui.widgets.push_button import CHIP, PushButton
from desktop.ui.widgets.wrapping_row import WrappingRow
from index.hits import Hit

_Key = tuple[str, str]
_ALL: _Key = ("", "")
_SPREAD = 4
"""More kinds than this are folded away like topics, so that the hits keep the room."""


class _Offer(NamedTuple):
    """What one chip stands for, the words on it, and whether it is chosen."""

    key: _Key
    words: str
    chosen: bool


class _Chip(PushButton):
    """Moves while the mouse may rest on it, of which Qt tells it only when the mouse moves."""

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        below = self.isVisible() and self.rect().contains(self.mapFromGlobal(QCursor.pos()))
        self.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, below)


class FilterBar(QWidget):
    """Offers the filters of each answer; the first chip takes every choice back.

    Chips stay from answer to answer, and take on other words: making them anew would cost each letter more
    than its search.
    """

    changed = Signal()

    def __init__(self, appearance: Appearance, filters: HitFilters, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._filters = filters
        self._hits: tuple[Hit, ...] = ()
        self._open = ""  # the facet whose choices are spread out below
        self._offers: list[_Offer] = []
        self._chips: list[PushButton] = []  # as many as were ever needed; those in use come first
        self._row, self._choices = WrappingRow(), WrappingRow()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(self._row)
        rows.addLayout(self._choices)

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Offer what these hits can be narrowed to."""
        self._hits = tuple(hits)
        self._build()

    def close_choices(self) -> None:
        """Fold topics and groups away."""
        self._open = ""

    def _build(self) -> None:
        focused = next((one.key for chip, one in self._shown() if chip.hasFocus()), None)
        row = [*self._first_row()] if self._hits else []
        choices = [*self._values(self._open)] if self._hits and self._open else []
        self._fill([*row, *choices])
        if focused is not None and self._offers:
            self._focus(focused)
        self._lay_out(len(row), len(choices))
        self.setVisible(bool(self._hits))

    def _shown(self) -> Iterator[tuple[PushButton, _Offer]]:
        return zip(self._chips, self._offers, strict=False)

    def _first_row(self) -> Iterator[_Offer]:
        yield _Offer(_ALL, _("All {n}").format(n=len(self._hits)), not self._filters.any())
        kinds = [*self._values(KIND)]
        if len(kinds) > _SPREAD:
            yield from self._facet(KIND)
        elif len(kinds) > 1:
            yield from kinds
        for facet in (THEME, GROUP):
            yield from self._facet(facet)

    def _facet(self, facet: str) -> Iterator[_Offer]:
        choices = self._filters.choices(facet, self._hits)
        chosen = next((one.words for one in choices if one.value == self._filters.chosen(facet)), "")
        words = _(FACETS[facet].words)
        if len(choices) > 1:
            yield _Offer((facet, ""), f"{words}: {chosen}" if chosen else f"{words} …", bool(chosen))

    def _values(self, facet: str) -> Iterator[_Offer]:
        for choice in self._filters.choices(facet, self._hits):
            chosen = self._filters.chosen(facet) == choice.value
            yield _Offer((facet, choice.value), f"{choice.words} {choice.count}", chosen)

    def _fill(self, offers: list[_Offer]) -> None:
        before, self._offers = self._offers, offers
        while len(self._chips) < len(offers):
            self._chips.append(self._new_chip(len(self._chips)))
        for place, (chip, offer) in enumerate(self._shown()):
            if place >= len(before) or before[place].key != offer.key:
                chip.setDown(False)  # a press that has begun was meant for what stood here
            _say(chip, offer.words)
            chip.setChecked(offer.chosen)

    def _new_chip(self, place: int) -> PushButton:
        chip = _Chip(self._appearance, "", "", CHIP, parent=self)
        chip.setCheckable(True)
        chip.clicked.connect(lambda: self._take(self._offers[place].key))
        return chip

    def _focus(self, key: _Key) -> None:
        wanted = (key, (key[0], ""), _ALL)
        chips = {offer.key: chip for chip, offer in self._shown()}
        next(chips[key] for key in wanted if key in chips).setFocus()

    def _lay_out(self, row: int, choices: int) -> None:
        if (row, choices) == (self._row.count(), self._choices.count()):
            return
        for line in (self._row, self._choices):
            while line.count():
                line.takeAt(0)
        for place, chip in enumerate(self._chips):
            if place < row + choices:
                (self._row if place < row else self._choices).addWidget(chip)
                chip.show()
            else:
                chip.hide()
                _say(chip, "")

    def _take(self, key: _Key) -> None:
        facet, value = key
        if key == _ALL:
            self._filters.clear()
            self._open = ""
        elif not value:
            self._open = "" if self._open == facet else facet
        else:
            again = self._filters.chosen(facet) == value
            self._filters.choose(facet, "" if again else value)
            self._open = ""
        self._build()
        self.changed.emit()


def _say(chip: PushButton, words: str) -> None:
    if chip.text() != words:
        chip.setText(words)
        chip.setAccessibleName(words)
