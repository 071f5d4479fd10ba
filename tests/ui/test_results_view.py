"""What the worker sees while typing: count, filters that add up, a way on when nothing is found."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.ui.results_view import ResultsView
from desktop.ui.style import Style
from index.hits import Answer, Hit, Snippet


def hit(page: str, kind: str, why: tuple[str, ...] = ()) -> Hit:
    snippet = Snippet(f"Something about {page} \U0001f600 here.", ((16, 16 + len(page)),))
    return Hit(
        1, page, "", page.title(), ((0, 2),), "Lead", "Babies", "Babies › Lead", kind, snippet, why, 1, 0
    )


HITS = (hit("bruise", "do_now"), hit("signs", "signs"), hit("more", "signs", ("DV: domestic abuse",)))


@pytest.fixture
def results(qtbot, style: Style) -> ResultsView:
    view = ResultsView()
    qtbot.addWidget(view)
    view.resize(1000, 600)
    view.show_style(style)
    view.show()
    return view


def titles(view: ResultsView) -> list[str]:
    model = view.hits.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def chips(view: ResultsView) -> dict[str, bool]:
    return {chip.text(): chip.isChecked() for chip in view.chips}


def test_counts_add_up_and_filter(results: ResultsView) -> None:
    results.show_answer(Answer("bruise", HITS))
    assert results.title.text() == "3 results for “bruise”"
    assert chips(results) == {"All 3": True, "Signs 2": False, "Do now 1": False}
    results.chips[1].click()
    assert titles(results) == ["Signs", "More"]
    results.chips[0].click()
    assert titles(results) == ["Bruise", "Signs", "More"]


def test_a_filter_without_hits_in_the_next_answer_is_let_go(results: ResultsView) -> None:
    results.show_answer(Answer("bruise", HITS))
    results.choose_kind("signs")
    results.show_answer(Answer("bruise b", HITS[:1]))
    assert titles(results) == ["Bruise"]


def test_nothing_found_helps_on(qtbot, results: ResultsView) -> None:
    results.show_person("You can also ask a person.\nDuty: 0113 496 0000")
    results.show_answer(Answer("zzz", (), suggestion="zoo"))
    assert results.title.text() == "No results for “zzz”"
    assert "0113 496 0000" in results.note.text()
    assert results.browse.isVisible()
    with qtbot.waitSignal(results.words_wanted) as wanted:
        results.suggestion.click()
    assert wanted.args == ["zoo"]


def test_a_partial_answer_says_so(results: ResultsView) -> None:
    results.show_answer(Answer("bruise zebra", HITS, complete=False, missing=("zebra",)))
    assert "zebra" in results.note.text()


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
    results.clear()
    shown = [results.title.text(), results.note.text(), results.suggestion.text(), *titles(results)]
    assert "".join(shown) == ""
    assert results.chips == []
