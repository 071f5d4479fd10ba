"""What takes the page's place while the worker types: the count, the filters and the hits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from content.kinds import KINDS
from desktop.ui.focus_ring import RING
from desktop.ui.hit_list import HitList
from desktop.ui.push_button import CHIP, Dress, PushButton
from desktop.ui.style import Dressed, Style
from desktop.ui.wrapping_row import WrappingRow
from desktop.words import _
from index.hits import Answer, Hit

_SUGGESTION = Dress(ink="link", pad=2, height=34, weight=600)


class ResultsView(QWidget):
    """Shows an answer. Filters by kind work on the hits at hand, so that the counts add up."""

    hit_wanted = Signal(object)
    words_wanted = Signal(str)
    topics_wanted = Signal()
    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style: Style | None = None
        self._answer: Answer | None = None
        self._kind = ""
        self._person = ""
        self.title = self._label()
        self.note = self._label()
        self.suggestion = PushButton("", "", _SUGGESTION, parent=self)
        self.suggestion.clicked.connect(self._take_suggestion)
        self._keys = self._label()
        self.browse = PushButton(_("Browse all topics"), _("Browse all topics"), _SUGGESTION, parent=self)
        self.browse.clicked.connect(self.topics_wanted)
        self.chips: list[PushButton] = []
        self.hits = HitList(self)
        self.hits.hit_wanted.connect(self.hit_wanted)
        self._chip_row = WrappingRow()
        self._rows = QVBoxLayout(self)
        for part in (self.title, self.note):
            self._rows.addWidget(part)
        self._rows.addWidget(self.suggestion, 0, Qt.AlignmentFlag.AlignLeft)
        self._rows.addLayout(self._chip_row)
        self._rows.addWidget(self._keys)
        self._rows.addWidget(self.hits, 1)
        self._rows.addWidget(self.browse, 0, Qt.AlignmentFlag.AlignLeft)
        self._rows.addStretch()

    def _label(self) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        return label

    def show_person(self, sentence: str) -> None:
        """The sentence that names whom to ring when nothing was found."""
        self._person = sentence

    def show_opening(self, sentence: str) -> None:
        """Say that the index is not there yet, or why it cannot be read."""
        self._answer = None
        self.title.setText(sentence)
        self.note.setText("")
        self.suggestion.hide()
        self.browse.show()
        self._show_chips(())
        self.hits.show_hits(())
        self.hits.hide()

    def show_answer(self, answer: Answer) -> None:
        """Replace what is shown; the kind that was chosen is kept while it still has hits."""
        self._answer = answer
        if self._kind not in {hit.kind for hit in answer.hits}:
            self._kind = ""
        self._show_words(answer)
        self._show_chips(answer.hits)
        self._show_hits()
        self.said.emit(self.title.text())

    def _show_words(self, answer: Answer) -> None:
        count = len(answer.hits)
        words = answer.words.strip()
        one, many = _("1 result for “{words}”"), _("{n} results for “{words}”")
        none = _("No results for “{words}”")
        sentence = none if not count else one if count == 1 else many
        self.title.setText(sentence.format(n=count, words=words))
        self.note.setText(self._note(answer))
        self.note.setVisible(bool(self.note.text()))
        self.suggestion.setVisible(bool(answer.suggestion))
        self.suggestion.setText(_("Did you mean {words}?").format(words=answer.suggestion))
        self.suggestion.setAccessibleName(self.suggestion.text())
        self.suggestion.updateGeometry()
        self.browse.setVisible(not count)
        self.hits.setVisible(bool(count))

    def _note(self, answer: Answer) -> str:
        if not answer.hits:
            help_words = _("Check the spelling, or try a shorter or more everyday word.")
            return f"{help_words}\n{self._person}".strip()
        if answer.complete:
            return ""
        if answer.missing:
            missing = ", ".join(f"“{word}”" for word in answer.missing)
            return _("No page has all of these words. Not found: {words}.").format(words=missing)
        return _("No page has all of these words. These have most of them.")

    def _show_chips(self, hits: Sequence[Hit]) -> None:
        for chip in self.chips:
            chip.hide()
            chip.deleteLater()
        while self._chip_row.count():
            self._chip_row.takeAt(0)
        self.chips = []
        counts = Counter(hit.kind for hit in hits).most_common()
        self._keys.setVisible(bool(hits))
        if hits:
            self._add_chip("", _("All {n}").format(n=len(hits)))
            for kind, count in counts if len(counts) > 1 else ():
                self._add_chip(kind, f"{KINDS[kind].plural} {count}")
            self._keys.setText(_("Up and Down to choose, Enter to open, Esc to go back"))

    def _add_chip(self, kind: str, words: str) -> None:
        chip = PushButton(words, words, CHIP, parent=self)
        chip.setCheckable(True)
        chip.setChecked(kind == self._kind)
        if self._style:
            chip.show_style(self._style)
        chip.clicked.connect(lambda: self.choose_kind(kind))
        self.chips.append(chip)
        self._chip_row.addWidget(chip)
        chip.show()

    def answers(self, words: str) -> bool:
        """Whether what is shown answers just these words."""
        return self._answer is not None and self._answer.words == words

    def choose_kind(self, kind: str) -> None:
        """Show only hits of this kind; an empty kind shows all."""
        self._kind = kind
        if self._answer:
            held = any(chip.hasFocus() for chip in self.chips)
            self._show_chips(self._answer.hits)
            self._show_hits()
            if held:
                next(chip for chip in self.chips if chip.isChecked()).setFocus()

    def _show_hits(self) -> None:
        if self._answer:
            self.hits.show_hits([hit for hit in self._answer.hits if self._kind in ("", hit.kind)])

    def _take_suggestion(self) -> None:
        if self._answer and self._answer.suggestion:
            self.words_wanted.emit(self._answer.suggestion)

    def clear(self) -> None:
        """Forget the answer."""
        self._answer = None
        self._kind = ""
        self.title.setText("")
        self.note.setText("")
        self.suggestion.setText("")
        self.suggestion.setAccessibleName("")
        self._show_chips(())
        self.hits.show_hits(())

    def show_style(self, style: Style) -> None:
        """Take on a look and a text size."""
        self._style = style
        self.title.setFont(style.font("h2", 700))
        self.note.setFont(style.font("ui"))
        self._keys.setFont(style.font("small"))
        parts: tuple[Dressed, ...] = (self.hits, self.suggestion, self.browse, *self.chips)
        for widget in parts:
            widget.show_style(style)
        edge = style.size(24 - RING)
        self._rows.setContentsMargins(edge, style.size(14), style.size(6), 0)
        for label in (self.title, self.note, self._keys):
            label.setContentsMargins(style.size(RING), 0, 0, style.size(2))
        self.hits.setViewportMargins(style.size(RING), 0, 0, 0)
        self._rows.setSpacing(style.size(4))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._style:
            QPainter(self).fillRect(self.rect(), self._style.colour("surface"))
