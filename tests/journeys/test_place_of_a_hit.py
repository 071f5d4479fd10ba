"""A page opened from a search stands at the words that were found, the first page after a start too."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt

from tests.journeys.conftest import Worker


def marks_in_sight(worker: Worker) -> list[str]:
    """The marked words of the open page that are in view, top to bottom."""
    page = worker.program.window.page_view
    seen = QRect(0, 0, page.viewport().width(), page.viewport().height())
    drawn = page.extraSelections()  # their cursors live as long as they do
    return [one.cursor.selectedText() for one in drawn if seen.contains(page.cursorRect(one.cursor))]


def test_the_first_page_opened_after_the_start_stands_at_the_words_found(worker: Worker) -> None:
    worker.search("LS14")
    worker.key(Qt.Key.Key_Return)
    worker.whole_page()
    worker.run_events()
    assert any("LS14" in words for words in marks_in_sight(worker))
    assert worker.program.window.page_view.verticalScrollBar().value() > 0


@pytest.mark.parametrize("size", [(700, 480), (1180, 720), (1900, 1000)], ids=str)
@pytest.mark.parametrize("words", ["LS14", "seacroft"])
def test_so_it_does_in_a_window_of_any_size(worker: Worker, words: str, size: tuple[int, int]) -> None:
    worker.program.window.resize(*size)
    worker.search(words)
    worker.key(Qt.Key.Key_Return)
    worker.whole_page()
    worker.run_events()
    assert any(words.lower() in seen.lower() for seen in marks_in_sight(worker))


@pytest.mark.parametrize("page", ["baby-bruise", "disagree", "whole-family", "mh-contacts"])
def test_a_page_found_by_its_title_opens_at_its_top(worker: Worker, page: str) -> None:
    """Though some section of it may have all words of the title, too."""
    title = worker.program.library.heads[page].title
    assert worker.search(title)[0] == title
    worker.key(Qt.Key.Key_Return)
    worker.whole_page()
    worker.run_events()
    assert worker.page().startswith(title) or title in worker.page()[:300]
    assert worker.program.window.page_view.verticalScrollBar().value() == 0
