"""Only the newest words are answered, Enter opens only their hit, and closing brings the page back."""

from __future__ import annotations

from itertools import count

import pytest

from content.model import Library
from desktop.ui.control.navigation import NavigationController
from desktop.ui.control.search import SearchController
from desktop.ui.main_window import MainWindow
from desktop.ui.search.search_thread import SearchThread
from index.hits import Answer, Hit, Snippet


def hit(page: str, section: str = "", matched: frozenset[str] = frozenset()) -> Hit:
    return Hit(1, page, section, page, (), "Babies", "Babies", "do_now", Snippet(), (), 1, 0, matched)


BRUISE = Answer("bruise", (hit("baby-bruise", matched=frozenset({"bruis"})), hit("safe-sleep")))
SLEEP = Answer("sleep", (hit("safe-sleep"),))


@pytest.fixture
def search(
    window: MainWindow, small: Library, thread: SearchThread, navigation: NavigationController
) -> SearchController:
    """Ready, over an open page."""
    search = SearchController(window, small, thread, navigation)
    thread.ready.emit()
    navigation.open_page("young-carers")
    return search


def newest(thread: SearchThread) -> int:
    """The number of the question that was asked last."""
    return next(number for number in count() if thread.is_newest(number))


def type_words(window: MainWindow, words: str) -> None:
    window.search_box.field.setText(words)


def answer(window: MainWindow, thread: SearchThread, told: Answer) -> None:
    type_words(window, told.query)
    thread.answered.emit(told, newest(thread))


def test_a_late_answer_is_not_shown(
    window: MainWindow, thread: SearchThread, search: SearchController
) -> None:
    type_words(window, "bruise")
    late = newest(thread)
    type_words(window, "sleep")
    thread.answered.emit(BRUISE, late)
    assert window.part() is window.reading
    thread.answered.emit(SLEEP, newest(thread))
    assert window.part() is window.results
    thread.reranked.emit(BRUISE, late)
    thread.question_failed.emit(late)
    assert window.results.answers("sleep")
    assert "sleep" in window.results.title.text()


def test_enter_before_the_answer_opens_the_hit_of_these_words_and_no_other(
    window: MainWindow, thread: SearchThread, search: SearchController, navigation: NavigationController
) -> None:
    answer(window, thread, BRUISE)
    type_words(window, "sleep")
    window.search_box.open_wanted.emit()
    assert navigation.page == "young-carers"
    thread.answered.emit(SLEEP, newest(thread))
    assert navigation.page == "safe-sleep"
    type_words(window, "bruise")
    window.search_box.open_wanted.emit()
    type_words(window, "sleep")  # the worker has typed on: the words that Enter was for are gone
    thread.answered.emit(SLEEP, newest(thread))
    assert window.part() is window.results


def test_a_hit_opens_with_its_words_marked_and_back_asks_again(
    window: MainWindow, thread: SearchThread, search: SearchController, navigation: NavigationController
) -> None:
    answer(window, thread, BRUISE)
    window.search_box.open_wanted.emit()
    assert (navigation.page, window.search_box.words()) == ("baby-bruise", "")
    assert window.page_view.marks() > 1
    assert window.focusWidget() is window.page_view
    navigation.back()
    assert window.search_box.words() == "bruise"
    thread.answered.emit(BRUISE, newest(thread))
    assert window.part() is window.results


@pytest.mark.parametrize("how", ["empty", "close"])
def test_what_was_given_up_is_not_answered_over_the_page(
    window: MainWindow, thread: SearchThread, search: SearchController, how: str
) -> None:
    type_words(window, "bruise")
    asked = newest(thread)
    if how == "empty":
        type_words(window, " ")
    else:
        assert search.close()
        assert window.search_box.words() == ""
    thread.answered.emit(BRUISE, asked)
    assert window.part() is window.reading


def test_a_page_opened_meanwhile_is_not_covered_by_the_answer(
    window: MainWindow, thread: SearchThread, search: SearchController, navigation: NavigationController
) -> None:
    type_words(window, "bruise")
    asked = newest(thread)
    navigation.open_page("who-to-call")
    thread.answered.emit(BRUISE, asked)
    assert (window.part(), window.search_box.words()) == (window.reading, "")


def test_closing_widens_the_hits_first_and_says_when_there_is_nothing_to_close(
    window: MainWindow, thread: SearchThread, search: SearchController
) -> None:
    answer(window, thread, BRUISE)
    window.results.filters.choose("theme", "babies")
    assert search.close()
    assert window.part() is window.results
    assert search.close()
    assert window.part() is window.reading
    assert not search.close()


def test_words_typed_before_the_search_is_ready_are_asked_once_it_is(
    window: MainWindow, small: Library, thread: SearchThread, navigation: NavigationController
) -> None:
    SearchController(window, small, thread, navigation)
    type_words(window, "bruise")
    assert "being made ready" in window.results.title.text()
    before = newest(thread)
    thread.ready.emit()
    assert newest(thread) > before
    thread.answered.emit(BRUISE, newest(thread))
    assert window.results.answers("bruise")


def test_a_search_that_cannot_be_opened_says_so_at_every_try(
    window: MainWindow, thread: SearchThread, search: SearchController
) -> None:
    thread.failed.emit("The index is damaged.")
    assert window.part() is window.reading
    for words in ("bruise", "sleep"):
        type_words(window, words)
        assert window.part() is window.results
        assert window.results.title.text() == "The index is damaged."
        search.close()


def test_words_that_break_the_search_are_told_in_place_of_old_hits(
    window: MainWindow, thread: SearchThread, search: SearchController, navigation: NavigationController
) -> None:
    answer(window, thread, BRUISE)
    type_words(window, "sleep")
    thread.question_failed.emit(newest(thread))
    assert "could not be searched for" in window.results.title.text()
    window.search_box.open_wanted.emit()
    assert navigation.page == "young-carers"
