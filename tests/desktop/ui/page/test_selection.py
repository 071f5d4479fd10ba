"""What is selected comes back in the document that is rendered anew, and only there."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument, QTextFrameFormat

from desktop.ui.page.selection import KeptSelection

WORDS = "Some words of a page"


def document(words: str = WORDS) -> QTextDocument:
    one = QTextDocument()
    one.setPlainText(words)
    return one


def selected(where: QTextDocument, anchor: int, position: int) -> QTextCursor:
    cursor = QTextCursor(where)
    cursor.setPosition(anchor)
    cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
    return cursor


@pytest.mark.parametrize(("anchor", "position"), [(5, 10), (10, 5), (7, 7), (0, 20)])
def test_it_comes_back_with_its_two_ends(qapp, anchor: int, position: int) -> None:
    kept, before, after = KeptSelection(), document(), document()
    kept.keep(selected(before, anchor, position))
    cursor = QTextCursor(after)
    assert kept.restore(cursor, growing=False)
    assert (cursor.anchor(), cursor.position()) == (anchor, position)
    assert not kept.restore(QTextCursor(after), growing=False)  # once


def test_it_waits_until_so_much_stands(qapp) -> None:
    kept, before, after = KeptSelection(), document(), document("Some wo")
    kept.keep(selected(before, 5, 10))
    assert not kept.restore(QTextCursor(after), growing=True)
    QTextCursor(after).insertText(WORDS)
    cursor = QTextCursor(after)
    assert kept.restore(cursor, growing=True)
    assert cursor.position() == 10


def test_the_end_of_a_page_that_grows_is_not_its_end(qapp) -> None:
    kept, before = KeptSelection(), document()
    kept.keep(selected(before, 0, len(WORDS)))
    again = document()
    assert not kept.restore(QTextCursor(again), growing=True)
    assert kept.restore(QTextCursor(again), growing=False)


def test_it_waits_until_the_box_is_closed_in_which_an_end_lies(qapp) -> None:
    """Qt selects a box whole, and in one that is still written it would take what comes later for the end."""
    kept, before, again = KeptSelection(), document(), document()
    _fill(_open_box(before), "first", "second", "third")
    _go_below(before, "after", "and more")
    words = selected(before, len(WORDS) + 9, 5)
    kept.keep(words)
    box = _open_box(again)
    for line in ("first", "second", "third"):
        _fill(box, line)
        assert not kept.restore(QTextCursor(again), growing=True)
    _go_below(again, "after")
    cursor = QTextCursor(again)
    assert kept.restore(cursor, growing=True)
    assert cursor.selectedText() == words.selectedText()


def _open_box(where: QTextDocument) -> QTextCursor:
    cursor = QTextCursor(where)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.insertFrame(QTextFrameFormat())
    return cursor


def _fill(box: QTextCursor, *lines: str) -> None:
    for line in lines:
        box.insertText(line)
        box.insertBlock()


def _go_below(where: QTextDocument, *lines: str) -> None:
    cursor = QTextCursor(where)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    _fill(cursor, *lines)


def test_what_is_selected_meanwhile_counts(qapp) -> None:
    kept, before, after = KeptSelection(), document(), document()
    kept.keep(selected(before, 5, 10))
    mine = selected(after, 1, 2)
    assert not kept.restore(mine, growing=False)
    assert (mine.anchor(), mine.position()) == (1, 2)
    assert not kept.restore(QTextCursor(after), growing=False)


def test_a_second_rendering_keeps_what_the_first_has_not_brought_back(qapp) -> None:
    kept, before, after = KeptSelection(), document(), document()
    kept.keep(selected(before, 5, 10))
    kept.keep(QTextCursor(document("Some")))
    assert kept.restore(QTextCursor(after), growing=False)


def test_another_page_has_nothing_selected(qapp) -> None:
    kept, before, after = KeptSelection(), document(), document()
    kept.keep(selected(before, 5, 10))
    kept.forget()
    assert not kept.restore(QTextCursor(after), growing=False)
