"""From the first letter to the open page: the box asks, the thread answers, the results are shown."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from content.errors import EditionDamagedError
from content.model import Library
from desktop.i18n import _
from desktop.ui.control.navigation import NavigationController
from desktop.ui.main_window import MainWindow
from desktop.ui.search.search_thread import SearchThread
from index.hits import Answer, Hit


def words_marked_for(hit: Hit, library: Library) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words, as they stand on the whole page, that the question meant, and which of them nobody typed."""
    from index.surface_forms import (
        surface_forms_on_page,  # loads whoosh, which the search thread has done before any hit
    )

    try:
        words = surface_forms_on_page(library, hit.page, hit.matched)
        return words, surface_forms_on_page(library, hit.page, hit.alike) if hit.alike else ()
    except EditionDamagedError:  # the worker is told when the page is opened
        return (), ()


class SearchController(QObject):
    """Shows only the answer to the newest words."""

    results_shown = Signal()

    def __init__(
        self, window: MainWindow, library: Library, thread: SearchThread, navigation: NavigationController
    ) -> None:
        super().__init__(window)
        self._window = window
        self._library = library
        self._thread = thread
        self._navigation = navigation
        self._ready = False
        self._problem = ""
        self._open_when_answered = False
        box, results = window.search_box, window.results
        box.words_typed.connect(self.type_words)
        box.step_wanted.connect(results.hits.step)
        box.open_wanted.connect(self.open_chosen)
        box.close_wanted.connect(self.close)
        results.hit_wanted.connect(self.open_hit)
        results.words_wanted.connect(self.put_words)
        results.topics_wanted.connect(self._browse)
        results.theme_wanted.connect(self._open_theme)
        results.show_library(library)
        navigation.page_shown.connect(self._left_results)
        navigation.results_wanted.connect(self.put_words)
        thread.ready.connect(self._is_ready)
        thread.answered.connect(self._answered)
        thread.reranked.connect(self._reranked)
        thread.failed.connect(self._failed)
        thread.question_failed.connect(self._question_failed)

    def type_words(self, words: str) -> None:
        """Ask for these words; empty words bring the page back."""
        self._open_when_answered = False
        if not words.strip():
            self._thread.give_up()
            self._navigation.show_here()
            return
        if self._problem:
            self._window.results.show_opening(self._problem)
            self._window.show_part(self._window.results)
            return
        if not self._ready:
            self._window.results.show_opening(
                _("The search is being made ready. You can browse topics meanwhile.")
            )
            self._window.show_part(self._window.results)
        self._thread.ask(words)

    def open_chosen(self) -> None:
        """Open the chosen hit of the words in the box; if their answer is still to come, open its first."""
        words = self._window.search_box.words()
        if not words.strip():
            return
        if self._window.results.answers(words):
            self._window.hits.open_chosen()
        else:
            self._open_when_answered = True

    def put_words(self, words: str) -> None:
        """Put words into the box and search for them, as after "Did you mean"."""
        self._window.search_box.show_words(words)
        self._window.search_box.begin()
        self.type_words(words)

    def close(self) -> bool:
        """Leave the results for the page they stood before; whether there was anything to close."""
        if not self._window.search_box.words() and self._window.part() is not self._window.results:
            return False
        if self._window.part() is self._window.results and self._window.results.drop_filters():
            return True
        self._window.results.close_choices()
        self._window.search_box.forget()
        self._thread.give_up()
        self._navigation.show_here()
        return True

    def open_hit(self, hit: Hit) -> None:
        """Open the page of a hit at its section, with the words marked."""
        self._navigation.remember_results(self._window.search_box.words())
        self._navigation.open_page(hit.page, hit.section, *words_marked_for(hit, self._library))
        self._window.page_view.setFocus()

    def _browse(self) -> None:
        self.close()
        self._navigation.open_start()

    def _open_theme(self, theme: str) -> None:
        self.close()
        self._navigation.open_node("theme", theme)

    def _left_results(self) -> None:
        self._window.results.forget_filters()  # the next question is about all pages again
        self._open_when_answered = False
        self._thread.give_up()
        self._window.search_box.forget()

    def _is_ready(self) -> None:
        self._ready = True
        words = self._window.search_box.words()
        if words.strip():
            self._thread.ask(words)

    def _answered(self, answer: Answer, number: int) -> None:
        if not self._thread.is_newest(number):
            return
        self._window.results.show_answer(answer)
        self._window.show_part(self._window.results)
        self.results_shown.emit()
        if self._open_when_answered:
            self._open_when_answered = False
            self._window.hits.open_chosen()

    def _reranked(self, answer: Answer, number: int) -> None:
        if self._thread.is_newest(number) and self._window.part() is self._window.results:
            self._window.results.show_reranked(answer)

    def _question_failed(self, number: int) -> None:
        if self._thread.is_newest(number):
            self._window.results.show_opening(_("These words could not be searched for. Try other words."))
            self._window.show_part(self._window.results)

    def _failed(self, sentence: str) -> None:
        self._problem = sentence
        if self._window.search_box.words():
            self._window.results.show_opening(sentence)
            self._window.show_part(self._window.results)
