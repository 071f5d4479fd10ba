"""A long page: its first screen at once, the rest by and by, and every place right when it has arrived."""

from __future__ import annotations

import gc
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QTextTable
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from content.blocks import ListBlock, Paragraph, Run, Table
from content.model import Section
from desktop.ui.page.boxes import BOXES
from desktop.ui.page.document import IncrementalRenderer, PageContext, build_page
from desktop.ui.page.renderer import _UNSEEN_MS, PART
from desktop.ui.page.view import FIRST_SCREEN, PageView
from tests.desktop.ui.page.long_pages import TURNS, heading_at_top, whole


def test_the_first_screen_stands_at_once_and_the_rest_follows(qtbot, open_long, small, style, long_page):
    view = open_long()
    begun = len(view.toPlainText())
    assert begun < PART / 10
    assert FIRST_SCREEN <= view.document().size().height() / view.viewport().height() < 3
    expected = build_page(
        PageContext(small, long_page, "danger-now", "safe-sleep", small.info.edition), style
    ).document
    grown = whole(qtbot, view)
    assert grown.toPlainText() == expected.toPlainText()
    assert view.outline()[-1][0].endswith(f"-{TURNS - 1}")


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("size", [(700, 40), (700, 500), (1900, 1000), (400, 3000)])
def test_where_the_page_ends_so_far_is_out_of_sight(
    qtbot, small, long_page, faults, appearance, style, size, scale
):
    appearance.show(replace(style, scale=scale))
    view = PageView(appearance, faults)
    qtbot.addWidget(view)
    view.resize(*size)
    view.set_column(26, min(round(600 * scale), size[0] - 52))
    view.show_page(PageContext(small, long_page, "", "", small.info.edition))
    assert view.document().size().height() >= FIRST_SCREEN * view.viewport().height()
    view.resize(size[0], size[1] + 800)
    assert view._renderer.growing
    assert view.document().size().height() >= FIRST_SCREEN * view.viewport().height()


def test_the_rest_is_written_as_soon_as_the_first_screen_was_painted(qtbot, open_long) -> None:
    view = open_long()
    begun = len(view.toPlainText())
    QApplication.sendPostedEvents()  # of what is put off, the painting alone
    assert len(view.toPlainText()) == begun
    view.viewport().repaint()
    with qtbot.waitSignal(view._renderer.grown, timeout=_UNSEEN_MS // 2):
        pass


def test_the_rest_of_a_page_that_nobody_sees_is_written_too(
    qtbot, small, long_page, faults, appearance
) -> None:
    view = PageView(appearance, faults)
    qtbot.addWidget(view)
    view.show_page(PageContext(small, long_page, "", "", small.info.edition))
    with qtbot.waitSignal(view._renderer.grown):
        pass


def test_whoever_goes_further_down_a_usual_page_is_there_at_once(qtbot, show_page, small) -> None:
    view = show_page("who-to-call")
    last = small.pages["who-to-call"].sections[-1].anchor
    assert view._renderer.growing
    view.scroll_to_section(last)
    assert view._scroller.pending is None
    assert last in dict(view._renderer.rendered.sections)
    assert view.verticalScrollBar().value() > 0


def test_places_stand_where_they_stand_on_a_page_written_in_one(
    qtbot, open_long, small, style, long_page, faults, appearance
):
    view = open_long()
    grown = whole(qtbot, view)
    once = PageView(appearance, faults)
    qtbot.addWidget(once)
    once.resize(view.size())
    context = PageContext(small, long_page, "danger-now", "safe-sleep", small.info.edition)
    expected = build_page(context, style)
    expected.document.rootFrame().setFrameFormat(grown.rootFrame().frameFormat())
    once.setDocument(expected.document)
    expected.document.setPageSize(grown.pageSize())
    layouts = grown.documentLayout(), expected.document.documentLayout()
    for _anchor, position in expected.sections:
        mine, other = (
            one.blockBoundingRect(document.findBlock(position))
            for one, document in zip(layouts, (grown, expected.document), strict=True)
        )
        assert mine == other
    assert grown.size() == expected.document.size()


def test_marks_arrive_with_the_words(qtbot, open_long, small, style, long_page) -> None:
    view = open_long()
    view.mark(("bruise",))
    first = view.marks()
    assert first > 0
    text = whole(qtbot, view).toPlainText().lower()
    assert view.marks() == text.count("bruise")
    places = [(one.cursor.selectionStart(), one.cursor.selectedText()) for one in view.extraSelections()]
    assert {words.lower() for _start, words in places} == {"bruise"}
    assert len(set(places)) == min(500, view.marks())


def test_marks_are_gone_to_in_their_section(qtbot, open_long, long_page) -> None:
    view = open_long()
    section = next(one for one in reversed(long_page.sections) if one.title.startswith("What to do"))
    told: list[tuple[int, int]] = []
    view.marks_changed.connect(lambda *now: told.append(now))
    view.mark(("exact",), section.anchor)
    # the mark counts as soon as it is written; the view goes there when what follows it fills the view
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() > 5000, timeout=20_000)
    whole(qtbot, view)
    assert told[-1][0] > 100
    assert heading_at_top(view, section.anchor)


def test_a_mark_that_no_section_has_is_looked_for_from_the_top(qtbot, open_long) -> None:
    view = open_long()
    view.mark(("bruise",), "no-such-section")
    assert view.verticalScrollBar().value() == 0
    with qtbot.waitSignal(view.marks_changed, check_params_cb=lambda at, _all: at == 1, timeout=20_000):
        pass


def test_find_counts_what_arrives_later(qtbot, open_long) -> None:
    view = open_long()
    now = view.find_words("calm parent", True)
    assert now[0] == 1
    assert 1 <= now[1] < TURNS
    told: list[tuple[int, int]] = []
    view.found_changed.connect(lambda *found: told.append(found))
    whole(qtbot, view)
    assert told[-1] == (1, TURNS)
    assert view.find_words("calm parent", False) == (TURNS, TURNS)


def test_find_goes_to_words_that_stand_only_at_the_end(qtbot, open_long) -> None:
    view = open_long()
    assert view.find_words(f"it may mean {TURNS - 1}", True) == (0, 0)
    with qtbot.waitSignal(view.found_changed, check_params_cb=lambda *now: now == (1, 1), timeout=20_000):
        pass
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() > 5000, timeout=20_000)


def test_words_beyond_the_first_plane_are_marked_where_they_stand(
    qtbot, small, long_page, faults, appearance
) -> None:
    view = PageView(appearance, faults)
    qtbot.addWidget(view)
    smiles = Section("", "smiles", (Paragraph((Run("\U0001f642 needle, needle \U0001f642"),)),))
    page = replace(long_page, sections=(smiles, *long_page.sections, replace(smiles, anchor="smiles-2")))
    view.show_page(PageContext(small, page, "", "", small.info.edition))
    view.mark(("needle",))
    whole(qtbot, view)
    assert [one.cursor.selectedText() for one in view.extraSelections()] == ["needle"] * 4


def test_a_box_of_many_screens_is_painted_all_the_way(qtbot, small, style, faults, appearance) -> None:
    items = tuple((Paragraph((Run(f"Item {number}"),)),) for number in range(200))
    view = PageView(appearance, faults)
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.set_column(26, 600)
    page = replace(small.pages["baby-bruise"], act_now=(ListBlock(items),))
    view.show_page(PageContext(small, page, "", "", small.info.edition))
    whole(qtbot, view)
    view.show()
    view.verticalScrollBar().setValue(3000)
    assert view.verticalScrollBar().value() == 3000
    image = view.viewport().grab().toImage()
    assert image.pixelColor(500, 250) == style.colour(BOXES["act"].tint)


def test_a_long_table_comes_in_parts_whose_columns_stand_in_line(qtbot, small, faults, appearance) -> None:
    page = small.pages["baby-bruise"]
    cells = [tuple((Run(f"{word} {row}"),) for word in ("short", "a longer cell", "x")) for row in range(500)]
    table = Table(header=cells[0], rows=tuple(cells[1:]))
    view = PageView(appearance, faults)
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.set_column(26, 600)
    page = replace(page, sections=(Section("Long", "long", (table,)),))
    view.show_page(PageContext(small, page, "", "", small.info.edition))
    assert "x 499" not in view.toPlainText()
    document = whole(qtbot, view)
    layout = document.documentLayout()
    lefts: dict[str, set[float]] = {}
    for row in range(500):
        for word in ("short", "a longer cell", "x"):
            block = document.find(f"{word} {row}").block()
            lefts.setdefault(word, set()).add(round(layout.blockBoundingRect(block).left()))
    assert all(len(places) == 1 for places in lefts.values())
    parts = [one for one in document.rootFrame().childFrames() if isinstance(one, QTextTable)]
    assert sum(one.rows() for one in parts) == 500
    assert [one.format().toTableFormat().headerRowCount() for one in parts] == [1] + [0] * (len(parts) - 1)
    view.set_column(10, 320)
    assert "short 0: short 499" in whole(qtbot, view).toPlainText()


def test_tab_does_not_leave_a_page_that_still_grows(qtbot, open_long) -> None:
    view = open_long()
    window = QWidget()
    qtbot.addWidget(window)
    rows = QVBoxLayout(window)
    after = QPushButton("after")
    for part in (view, after):
        rows.addWidget(part)
    with qtbot.waitActive(window):
        window.show()
    view.setFocus()
    presses = 0
    while view._renderer.growing and presses < 200:
        QTest.keyClick(view, Qt.Key.Key_Tab)
        assert view.hasFocus()
        presses += 1
    assert presses == 200  # nothing was written between them
    whole(qtbot, view)


def test_shift_tab_comes_in_behind_the_last_link_however_many_follow(qtbot, open_long) -> None:
    view = open_long()
    said: list[str] = []
    view.reached.connect(said.append)
    view.focusInEvent(QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.BacktabFocusReason))
    whole(qtbot, view)
    assert view._links.current() is None
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert said == []
    view.focusNextPrevChild(False)
    assert view._links.current() == view._renderer.rendered.tab_stops[-1]
    assert len(said) == 1
    view.focusNextPrevChild(False)
    assert view._links.current() == view._renderer.rendered.tab_stops[-2]


def test_the_keyboard_stays_at_its_link_while_the_page_is_written_anew(
    qtbot, open_long, style, appearance
) -> None:
    view = open_long()
    whole(qtbot, view)
    view.focusInEvent(QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.BacktabFocusReason))
    view.focusNextPrevChild(False)
    last = view._links.current()
    appearance.show(style)
    assert view._links.current() is None
    assert view.focusNextPrevChild(False)
    assert view.focusNextPrevChild(True)
    whole(qtbot, view)
    assert view._links.current() == last


def test_a_tick_box_far_down_is_hit(qtbot, small, faults, appearance) -> None:
    view = PageView(appearance, faults)
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.set_column(26, 600)
    page = next(one for one in small.pages.values() if any("Tick" in repr(s.blocks) for s in one.sections))
    sections = [replace(one, anchor=f"{one.anchor}-{n}") for n in range(200) for one in page.sections]
    view.show_page(PageContext(small, replace(page, sections=tuple(sections)), "", "", small.info.edition))
    high = whole(qtbot, view).size().height()  # Qt tells the bar late
    qtbot.waitUntil(lambda: view.verticalScrollBar().maximum() == round(high) - view.viewport().height())
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() - 900)
    top = view.verticalScrollBar().value()
    hits = {view._links._tick_at(QPointF(40, top + y)) for y in range(0, 500, 4)} - {-1}
    assert hits
    assert hits == set(range(min(hits), max(hits) + 1))
    assert min(hits) > 100


def test_leaving_half_way_stops_the_rest_and_keeps_no_word(qtbot, open_long, long_page) -> None:
    view = open_long()
    view.scroll_to_section(long_page.sections[-1].anchor)
    view.mark(("bruise",), long_page.sections[-1].anchor)
    view.forget()
    assert view.toPlainText() == ""
    with qtbot.assertNotEmitted(view.section_changed, wait=120):
        pass
    assert view.toPlainText() == ""
    gc.collect()
    assert not [one for one in gc.get_objects() if isinstance(one, IncrementalRenderer)]


def test_another_page_stops_the_one_before(qtbot, open_long, small) -> None:
    view = open_long()
    view.show_page(PageContext(small, small.pages["who-to-call"], "", "", small.info.edition))
    short = whole(qtbot, view).toPlainText()
    with qtbot.assertNotEmitted(view.section_changed, wait=120):
        pass
    assert view.toPlainText() == short
