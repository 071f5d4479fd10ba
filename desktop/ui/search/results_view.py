"""What takes the page's place while the worker types: the count, the filters and the hits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from content.model import Library
from desktop.hit_filters import HitFilters
from desktop.i18n import _
from desktop.ui.look.appearance import Appearance
from desktop.ui.search.filter_bar import FilterBar
from desktop.ui.search.hit_list import HitList
from desktop.ui.search.nothing_found import NothingFound
from desktop.ui.search.people_line import PeopleLine
from desktop.ui.widgets.focus_ring import RING
from desktop.ui.widgets.push_button import ButtonStyle, PushButton
from index.hits import CUT, MOST_LETTERS, MOST_WORDS, Answer, Hit

_HELP = "help"
_SUGGESTION = ButtonStyle(foreground="link", pad=2, height=34, weight=600)


class ResultsView(QWidget):
    """Shows an answer. Filters work on the hits at hand, so that the counts add up."""

    hit_wanted = Signal(object)
    words_wanted = Signal(str)
    topics_wanted = Signal()
    theme_wanted = Signal(str)
    said = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._answer: Answer | None = None
        self._widened = False  # whether the weak results are shown too
        self._narrowed = False  # whether the worker has narrowed what is shown, or widened it again
        self.filters = HitFilters()
        self.title = self._label()
        self.note = self._label()
        self.suggestion = PushButton(appearance, "", "", _SUGGESTION, parent=self)
        self.suggestion.clicked.connect(self._take_suggestion)
        self.danger, self.people = PeopleLine(appearance, True, self), PeopleLine(appearance, False, self)
        self.weaker = PushButton(appearance, "", "", _SUGGESTION, parent=self)
        self.weaker.clicked.connect(self.show_weaker)
        self.weaker.hide()
        self._keys = self._label()
        self.browse = PushButton(
            appearance, _("Browse all topics"), _("Browse all topics"), _SUGGESTION, parent=self
        )
        self.browse.clicked.connect(self.topics_wanted)
        self.filter_bar = FilterBar(appearance, self.filters, self)
        self.filter_bar.changed.connect(self._narrow)
        self.hits = HitList(appearance, self)
        self.hits.hit_wanted.connect(self.hit_wanted)
        self.nothing = NothingFound(appearance, self)
        self.nothing.words_wanted.connect(self.words_wanted)
        self.nothing.theme_wanted.connect(self.theme_wanted)
        self.nothing.hide()
        self._rows = QVBoxLayout(self)
        for part in (self.title, self.note, self.danger):
            self._rows.addWidget(part)
        self._rows.addWidget(self.suggestion, 0, Qt.AlignmentFlag.AlignLeft)
        self._rows.addWidget(self.filter_bar)
        self._rows.addWidget(self._keys)
        self._rows.addWidget(self.hits, 1)
        self._rows.addWidget(self.weaker, 0, Qt.AlignmentFlag.AlignLeft)
        self._rows.addWidget(self.people)
        self._rows.addWidget(self.nothing)
        self._rows.addWidget(self.browse, 0, Qt.AlignmentFlag.AlignLeft)
        self._rows.addStretch()
        appearance.follow(self._restyle)

    def _label(self) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        return label

    def show_library(self, library: Library) -> None:
        """Learn the pages' themes and groups, and whom to ring when nothing is found."""
        self.filters.show_library(library)
        self.nothing.show_library(library)
        for line in (self.danger, self.people):
            line.show_library(library)

    def show_opening(self, sentence: str) -> None:
        """Say that the index is not there yet, or why it cannot be read."""
        self._answer = None
        self.title.setText(sentence)
        self.note.setText("")
        self.suggestion.hide()
        self.nothing.hide()
        self.browse.show()
        self.filter_bar.show_hits(())
        self._keys.hide()
        self.hits.show_hits(())
        self._hide_tail()
        self.hits.hide()

    def show_answer(self, answer: Answer) -> None:
        """Replace what is shown; what the hits were narrowed to is kept while it still has hits."""
        self._answer, self._widened = answer, False
        self.filters.let_go(self._pool(answer))
        self._narrowed = self.filters.any()
        self._show_words(answer)
        self.filter_bar.show_hits(self._pool(answer))
        self.nothing.show_near(answer.near_words, answer.near_themes)
        self._show_hits()
        self._settle()
        self.said.emit(self.title.text())

    def show_weaker(self) -> None:
        """Show the results of the weak tail as well."""
        self._widened = self._narrowed = True
        if self._answer is not None:
            self.filter_bar.show_hits(self._pool(self._answer))
        self._show_hits()
        self._settle()

    def _pool(self, answer: Answer) -> Sequence[Hit]:
        """The hits that are shown unless a filter leaves them out."""
        return answer.hits if self._widened else answer.good_hits

    def _hide_tail(self) -> None:
        self.weaker.hide()
        self.weaker.setText("")
        self.weaker.setAccessibleName("")
        for line in (self.danger, self.people):
            line.forget()

    def _settle(self) -> None:
        """Lay all parts out now: an update under way already would paint them where they stood before."""
        for part in (self.filter_bar, self):
            if layout := part.layout():
                layout.activate()

    def show_reranked(self, answer: Answer) -> None:
        """Put the hits that are shown into their better order, unless the worker is choosing among them."""
        if self._answer is None or not self.answers(answer.query) or self._narrowed or self.hits.in_use():
            return
        shown = {hit.page: hit for hit in self._answer.hits}
        ordered = {hit.page: hit for hit in answer.hits if hit.page in shown}
        left = {page: hit for page, hit in shown.items() if page not in ordered}
        self._answer = replace(self._answer, hits=(*ordered.values(), *left.values()))
        self.hits.put_in_order(self._pool(self._answer))

    def _show_words(self, answer: Answer) -> None:
        count = len(answer.hits)
        self.note.setText(self._note(answer))
        self.note.setVisible(bool(self.note.text()))
        self.suggestion.setVisible(bool(answer.suggestion))
        self.suggestion.setText(_("Did you mean {words}?").format(words=answer.suggestion))
        self.suggestion.setAccessibleName(self.suggestion.text())
        self.suggestion.updateGeometry()
        self.browse.setVisible(not count)
        self.nothing.setVisible(not count and not answer.too_short)
        self.danger.show_contacts(answer.danger)
        if any(hit.kind != _HELP for hit in answer.hits):
            self.people.show_usual()
        else:
            self.people.forget()
        self.hits.setVisible(bool(count))

    def _note(self, answer: Answer) -> str:
        cut = _(CUT).format(letters=MOST_LETTERS, words=MOST_WORDS) if answer.cut else ""
        return " ".join(filter(None, (self._what_is_missing(answer), cut)))

    def _what_is_missing(self, answer: Answer) -> str:
        if answer.too_short:
            return ""
        if not answer.hits:
            return _("Check the spelling, or try a shorter or more everyday word.")
        if answer.complete:
            return ""
        if answer.missing:
            missing = ", ".join(f"“{word}”" for word in answer.missing)
            return _("No page has all of these words. Not found: {words}.").format(words=missing)
        return _("No page has all of these words. These have most of them.")

    def answers(self, words: str) -> bool:
        """Whether what is shown answers just these words."""
        return self._answer is not None and self._answer.query == words

    def drop_filters(self) -> bool:
        """Show all hits again; whether any were left out."""
        if self._answer is None or not self.filters.any():
            return False
        self.filters.clear()
        self.filter_bar.close_choices()
        self.filter_bar.show_hits(self._pool(self._answer))
        self._narrow()
        return True

    def forget_filters(self) -> None:
        """Have the next question ask about all pages again."""
        self.filters.clear()

    def close_choices(self) -> None:
        """Fold the choices of a filter that stand open."""
        self.filter_bar.close_choices()

    def _narrow(self) -> None:
        self._narrowed = True
        self._show_hits()

    def _show_hits(self) -> None:
        if self._answer:
            shown = self.filters.kept(self._pool(self._answer))
            self.hits.show_hits(shown)
            self._show_title(self._answer, len(shown))

    def _show_title(self, answer: Answer, shown: int) -> None:
        count, words = len(self._pool(answer)), answer.query.strip()
        sentence = _("{shown} of {n} results for “{words}”") if self.filters.any() else _counted(answer)
        told = {"shown": shown, "n": count, "good": answer.good, "weaker": answer.weaker, "words": words}
        self.title.setText(sentence.format(**told))
        self.weaker.setVisible(bool(answer.weaker) and not self._widened)
        self.weaker.setText(_("Show the weaker results too"))
        self.weaker.setAccessibleName(self.weaker.text())
        clear = _("Up and Down to choose, Enter to open, Esc to show all again")
        usual = _("Up and Down to choose, Enter to open, Esc to go back")
        self._keys.setText(clear if self.filters.any() else usual)
        self._keys.setVisible(bool(count))

    def _take_suggestion(self) -> None:
        if self._answer and self._answer.suggestion:
            self.words_wanted.emit(self._answer.suggestion)

    def forget(self) -> None:
        """Forget the answer."""
        self._answer = None
        self._widened = False
        self.filters.clear()
        self.filter_bar.close_choices()
        self.title.setText("")
        self.note.setText("")
        self.suggestion.setText("")
        self.suggestion.setAccessibleName("")
        self.filter_bar.show_hits(())
        self.nothing.show_near((), ())
        self._hide_tail()
        self.hits.show_hits(())

    @Slot()
    def _restyle(self) -> None:
        style = self._appearance.style
        self.title.setFont(style.font("h2", 700))
        self.note.setFont(style.font("ui"))
        self._keys.setFont(style.font("small"))
        edge = style.size(24 - RING)
        self._rows.setContentsMargins(edge, style.size(14), style.size(6), 0)
        for label in (self.title, self.note, self._keys):
            label.setContentsMargins(style.size(RING), 0, 0, style.size(2))
        self.hits.setViewportMargins(style.size(RING), 0, 0, 0)
        self._rows.setSpacing(style.size(4))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._appearance.style.colour("surface"))


def _counted(answer: Answer) -> str:
    """How many results there are, as a pattern: good ones, and weaker ones where there are any."""
    if answer.too_short:
        return _("Type one more letter.")
    if not answer.hits:
        return _("No results for “{words}”")
    if answer.weaker:
        one, many = (
            _("1 good result, {weaker} weaker for “{words}”"),
            _("{good} good results, {weaker} weaker for “{words}”"),
        )
        if answer.capped:
            one = _("1 good result, more than {weaker} weaker for “{words}”")
            many = _("{good} good results, more than {weaker} weaker for “{words}”")
        return one if answer.good == 1 else many
    if answer.capped:
        return _("More than {n} results for “{words}”")
    return _("1 result for “{words}”") if len(answer.hits) == 1 else _("{n} results for “{words}”")
