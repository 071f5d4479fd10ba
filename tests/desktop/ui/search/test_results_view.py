"""What the worker sees while typing: count, filters that add up, a way on when nothing is found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from content.model import Library
from desktop.ui.look.appearance import Appearance
from desktop.ui.search.results_view import ResultsView
from desktop.ui.widgets.push_button import PushButton
from index.hits import Answer, Hit, Reason, Snippet


def hit(page: str, kind: str, why: tuple[Reason, ...] = ()) -> Hit:
    snippet = Snippet(f"Something about {page} \U0001f600 here.", ((16, 16 + len(page)),))
    return Hit(1, page, "", page.title(), ((0, 2),), "Babies", "Babies › Lead", kind, snippet, why, 1, 0)


HITS = (hit("bruise", "do_now"), hit("signs", "signs"), hit("more", "signs", (Reason("domestic abuse"),)))


@pytest.fixture
def results(qtbot, appearance: Appearance) -> ResultsView:
    view = ResultsView(appearance)
    qtbot.addWidget(view)
    view.resize(1000, 600)
    view.show()
    return view


def titles(view: ResultsView) -> list[str]:
    model = view.hits.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def shown_chips(view: ResultsView) -> list[PushButton]:
    return [chip for chip in view.filter_bar.findChildren(PushButton) if not chip.isHidden()]


def chips(view: ResultsView) -> dict[str, bool]:
    return {chip.text(): chip.isChecked() for chip in shown_chips(view)}


def press(view: ResultsView, words: str) -> None:
    next(chip for chip in shown_chips(view) if chip.text() == words).click()


def test_counts_add_up_and_filter(results: ResultsView) -> None:
    results.show_answer(Answer("bruise", HITS))
    assert results.title.text() == "3 results for “bruise”"
    assert chips(results) == {"All 3": True, "Signs 2": False, "Do now 1": False}
    press(results, "Signs 2")
    assert titles(results) == ["Signs", "More"]
    assert results.title.text() == "2 of 3 results for “bruise”"
    press(results, "All 3")
    assert titles(results) == ["Bruise", "Signs", "More"]


def test_a_filter_without_hits_in_the_next_answer_is_let_go(results: ResultsView) -> None:
    results.show_answer(Answer("bruise", HITS))
    press(results, "Signs 2")
    results.show_answer(Answer("bruise b", HITS[:1]))
    assert titles(results) == ["Bruise"]


def test_nothing_found_helps_on(qtbot, results: ResultsView, small: Library) -> None:
    results.show_library(small)
    results.show_answer(
        Answer("zzz", (), suggestion="zoo", near_words=("zone",), near_themes=("babies", "gone"))
    )
    assert results.title.text() == "No results for “zzz”"
    duty = small.contacts[small.info.danger_contacts[0]]
    people = [label.text() for label in results.nothing.people]
    assert people[0] == "999"
    assert duty.phone.replace(" ", "\u00a0") in people
    assert results.browse.isVisible()
    for button, signal, value in (
        (results.suggestion, results.words_wanted, "zoo"),
        (results.nothing.words[0], results.words_wanted, "zone"),
        (results.nothing.themes[0], results.theme_wanted, "babies"),
    ):
        with qtbot.waitSignal(signal) as wanted:
            button.click()
        assert wanted.args == [value]
    assert len(results.nothing.themes) == 1
    results.show_answer(Answer("bruise", HITS))
    assert not results.nothing.isVisible()


def test_while_the_search_opens_the_topics_can_be_browsed(qtbot, results: ResultsView) -> None:
    results.show_answer(Answer("bruise", HITS))
    assert not results.browse.isVisible()
    results.show_opening("The search is getting ready.")
    assert results.browse.isVisible()
    with qtbot.waitSignal(results.topics_wanted):
        results.browse.click()


def test_a_partial_answer_says_so(results: ResultsView) -> None:
    results.show_answer(Answer("bruise zebra", HITS, complete=False, missing=("zebra",)))
    assert "zebra" in results.note.text()


@pytest.mark.parametrize("hits", [HITS, ()])
def test_more_than_is_read_is_told_in_one_sentence(results: ResultsView, hits: tuple[Hit, ...]) -> None:
    sentence = "Only the first 200 letters and 12 different words are searched for."
    results.show_answer(Answer("bruise " * 40, hits, cut=True))
    assert sentence in results.note.text()
    assert results.note.isVisible()
    results.show_answer(Answer("bruise", hits))
    assert sentence not in results.note.text()


def test_a_hit_is_spoken_with_kind_and_passage(results: ResultsView) -> None:
    results.show_answer(Answer("bruise", HITS))
    spoken = results.hits.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Bruise. Do now. Something about bruise")


def test_enter_and_click_open(qtbot, results: ResultsView) -> None:
    results.show_answer(Answer("bruise", HITS))
    results.hits.step(1)
    with qtbot.waitSignal(results.hit_wanted) as opened:
        results.hits.open_chosen()
    assert opened.args[0].page == "signs"
    middle = results.hits.visualRect(results.hits.model().index(2, 0)).center()
    with qtbot.waitSignal(results.hit_wanted) as opened:
        QTest.mouseClick(results.hits.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert opened.args[0].page == "more"


def test_stepping_stays_inside(results: ResultsView) -> None:
    results.show_answer(Answer("bruise", HITS))
    results.hits.step(-5)
    assert results.hits.currentIndex().row() == 0
    results.hits.step(50)
    assert results.hits.currentIndex().row() == 2


def test_clearing_leaves_no_word(results: ResultsView) -> None:
    results.show_answer(Answer("bruise", HITS, suggestion="bruises"))
    results.forget()
    shown = [results.title.text(), results.note.text(), results.suggestion.text(), *titles(results)]
    assert "".join(shown) == ""
    assert shown_chips(results) == []
    assert results.nothing.words == []


def real_hits(small: Library) -> tuple[Hit, ...]:
    return tuple(hit(page, head.kind) for page, head in small.heads.items())


@pytest.mark.parametrize(("facet", "words"), [("theme", "Topic …"), ("group", "Who it is about …")])
def test_the_count_beside_a_choice_is_what_choosing_it_shows(
    results: ResultsView, small: Library, facet: str, words: str
) -> None:
    results.show_library(small)
    hits = real_hits(small)
    results.show_answer(Answer("all", hits))
    for choice in results.filters.choices(facet, hits):
        press(results, words)
        press(results, f"{choice.words} {choice.count}")
        assert len(titles(results)) == choice.count
        assert results.title.text() == f"{choice.count} of {len(hits)} results for “all”"
        kinds = results.filters.choices("kind", hits)
        assert sum(kind.count for kind in kinds) == choice.count
        assert results.drop_filters()
        assert len(titles(results)) == len(hits)
    assert not results.drop_filters()


def test_a_choice_is_said_and_taken_back_with_one_chip(results: ResultsView, small: Library) -> None:
    results.show_library(small)
    hits = real_hits(small)
    results.show_answer(Answer("all", hits))
    press(results, "Topic …")
    choice = results.filters.choices("theme", hits)[0]
    press(results, f"{choice.words} {choice.count}")
    assert chips(results)[f"Topic: {choice.words}"]
    assert not chips(results)[f"All {len(hits)}"]
    press(results, f"All {len(hits)}")
    assert chips(results)["Topic …"] is False
    assert len(titles(results)) == len(hits)


def reranked_order(*pages: str) -> Answer:
    known = {one.page: one for one in HITS}
    return Answer("bruise", tuple(known[page] for page in pages))


def test_after_a_pause_the_hits_take_their_better_order(results: ResultsView) -> None:
    results.show_answer(Answer("bruise", HITS))
    results.hits.clearFocus()  # the keyboard is in the search box
    results.show_reranked(reranked_order("bruise", "more", "signs"))
    assert titles(results) == ["Bruise", "More", "Signs"]
    assert results.hits.currentIndex().row() == 0
    assert results.title.text() == "3 results for “bruise”"


def test_the_better_order_keeps_every_hit(results: ResultsView) -> None:
    results.show_answer(Answer("bruise", HITS))
    results.hits.clearFocus()
    results.show_reranked(reranked_order("bruise", "more"))
    assert titles(results) == ["Bruise", "More", "Signs"]


def _step(view: ResultsView) -> None:
    view.hits.step(1)


def _step_and_back(view: ResultsView) -> None:
    view.hits.step(1)
    view.hits.step(-1)


def _narrow(view: ResultsView) -> None:
    press(view, "Signs 2")


def _narrow_and_widen(view: ResultsView) -> None:
    press(view, "Signs 2")
    assert view.drop_filters()


def _point(view: ResultsView) -> None:
    QTest.mouseMove(view.hits.viewport(), view.hits.viewport().rect().center())
    QCoreApplication.processEvents()


def _focus(view: ResultsView) -> None:
    view.hits.setFocus()


@pytest.mark.parametrize("begin", [_step, _step_and_back, _narrow, _narrow_and_widen, _point, _focus])
def test_a_worker_who_is_choosing_is_not_disturbed(
    results: ResultsView, begin: Callable[[ResultsView], None]
) -> None:
    results.show_answer(Answer("bruise", HITS))
    results.hits.clearFocus()
    begin(results)
    chosen, before = results.hits.currentIndex().row(), titles(results)
    if begin is not _focus:
        results.hits.clearFocus()
    results.show_reranked(reranked_order("bruise", "more", "signs"))
    assert titles(results) == before
    assert results.hits.currentIndex().row() == chosen


def test_what_was_narrowed_before_stays_in_its_order(results: ResultsView) -> None:
    results.show_answer(Answer("brui", HITS))
    press(results, "Signs 2")
    results.show_answer(Answer("bruise", HITS))
    results.hits.clearFocus()
    results.show_reranked(reranked_order("bruise", "more", "signs"))
    assert titles(results) == ["Signs", "More"]


def test_a_late_order_of_other_words_is_not_taken(results: ResultsView) -> None:
    results.show_answer(Answer("burn", HITS))
    results.show_reranked(reranked_order("bruise", "more", "signs"))
    assert titles(results) == ["Bruise", "Signs", "More"]


def test_the_same_order_is_not_shown_again(results: ResultsView, qtbot) -> None:
    results.show_answer(Answer("bruise", HITS))
    with qtbot.assertNotEmitted(results.hits.model().modelReset):
        results.show_reranked(Answer("bruise", tuple(replace(one, score=2.0) for one in HITS)))


def test_an_answer_stands_in_its_place_before_anything_else_happens(results: ResultsView) -> None:
    """An update that was under way when the answer came paints it: it must not paint it twice."""
    results.show_answer(Answer("bruise", HITS))
    QCoreApplication.processEvents()
    results.show_answer(Answer("bruise zebra " * 20, HITS, complete=False, missing=("zebra",) * 30))
    parts = (results.title, results.note, results.filter_bar, results.hits, *shown_chips(results))
    before = [part.geometry() for part in parts]
    QCoreApplication.processEvents()
    assert [part.geometry() for part in parts] == before


def test_the_weak_tail_is_counted_and_shown_on_wish(results: ResultsView) -> None:
    results.show_answer(Answer("bruise", HITS, good=1, weaker=2))
    assert results.title.text() == "1 good result, 2 weaker for “bruise”"
    assert titles(results) == ["Bruise"]
    assert not results.weaker.isHidden()
    results.weaker.click()
    assert titles(results) == ["Bruise", "Signs", "More"]
    assert results.weaker.isHidden()
    assert chips(results) == {"All 3": True, "Signs 2": False, "Do now 1": False}
    results.show_answer(Answer("bruise b", HITS, good=2, weaker=1))
    assert titles(results) == ["Bruise", "Signs"]


def test_a_cap_is_never_shown_as_a_count(results: ResultsView) -> None:
    results.show_answer(Answer("bruise", HITS, good=2, weaker=1, capped=True))
    assert results.title.text() == "2 good results, more than 1 weaker for “bruise”"
    results.show_answer(Answer("bruise", HITS, good=3, capped=True))
    assert results.title.text() == "More than 3 results for “bruise”"


def test_a_better_order_may_lift_a_result_out_of_the_weak_tail(results: ResultsView) -> None:
    results.show_answer(Answer("bruise", HITS, good=1, weaker=2))
    results.hits.clearFocus()
    results.show_reranked(Answer("bruise", HITS[::-1], good=1, weaker=2))
    assert titles(results) == ["More"]


def test_one_letter_asks_for_another(results: ResultsView) -> None:
    results.show_answer(Answer("b", (), too_short=True))
    assert results.title.text() == "Type one more letter."
    assert (results.note.text(), results.nothing.isHidden()) == ("", True)


def test_a_list_says_whom_to_ring(results: ResultsView, small: Library) -> None:
    results.show_library(small)
    results.show_answer(Answer("bruise", HITS))
    assert results.people.isVisible()
    assert results.people.text().startswith("A child is in danger now: 999")
    assert results.danger.isHidden()
    results.show_answer(Answer("keys", (hit("keys", "help"),)))
    assert results.people.isHidden()


def test_words_of_danger_put_the_numbers_above_the_list(results: ResultsView, small: Library) -> None:
    results.show_library(small)
    results.show_answer(Answer("choking", HITS, danger=("duty", "nobody")))
    contact = small.contacts["duty"]
    assert results.danger.text().replace("\u00a0", " ") == f"{contact.name}: {contact.phone}"
    assert results.danger.y() < results.hits.y() < results.people.y()
    results.forget()
    assert (results.danger.text(), results.people.text(), results.weaker.isHidden()) == ("", "", True)
