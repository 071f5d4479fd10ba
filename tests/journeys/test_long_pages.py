"""Pages of many screens, opened as a worker opens them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from content.blocks import ContactCards, Paragraph, Run
from content.model import Page, Section


@pytest.fixture
def put_page(worker, monkeypatch):
    """Have this page opened where another stands."""

    def put(page: Page) -> None:
        library = worker.program.navigation._library
        changed = replace(library, pages={**library.pages, page.head.id: page})
        monkeypatch.setattr(worker.program.navigation, "_library", changed)

    return put


@pytest.fixture
def long_babies(worker) -> Page:
    """A page of the pack, many times over."""
    page = worker.program.navigation._library.pages["babies"]
    sections = [
        replace(one, anchor=f"{one.anchor}-{turn}", title=f"{one.title} {turn}")
        for turn in range(40)
        for one in page.sections
    ]
    return replace(page, sections=tuple(sections))


@pytest.mark.parametrize("place", [0, -1])
def test_a_page_that_breaks_is_not_shown_short_but_told(
    worker, put_page, long_babies, place: int, expect_faults
) -> None:
    sections = list(long_babies.sections)
    sections[place] = Section("Broken", "broken", (ContactCards(("nobody",)),))
    put_page(replace(long_babies, sections=tuple(sections)))
    window = worker.program.window
    worker.program.navigation.open_page("babies", "broken", ("baby",))
    worker.qtbot.waitUntil(lambda: "could not be opened" in window.notice.words.text(), timeout=20_000)
    assert worker.page() == ""
    assert window.reading.outline.sections() == ()
    worker.program.navigation.open_page("domestic-abuse")
    assert "omestic" in worker.page()
    expect_faults("KeyError")


@pytest.mark.slow
def test_find_says_that_words_are_missing_only_when_all_of_the_page_stands(worker, put_page, long_babies):
    last = Section("The end", "the-end", (Paragraph((Run("A zebra crossing."),)),))
    put_page(replace(long_babies, sections=(*long_babies.sections, last)))
    worker.program.navigation.open_page("babies")
    worker.key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    bar = worker.program.window.reading.find_bar
    bar.field.setText("zebra")
    assert bar.count.text() == "Looking …"
    worker.qtbot.waitUntil(lambda: bar.count.text() == "1 of 1", timeout=20_000)
    worker.program.navigation.open_page("babies")
    worker.key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    bar.field.setText("quagga")
    assert bar.count.text() == "Looking …"
    worker.qtbot.waitUntil(lambda: bar.count.text() == "Not on this page", timeout=20_000)
    worker.program.navigation.open_page("domestic-abuse")
    worker.qtbot.waitUntil(lambda: not worker.program.window.reading.page._renderer.growing, timeout=20_000)
    bar.begin()
    bar.field.setText("quagga")
    assert bar.count.text() == "Not on this page"


@pytest.mark.slow
def test_a_place_far_down_is_kept_by_who_goes_on_before_it_is_reached(worker, put_page, long_babies) -> None:
    put_page(long_babies)
    navigation, page = worker.program.navigation, worker.program.window.reading.page
    navigation.open_page("babies", long_babies.sections[3].anchor, ("baby",))
    worker.qtbot.waitUntil(lambda: not page._renderer.growing, timeout=20_000)
    far = page.verticalScrollBar().maximum() - 900
    page.verticalScrollBar().setValue(far)
    navigation.open_page("domestic-abuse")
    navigation.back()
    assert page.verticalScrollBar().value() < far
    navigation.forward()
    navigation.back()
    navigation.forward()
    navigation.back()
    worker.qtbot.waitUntil(lambda: page.verticalScrollBar().value() == far, timeout=20_000)
