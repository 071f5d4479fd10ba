"""Where the worker is on a page, and the ways to places still to be written: over a bare scroll bar."""

from __future__ import annotations

from dataclasses import replace

import pytest

from content.blocks import Paragraph, Run
from content.model import Section
from desktop.ui.page.geometry import lines_of, top_of
from tests.desktop.ui.page.conftest import COLUMN, HEIGHT


@pytest.fixture
def heading(renderer):
    """The height of a section's heading."""
    return lambda anchor: round(top_of(renderer.rendered.document, dict(renderer.rendered.sections)[anchor]))


def test_a_section_comes_to_the_top(scroller, bar, render, completed, long_page, heading) -> None:
    render(long_page)
    completed()
    anchor = long_page.sections[30].anchor
    told: list[str] = []
    scroller.section_changed.connect(told.append)
    scroller.scroll_to_section(anchor)
    assert bar.value() == heading(anchor) - 24
    assert told == [anchor]
    assert scroller.pending is None


def test_a_section_that_is_still_to_come_is_gone_to_when_it_stands(
    scroller, bar, render, completed, long_page, heading
) -> None:
    render(long_page)
    anchor = long_page.sections[-40].anchor
    scroller.scroll_to_section(anchor)
    assert scroller.pending
    assert bar.value() == 0
    completed()
    assert scroller.pending is None
    assert bar.value() == heading(anchor) - 24


def test_a_section_that_no_page_has_is_given_up_at_the_end(
    scroller, bar, render, completed, long_page
) -> None:
    render(long_page)
    scroller.scroll_to_section("nowhere")
    assert scroller.pending
    completed()
    assert scroller.pending is None
    assert bar.value() == 0


def test_who_moves_meanwhile_stays(scroller, bar, render, completed, long_page) -> None:
    render(long_page)
    scroller.scroll_to_value(60_000)
    told: list[float] = []
    scroller.scrolled.connect(told.append)
    bar.setValue(40)
    assert scroller.pending is None
    completed()
    assert bar.value() == 40
    assert told == [40.0]


def test_where_qt_moves_the_page_nobody_went(scroller, bar, render, completed, long_page) -> None:
    render(long_page)
    scroller.scroll_to_value(60_000)
    told: list[float] = []
    scroller.scrolled.connect(told.append)
    with scroller.holding():
        bar.setValue(40)
    assert told == []
    assert scroller.pending
    completed()
    assert bar.value() == 60_000


def test_a_page_that_becomes_shorter_moves_nobody(scroller, bar, render, completed, long_page) -> None:
    render(long_page)
    completed()
    bar.setValue(bar.maximum())
    told: list[float] = []
    scroller.scrolled.connect(told.append)
    bar.setMaximum(bar.maximum() - 5000)
    assert told == []
    bar.setValue(bar.maximum() - 10)
    assert told == [bar.maximum() - 10.0]


def test_another_document_is_waited_for_by_nobody(scroller, bar, render, completed, long_page) -> None:
    render(long_page)
    scroller.scroll_to_value(60_000)
    render(long_page)
    completed()
    assert bar.value() == 0


def test_the_place_is_found_again_in_another_width_and_size(
    scroller, bar, renderer, render, completed, long_page, style, heading
) -> None:
    render(long_page)
    completed()
    anchor = long_page.sections[60].anchor
    scroller.scroll_to_section(anchor)
    before, place = bar.value(), scroller.place()
    renderer.style = replace(style, scale=1.5)
    render(long_page, replace(COLUMN, width=500, scale=1.5))
    scroller.return_to(place)
    completed()
    assert bar.value() > before + 1000
    assert abs(heading(anchor) - bar.value()) < HEIGHT / 2


def test_the_top_of_a_page_is_a_place(scroller, bar, render, long_page) -> None:
    render(long_page)
    assert scroller.place() == (0, 0)
    bar.setValue(500)
    scroller.return_to((0, 0))
    assert bar.value() == 0


def test_headings_are_stepped_over_both_ways(scroller, bar, render, completed, long_page, heading) -> None:
    render(long_page)
    completed()
    titled = [one.anchor for one in long_page.sections if one.title]
    for anchor in titled[:3]:
        scroller.step_heading(1)
        assert bar.value() == heading(anchor) - 24
    scroller.step_heading(-1)
    assert bar.value() == heading(titled[1]) - 24
    bar.setValue(bar.value() + 40)
    scroller.step_heading(-1)
    assert bar.value() == heading(titled[1]) - 24
    scroller.step_heading(-1)
    scroller.step_heading(-1)
    assert bar.value() == 0


def test_the_last_section_is_read_at_the_end_however_short_it_is(
    scroller, bar, render, renderer, completed, long_page, heading
) -> None:
    last = Section("the-end", "The end", (Paragraph((Run("Short."),)),))
    head = replace(long_page.head, related=(), sources=())
    render(replace(long_page, head=head, sections=(*long_page.sections, last)))
    told: list[str] = []
    scroller.section_changed.connect(told.append)
    bar.setValue(bar.maximum())
    assert told[-1] != renderer.rendered.sections[-1][0]  # more is to come
    completed()
    bar.setValue(bar.maximum() - 1)
    assert told[-1] == long_page.sections[-1].anchor
    bar.setValue(bar.maximum())
    assert heading("the-end") > bar.value() + 80
    assert told[-1] == "the-end"
    bar.setValue(0)
    scroller.scroll_to_section("the-end")
    assert bar.value() == bar.maximum()  # as far as the page goes


def test_words_are_brought_into_sight_and_not_further(scroller, bar, renderer, render, completed, long_page):
    render(long_page)
    completed()
    document = renderer.rendered.document
    first = document.find("bruise").selectionStart()
    bar.setValue(30)
    scroller.scroll_to_span((first, first + 6))
    assert bar.value() == 0  # in sight from the top
    position = dict(renderer.rendered.sections)[long_page.sections[50].anchor]
    span = (position, position + 5)
    scroller.scroll_to_span(span)
    line = lines_of(document, *span)[0]
    assert bar.value() == round(line.top() - HEIGHT // 3)
    for value in (round(line.top()) - HEIGHT + 100, round(line.top()) - 20):
        bar.setValue(value)
        scroller.scroll_to_span(span)
        assert bar.value() == value  # in sight
    for value in (round(line.top()) - HEIGHT + 60, round(line.top()) - 5):
        bar.setValue(value)
        scroller.scroll_to_span(span)
        assert bar.value() == round(line.top() - HEIGHT // 3)
