"""A long page that is written anew, for another width or text size: place and selection stay."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QTextCursor

from desktop.ui.page.document import PageContext
from tests.desktop.ui.page.long_pages import whole


def test_another_text_size_keeps_a_place_far_down(qtbot, open_long, long_page, style, appearance) -> None:
    view = open_long()
    whole(qtbot, view)
    anchor = long_page.sections[-30].anchor
    told: list[str] = []
    view.section_changed.connect(told.append)
    view.scroll_to_section(anchor)
    appearance.show(replace(style, scale=1.25))
    appearance.show(replace(style, scale=1.5))  # before the first has come to that place
    whole(qtbot, view)
    assert told[0] == told[-1] == anchor
    view.set_column(26, 300)  # narrow: the page is written anew
    whole(qtbot, view)
    assert told[-1] == anchor


@pytest.mark.slow
def test_another_width_writes_a_long_page_anew_in_parts_and_keeps_the_place(qtbot, open_long, longest_page):
    view = open_long(longest_page)
    end = whole(qtbot, view).characterCount()
    anchor = longest_page.sections[-30].anchor
    told: list[str] = []
    view.section_changed.connect(told.append)
    view.scroll_to_section(anchor)
    view.mark(("bruise",))
    view.scroll_to_section(anchor)
    marks = view.marks()
    view.resize(view.width() - 60, view.height())
    qtbot.waitUntil(lambda: view.document().characterCount() < end / 2)
    whole(qtbot, view)
    assert told[-1] == anchor
    assert view.document().characterCount() == end
    assert view.marks() == marks
    before = view.document()
    view.resize(view.width(), view.height() - 60)
    assert view.document() is before


def test_a_long_page_is_left_alone_while_the_window_is_drawn_wider(qtbot, open_long, longest_page) -> None:
    view = open_long(longest_page)
    view.width_changed.connect(lambda: view.set_column(26, view.viewport().width() - 80))
    before = whole(qtbot, view)
    high = before.size().height()
    for width in (660, 540, 420, 480):
        view.resize(width, 500 + width // 10)
        assert view.document() is before
        assert before.size().height() == high
    qtbot.waitUntil(lambda: view.document() is not before)
    whole(qtbot, view)
    assert view.document().size().height() > high


def test_another_page_does_not_wait_for_the_window_to_rest(qtbot, open_long, small) -> None:
    view = open_long()
    whole(qtbot, view)
    view.resize(600, 500)
    view.show_page(PageContext(small, small.pages["who-to-call"], "", "", small.info.edition))
    before = view.document()
    assert not view._fitter.resting
    view.resize(500, 500)
    assert view.document() is before


@pytest.mark.parametrize("all_of_it", [True, False])
def test_what_is_selected_stays_selected_at_another_width(
    qtbot, open_long, longest_page, style, all_of_it, appearance
) -> None:
    view = open_long(longest_page)
    cursor = QTextCursor(whole(qtbot, view))
    cursor.setPosition(50_000)
    cursor.setPosition(49_000, QTextCursor.MoveMode.KeepAnchor)
    if all_of_it:
        cursor.select(QTextCursor.SelectionType.Document)
    view.setTextCursor(cursor)
    ends, words = (cursor.anchor(), cursor.position()), cursor.selectedText()
    view.verticalScrollBar().setValue(9_000)
    view.resize(690, 500)
    qtbot.waitUntil(lambda: not view.textCursor().hasSelection())
    appearance.show(style)
    whole(qtbot, view)
    assert (view.textCursor().anchor(), view.textCursor().position()) == ends
    assert view.textCursor().selectedText() == words
    assert abs(view.verticalScrollBar().value() - 9_000) < 500


def test_what_is_selected_meanwhile_stays_and_goes_with_its_page(
    qtbot, open_long, longest_page, small, style, appearance
) -> None:
    view = open_long(longest_page)
    cursor = QTextCursor(whole(qtbot, view))
    cursor.select(QTextCursor.SelectionType.Document)
    view.setTextCursor(cursor)
    appearance.show(style)
    cursor = QTextCursor(view.document())
    cursor.setPosition(20, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    whole(qtbot, view)
    assert view.textCursor().position() == 20
    appearance.show(style)
    view.show_page(PageContext(small, small.pages["who-to-call"], "", "", small.info.edition))
    appearance.show(style)
    assert not view.textCursor().hasSelection()
