"""Going from mark to mark over a bare scroll bar, on pages that stand and on pages that grow."""

from __future__ import annotations

import pytest

from desktop.ui.page.geometry import top_of
from desktop.ui.page.highlights import Drawn
from desktop.ui.page.match_navigator import MatchNavigator
from tests.desktop.ui.page.conftest import HEIGHT


@pytest.fixture
def matches(renderer, scroller, bar) -> MatchNavigator:
    """Told of each part before the scroller is, as the view tells it."""
    one = MatchNavigator(renderer, scroller)
    renderer.replaced.connect(one.restart)
    renderer.grown.disconnect(scroller.retry)
    renderer.grown.connect(one.scan)
    renderer.grown.connect(scroller.retry)
    return one


@pytest.fixture
def told(matches) -> list[tuple[int, int]]:
    counts: list[tuple[int, int]] = []
    matches.marks_changed.connect(lambda *one: counts.append(one))
    return counts


def in_sight(renderer, bar, span) -> bool:
    top = top_of(renderer.rendered.document, span[0])
    return bar.value() - 100 < top < bar.value() + HEIGHT


def test_marks_are_counted_walked_and_begin_anew(matches, told, render, renderer, bar) -> None:
    render("baby-bruise")
    matches.mark(("bruise",))
    total = matches.marks()
    assert total == renderer.rendered.document.toPlainText().lower().count("bruise") > 2
    assert told[-1] == (1, total)
    assert matches.drawn()[1] is None  # nobody walks them yet
    for number in (*range(2, total + 1), 1):
        matches.step(forward=True)
        assert told[-1] == (number, total)
        assert in_sight(renderer, bar, matches.drawn()[1])
    matches.step(forward=False)
    assert told[-1] == (total, total)


def test_the_first_mark_is_the_first_of_its_section(
    matches, told, render, renderer, bar, completed, long_page
):
    render(long_page)
    section = next(one for one in reversed(long_page.sections) if one.title.startswith("What to do"))
    matches.mark(("exact",), section.anchor)
    completed()
    number, total = told[-1]
    assert 1 < number <= total
    assert in_sight(renderer, bar, matches.drawn()[0][number - 1])
    matches.step(forward=True)
    matches.step(forward=False)
    assert told[-1] == (number, total)
    position = dict(renderer.rendered.sections)[section.anchor]
    assert matches.drawn()[1][0] >= position
    assert in_sight(renderer, bar, matches.drawn()[1])


def test_a_step_to_a_mark_that_is_still_to_come_is_said_twice(matches, render, completed, long_page) -> None:
    render(long_page)
    matches.mark(("calm",))
    said: list[str] = []
    matches.reached.connect(said.append)
    matches.step(forward=False)
    assert said == ["Looking …"]
    completed()
    assert said == ["Looking …", f"{matches.marks()} of {matches.marks()}"]


def test_what_is_found_hides_what_was_marked_until_it_is_forgotten(matches, render) -> None:
    render("baby-bruise")
    matches.mark(("bruise",))
    marked = matches.drawn()[0]
    drawn: list[bool] = []
    matches.highlights_changed.connect(lambda: drawn.append(True))
    which, total = matches.find("baby", True)
    assert (which, len(matches.drawn()[0])) == (1, total)
    assert matches.drawn()[1] == matches.drawn()[0][0]
    assert drawn
    assert matches.find("baby", True) == (2, total)
    assert matches.find("", True) == (0, 0)
    assert matches.drawn() == Drawn(marked)


def test_nothing_is_told_to_be_drawn_that_is_drawn_already(matches, render) -> None:
    render("baby-bruise")
    matches.mark(("bruise",))
    drawn: list[bool] = []
    matches.highlights_changed.connect(lambda: drawn.append(True))
    matches.scan()
    matches.find("", True)
    assert drawn == []


def test_forgotten_words_are_marked_nowhere(matches, told, render) -> None:
    render("baby-bruise")
    matches.mark(("bruise",), "nowhere")
    matches.forget()
    assert told[-1] == (0, 0)
    assert matches.drawn() == Drawn([])
    render("baby-bruise")
    assert matches.marks() == 0
