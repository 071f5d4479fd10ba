"""The open page as a document that grows: without a widget."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QTextDocument

from content.blocks import ContactCards
from desktop.ui.page.column import Column
from desktop.ui.page.document import build_page
from desktop.ui.page.renderer import PART


def test_the_first_part_stands_at_once_and_the_rest_is_told(qtbot, render, completed, long_page) -> None:
    renderer = render("who-to-call")
    told: list[int] = []
    renderer.replaced.connect(lambda: told.append(-1))
    renderer.grown.connect(lambda: told.append(renderer.rendered.document.characterCount()))
    render(long_page)
    assert told == [-1]
    assert renderer.growing
    assert PART <= renderer.rendered.document.characterCount() < PART + 1000
    completed()
    assert told[0] == -1
    assert len(told) > 5
    assert told[1:] == sorted(set(told[1:]))
    expected = build_page(renderer.context, renderer.style)
    assert renderer.rendered.document.toPlainText() == expected.document.toPlainText()
    assert renderer.rendered.sections == expected.sections
    assert renderer.rendered.tab_stops == expected.tab_stops


def test_only_the_first_part_waits_for_a_page_that_nobody_sees(
    renderer, render, completed, long_page
) -> None:
    waits: list[int] = []
    renderer.grown.connect(lambda: waits.append(renderer._timer.interval()))
    render(long_page)
    first = renderer._timer.interval()
    completed()
    assert first > 0
    assert len(waits) > 3
    assert not any(waits[:-1])


def test_what_is_cleared_is_not_written_on(qtbot, render, long_page) -> None:
    renderer = render(long_page)
    renderer.clear()
    assert renderer.context is None
    assert not renderer.growing
    assert renderer.outline() == ()
    with qtbot.assertNotEmitted(renderer.grown, wait=100):
        pass
    assert renderer.rendered.document.isEmpty()


@pytest.mark.parametrize("number", [0, 200])
def test_a_page_that_cannot_be_written_whole_is_cleared_and_told(
    qtbot, render, renderer, long_page, number, expect_faults
):
    sections = list(long_page.sections)
    sections[number] = replace(sections[number], blocks=(ContactCards(("nobody",)),))
    failed: list[bool] = []
    renderer.failed.connect(lambda: failed.append(renderer.rendered.document.isEmpty()))
    render(replace(long_page, sections=tuple(sections)))
    qtbot.waitUntil(lambda: failed == [True], timeout=20_000)
    assert renderer.context is None
    assert not renderer.growing
    expect_faults("KeyError")


def test_documents_of_pages_that_were_left_go(qtbot, render, renderer, small) -> None:
    for page in small.pages:
        render(page)
    qtbot.waitUntil(lambda: len(renderer.findChildren(QTextDocument)) == 1)


def test_the_column_is_the_margins_of_the_document(render, renderer) -> None:
    render("who-to-call", Column(left=40, width=500, viewport=800, scale=2.0))
    fmt = renderer.rendered.document.rootFrame().frameFormat()
    assert (fmt.leftMargin(), fmt.rightMargin(), fmt.topMargin(), fmt.bottomMargin()) == (40, 260, 56, 96)
    assert renderer.fits(Column(left=40, width=500, viewport=800, scale=2.0))
    other = Column(left=40, width=755, viewport=800, scale=2.0)
    assert not renderer.fits(other)
    renderer.fit(other)
    assert renderer.rendered.document.rootFrame().frameFormat().rightMargin() == 8
    assert renderer.fits(other)


@pytest.mark.parametrize(("width", "scale", "size"), [(500, 1.0, 30), (499, 1.0, 24), (999, 2.0, 24)])
def test_a_narrow_column_takes_a_smaller_title(render, renderer, style, width, scale, size) -> None:
    renderer.style = replace(style, scale=scale)
    render("who-to-call", Column(10, width, width + 20, scale))
    title = renderer.rendered.document.begin().charFormat().font()
    assert title.pixelSize() == round(size * scale)


def test_only_long_pages_count_as_long(render, completed, longest_page) -> None:
    assert not render("who-to-call").long
    renderer = render(longest_page)
    assert not renderer.long  # what stands so far
    completed()
    assert renderer.long


def test_the_outline_knows_sections_that_are_still_to_come(render, long_page) -> None:
    renderer = render(long_page)
    assert renderer.outline()[-1] == (long_page.sections[-1].anchor, long_page.sections[-1].title)
    assert renderer.rendered.sections[-1][0] != long_page.sections[-1].anchor
