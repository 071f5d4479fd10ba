"""Find on this page: what the bar asks for, and what it says of the answer."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.ui.page.find_bar import FindBar


@pytest.fixture
def find_bar(qtbot, appearance) -> FindBar:
    bar = FindBar(appearance)
    qtbot.addWidget(bar)
    return bar


@pytest.fixture
def wanted(find_bar) -> list[tuple[str, bool]]:
    """Each query with whether to look forward."""
    asked: list[tuple[str, bool]] = []
    find_bar.find_wanted.connect(lambda *one: asked.append(one))
    return asked


def test_each_letter_and_each_arrow_asks(find_bar, wanted) -> None:
    QTest.keyClicks(find_bar.field, "ab")
    QTest.keyClick(find_bar.field, Qt.Key.Key_Return)
    QTest.keyClick(find_bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert wanted == [("a", True), ("ab", True), ("ab", True), ("ab", False)]


def test_an_empty_bar_asks_for_nothing(find_bar, wanted) -> None:
    find_bar.again(forward=True)
    assert wanted == []


def test_words_are_missing_only_when_all_of_the_page_stands(find_bar) -> None:
    find_bar.field.setText("zebra")
    find_bar.show_growing(True)
    find_bar.show_count(0, 0)
    assert find_bar.count.text() == "Looking …"
    find_bar.show_growing(False)
    assert find_bar.count.text() == "Not on this page"
    find_bar.show_count(2, 7)
    assert find_bar.count.text() == "2 of 7"


def test_leaving_takes_the_query_and_its_history(find_bar, wanted) -> None:
    find_bar.begin()
    QTest.keyClicks(find_bar.field, "bruise")
    find_bar.show_count(1, 3)
    asked = len(wanted)
    find_bar.forget()
    assert find_bar.isHidden()
    assert find_bar.field.text() == ""
    assert not find_bar.field.isUndoAvailable()
    assert find_bar.count.text() == ""
    assert len(wanted) == asked
