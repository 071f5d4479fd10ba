"""A page with a part that cannot be written: never a shorter page that looks whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from content.blocks import ContactCards
from content.model import Page
from desktop.ui.page.document import PageContext


@pytest.fixture
def broken(long_page):
    """The long page, broken in the section of this number."""

    def break_(number: int) -> Page:
        sections = list(long_page.sections)
        sections[number] = replace(sections[number], blocks=(ContactCards(("nobody",)),))
        return replace(long_page, sections=tuple(sections))

    return break_


def test_a_part_that_breaks_later_clears_the_page_and_is_told(
    qtbot, open_long, broken, long_page, expect_faults
) -> None:
    view = open_long(broken(200))
    view.scroll_to_section(long_page.sections[-1].anchor)
    assert view.outline()
    with qtbot.waitSignal(view.failed, timeout=20_000):
        pass
    assert view.toPlainText() == ""
    assert view.outline() == ()
    assert view._scroller.pending is None
    assert not view._renderer.growing
    expect_faults("KeyError")


def test_a_first_part_that_breaks_is_told_and_the_next_page_opens(
    open_long, broken, small, expect_faults
) -> None:
    view = open_long()
    told: list[bool] = []
    view.failed.connect(lambda: told.append(True))
    view.show_page(PageContext(small, broken(0), "", "", small.info.edition))
    assert told == [True]
    assert view.toPlainText() == ""
    view.show_page(PageContext(small, small.pages["who-to-call"], "", "", small.info.edition))
    assert small.pages["who-to-call"].head.title in view.toPlainText()
    assert told == [True]
    expect_faults("KeyError")
