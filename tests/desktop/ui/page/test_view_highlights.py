"""Marks and finding on a long page: right places and true numbers, even before all of it is written."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.desktop.ui.page.long_pages import TURNS, heading_at_top, whole


@pytest.mark.parametrize("words", ["zebra", "needle"])
def test_a_hit_whose_words_are_not_found_still_opens_at_its_section(qtbot, open_long, long_page, words):
    first, *others = long_page.sections
    page = replace(long_page, sections=(replace(first, title="A needle"), *others))
    view = open_long(page)
    anchor = page.sections[-40].anchor
    view.scroll_to_section(anchor)
    view.mark((words,), anchor)
    whole(qtbot, view)
    assert heading_at_top(view, anchor)


def test_more_marks_above_than_can_be_drawn_do_not_keep_the_view_from_its_section(
    qtbot, open_long, long_page
):
    view = open_long()
    anchor = long_page.sections[-4].anchor
    view.mark(("baby", "bruise"), anchor)
    whole(qtbot, view)
    assert heading_at_top(view, anchor)
    drawn = [one.cursor.selectionStart() for one in view.extraSelections()]
    assert len(drawn) == 500 < view.marks()
    assert max(drawn) > dict(view._renderer.rendered.sections)[anchor]


@pytest.mark.parametrize("forward", [True, False])
def test_the_first_step_leads_to_the_mark_that_is_counted(qtbot, open_long, long_page, forward) -> None:
    view = open_long()
    told: list[tuple[int, int]] = []
    view.marks_changed.connect(lambda *now: told.append(now))
    view.mark(("bruise",), long_page.sections[-40].anchor)
    view.verticalScrollBar().setValue(30)  # the worker moves before it is reached
    whole(qtbot, view)
    assert view.verticalScrollBar().value() == 30
    number, total = told[-1]
    assert 1 < number < total
    view.step_mark(forward)
    assert told[-1] == (number, total)
    assert view.verticalScrollBar().value() > 5000
    view.step_mark(forward)
    assert told[-1] == (number + (1 if forward else -1), total)


def test_another_text_size_keeps_the_mark_and_tells_no_impossible_number(
    qtbot, open_long, style, appearance
) -> None:
    view = open_long()
    whole(qtbot, view)
    view.mark(("calm",))
    for _step in range(view.marks() - 2):
        view.step_mark(forward=True)
    number, total = view.marks() - 1, view.marks()
    told: list[tuple[int, int]] = []
    found: list[tuple[int, int]] = []
    view.marks_changed.connect(lambda *now: told.append(now))
    view.found_changed.connect(lambda *now: found.append(now))
    appearance.show(replace(style, scale=1.25))
    assert view.marks() < total
    view.step_mark(forward=True)
    whole(qtbot, view)
    assert told[-1] == (total, total) == (number + 1, total)
    assert all(which <= of for which, of in told + found)
    assert {which for which, _of in told} == {0, total}
    assert view.verticalScrollBar().value() > 5000


def test_find_goes_on_where_it_was_after_another_text_size(qtbot, open_long, style, appearance) -> None:
    view = open_long()
    whole(qtbot, view)
    view.find_words("calm parent", True)
    view.find_words("calm parent", False)
    appearance.show(replace(style, scale=1.25))
    assert view.find_words("calm parent", False)[0] == 0
    whole(qtbot, view)
    assert view.find_words("calm parent", False) == (TURNS - 2, TURNS)


def test_a_step_back_from_the_first_mark_waits_for_the_last(qtbot, open_long) -> None:
    view = open_long()
    view.mark(("calm",))
    said: list[str] = []
    view.reached.connect(said.append)
    view.step_mark(forward=False)
    whole(qtbot, view)
    assert said == ["Looking …", f"{view.marks()} of {view.marks()}"]


def test_a_step_before_the_section_is_written_leads_to_its_mark(qtbot, open_long, long_page) -> None:
    view = open_long()
    anchor = long_page.sections[-40].anchor
    view.mark(("bruise",), anchor)
    view.step_mark(forward=True)
    whole(qtbot, view)
    assert heading_at_top(view, anchor)
