"""Going to places on a long page that may not be written yet, and telling where the worker is."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from content.blocks import Paragraph, Run
from desktop.ui.page.document import PageContext
from desktop.ui.page.geometry import top_of
from tests.desktop.ui.page.long_pages import hurried, whole


def test_a_section_that_is_still_to_come_is_reached(qtbot, open_long, long_page) -> None:
    view = open_long()
    anchor = long_page.sections[-40].anchor
    with qtbot.waitSignal(view.section_changed, check_params_cb=lambda now: now == anchor, timeout=20_000):
        view.scroll_to_section(anchor)
        assert view.verticalScrollBar().value() == 0
    before = view.verticalScrollBar().value()
    whole(qtbot, view)
    assert view.verticalScrollBar().value() == before


def test_a_heading_at_the_end_of_a_part_comes_to_the_top(qtbot, open_long, long_page) -> None:
    view = open_long()
    titles = {one.title: one.anchor for one in long_page.sections}
    last = next(line for line in reversed(view.toPlainText().splitlines()) if line in titles)
    view.scroll_to_section(titles[last])
    document = whole(qtbot, view)
    heading = document.documentLayout().blockBoundingRect(document.find(last).block())
    assert round(heading.top()) - view.verticalScrollBar().value() == 24


def test_another_column_meanwhile_does_not_stop_the_way(qtbot, open_long, long_page) -> None:
    view = open_long()
    anchor = long_page.sections[-40].anchor
    view.scroll_to_section(anchor)
    with qtbot.waitSignal(view.section_changed, check_params_cb=lambda now: now == anchor, timeout=20_000):
        view.set_column(30, 590)


def test_the_same_page_opened_again_is_at_its_top(qtbot, open_long, small, long_page) -> None:
    view = open_long()
    view.scroll_to_section(long_page.sections[-40].anchor)
    view.show_page(PageContext(small, long_page, "", "", small.info.edition))
    whole(qtbot, view)
    assert view.verticalScrollBar().value() == 0


def test_a_place_that_back_brings_again_is_reached(qtbot, open_long) -> None:
    view = open_long()
    view.scroll_to(15_000)
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() == 15_000, timeout=20_000)


def test_no_place_is_told_that_the_worker_has_not_seen(
    qtbot, open_long, small, style, long_page, appearance
) -> None:
    view = open_long()
    whole(qtbot, view)
    view.verticalScrollBar().setValue(60_000)
    told: list[float] = []
    view.scrolled.connect(told.append)
    view.show_page(PageContext(small, long_page, "", "", small.info.edition))
    view.scroll_to(60_000)
    view.set_column(30, 590)
    appearance.show(style)
    whole(qtbot, view)
    assert told == [60_000]


def test_another_column_does_not_stop_a_way_that_has_begun(qtbot, open_long, long_page) -> None:
    view = open_long()
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    anchor = long_page.sections[-40].anchor
    view.scroll_to_section(anchor)
    with qtbot.waitSignal(view.section_changed, check_params_cb=lambda now: now == anchor, timeout=20_000):
        view.resize(760, 900)
        view.set_column(26, 680)


def test_whoever_moves_meanwhile_stays_where_they_are(qtbot, open_long, long_page) -> None:
    view = open_long()
    view.scroll_to_section(long_page.sections[-1].anchor)
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    here = view.verticalScrollBar().value()
    assert 0 < here < 2 * view.height()
    whole(qtbot, view)
    assert view.verticalScrollBar().value() == here


def long_first(long_page):
    """The first section of many screens, and then the others."""
    line = Paragraph((Run("A line of a very long section, of which there are many. " * 3),))
    first = replace(long_page.sections[0], blocks=(line,) * 200)
    return replace(long_page, sections=(first, *long_page.sections[1:]))


def test_the_next_heading_is_reached_before_it_is_written(qtbot, open_long, long_page) -> None:
    view = open_long(long_first(long_page))
    hurried(view)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    view.step_heading(1)
    whole(qtbot, view)
    sections = view._renderer.rendered.sections
    second = top_of(view.document(), dict(sections)[long_page.sections[1].anchor])
    assert round(second) - view.verticalScrollBar().value() == 24
    view.step_heading(-1)
    assert round(top_of(view.document(), sections[0][1])) - view.verticalScrollBar().value() == 24
    view.step_heading(-1)
    assert view.verticalScrollBar().value() == 0


def test_the_end_of_what_is_written_is_not_the_end_of_the_page(qtbot, open_long, long_page) -> None:
    view = open_long()
    view.resize(700, 3000)
    told: list[str] = []
    view.section_changed.connect(told.append)
    bar = view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() <= view.document().size().height() - view.viewport().height())
    bar.setValue(bar.maximum())
    assert view._renderer.growing
    sections = view._renderer.rendered.sections
    tops = {anchor: round(top_of(view.document(), position)) for anchor, position in sections}
    assert told[-1] == max((one for one in tops if tops[one] <= bar.value() + 80), key=lambda one: tops[one])
    assert told[-1] != sections[-1][0]
    whole(qtbot, view)
    bar.setValue(bar.maximum())
    assert told[-1] == long_page.sections[-1].anchor
