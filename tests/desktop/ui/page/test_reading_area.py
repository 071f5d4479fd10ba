"""The page with its outline: beside it where there is room, over it when it is asked for, and gone again."""

from __future__ import annotations

import pytest

from desktop.ui.look.breakpoints import breakpoint_at
from desktop.ui.page.reading_area import ReadingArea


@pytest.fixture
def area(qtbot, appearance, show_page) -> ReadingArea:
    """An open page with headings, in a window of full width."""
    one = ReadingArea(appearance, show_page("baby-bruise"))
    qtbot.addWidget(one)
    one.resize(1180, 700)
    with qtbot.waitExposed(one):
        one.show()
    one.show_breakpoint(breakpoint_at(1180))
    one.show_sections()
    return one


@pytest.fixture
def narrow(area) -> ReadingArea:
    """The same where the outline has no room beside the page."""
    area.resize(700, 700)
    area.show_breakpoint(breakpoint_at(700))
    return area


def test_where_there_is_room_the_outline_stands_beside_the_page_and_over_no_word(area) -> None:
    assert area.outline.isVisible()
    assert len(area.outline.sections()) == len(area.page.outline()) > 1
    root = area.page.document().rootFrame().frameFormat()
    words_end = area.page.viewport().width() - root.rightMargin()
    assert area.outline.x() >= words_end
    assert area.outline.geometry().right() <= area.width()


def test_where_there_is_none_it_comes_when_asked_for_and_goes_again(narrow) -> None:
    assert not narrow.outline.isVisible()
    narrow.bar.outline.click()
    assert narrow.outline.isVisible()
    assert narrow.outline.geometry().right() <= narrow.width()
    narrow.bar.outline.click()
    assert not narrow.outline.isVisible()


def test_closing_tells_whether_there_was_anything_to_close(area, narrow) -> None:
    assert not narrow.close_outline()
    narrow.show_or_hide_outline()
    assert narrow.close_outline()
    assert not narrow.outline.isVisible()
    assert not narrow.close_outline()


def test_a_chosen_heading_is_gone_to_and_the_page_is_free_again(qtbot, narrow) -> None:
    narrow.show_or_hide_outline()
    anchor = narrow.page.outline()[-1][0]
    before = narrow.page.verticalScrollBar().value()
    narrow.outline.section_wanted.emit(anchor)
    assert not narrow.outline.isVisible()
    qtbot.waitUntil(lambda: narrow.page.verticalScrollBar().value() > before)


def test_another_page_closes_the_outline_that_was_asked_for(narrow) -> None:
    narrow.show_or_hide_outline()
    narrow.show_sections()
    assert not narrow.outline.isVisible()


def test_a_very_low_window_gives_the_room_of_the_bar_to_the_page(area) -> None:
    assert area.bar.isVisible()
    area.resize(1180, 150)
    area.show_breakpoint(breakpoint_at(1180))
    assert not area.bar.isVisible()
