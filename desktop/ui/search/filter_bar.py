"""The chips over the hits: all, the kinds, and on request the topics and the child groups."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
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


class FilterBar(QWidget):
    """Draws the filters anew for each answer; the first chip takes every choice back."""

    changed = Signal()

    def __init__(self, appearance: Appearance, filters: HitFilters, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._filters = filters
        self._hits: tuple[Hit, ...] = ()
        self._open = ""  # the facet whose choices are spread out below
        self._chips: dict[_Key, PushButton] = {}
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
        held = next((key for key, chip in self._chips.items() if chip.hasFocus()), None)
        self._drop_chips()
        if self._hits:
            self._add(_ALL, _("All {n}").format(n=len(self._hits)), not self._filters.any())
            self._add_kinds()
            for facet in (THEME, GROUP):
                self._add_facet(facet)
            self._add_choices()
        self.setVisible(bool(self._hits))
        if held is not None and self._chips:
            keys = (held, (held[0], ""), _ALL)
            next(self._chips[key] for key in keys if key in self._chips).setFocus()

    def _drop_chips(self) -> None:
        for chip in self._chips.values():
            chip.hide()
            chip.deleteLater()
        for row in (self._row, self._choices):
            while row.count():
                row.takeAt(0)
        self._chips = {}

    def _add_kinds(self) -> None:
        kinds = self._filters.choices(KIND, self._hits)
        if len(kinds) > _SPREAD:
            self._add_facet(KIND)
            return
        for choice in kinds if len(kinds) > 1 else ():
            chosen = self._filters.chosen(KIND) == choice.value
            self._add((KIND, choice.value), f"{choice.words} {choice.count}", chosen)

    def _add_facet(self, facet: str) -> None:
        choices = self._filters.choices(facet, self._hits)
        chosen = next((one.words for one in choices if one.value == self._filters.chosen(facet)), "")
        words = _(FACETS[facet].words)
        if len(choices) > 1:
            self._add((facet, ""), f"{words}: {chosen}" if chosen else f"{words} …", bool(chosen))

    def _add_choices(self) -> None:
        for choice in self._filters.choices(self._open, self._hits) if self._open else ():
            chosen = self._filters.chosen(self._open) == choice.value
            self._add((self._open, choice.value), f"{choice.words} {choice.count}", chosen, self._choices)

    def _add(self, key: _Key, words: str, chosen: bool, row: WrappingRow | None = None) -> None:
        chip = PushButton(self._appearance, words, words, CHIP, parent=self)
        chip.setCheckable(True)
        chip.setChecked(chosen)
        chip.clicked.connect(lambda: self._take(key))
        self._chips[key] = chip
        (row or self._row).addWidget(chip)
        chip.show()

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
