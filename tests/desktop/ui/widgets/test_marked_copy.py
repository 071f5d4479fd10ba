"""What is copied carries the marks by which clipboard histories leave it out."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from desktop.ui.widgets.marked_copy import MARKS, copy_words, marked

WINDOWS = 'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"'


def test_a_copy_is_the_words_and_the_marks() -> None:
    copied = marked("0113 376 0336")
    assert copied.text() == "0113 376 0336"
    assert sorted(copied.formats()) == sorted(["text/plain", *MARKS])
    assert copied.data("x-kde-passwordManagerHint").data() == b"secret"
    assert copied.data(WINDOWS).data() != b""


@pytest.mark.parametrize("name", MARKS)
def test_a_copied_number_is_marked_on_the_clipboard(qapp: QApplication, name: str) -> None:
    copy_words("999")
    board = QApplication.clipboard()
    assert board.text() == "999"
    assert board.mimeData().data(name).data() == MARKS[name]
    board.clear()


def test_words_copied_from_a_page_are_marked(show_page) -> None:
    view = show_page("baby-bruise")
    view.selectAll()
    copied = view.createMimeDataFromSelection()
    assert "bruise" in copied.text().lower()
    assert set(MARKS) <= set(copied.formats())
