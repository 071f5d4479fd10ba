"""Finding words across formatting and across parts, and the cursor over what was found."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument

from desktop.ui.page.matches import LIMIT, MatchCursor, MatchFinder


def document(words: str) -> QTextDocument:
    one = QTextDocument()
    one.setPlainText(words)
    return one


def found(finder: MatchFinder, words: str) -> list[str]:
    """What the positions stand for, as Qt counts them."""
    where = document(words)
    finder.scan(where)
    said = []
    for start, end in finder.matches:
        cursor = QTextCursor(where)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        said.append(cursor.selectedText())
    return said


def over(count: int) -> MatchCursor:
    """A cursor over so many matches, ten positions apart."""
    finder = MatchFinder(("x",))
    finder.matches = [(10 * number, 10 * number + 1) for number in range(count)]
    return MatchCursor(finder)


@pytest.mark.parametrize(
    ("words", "whole_words", "text", "matches"),
    [
        (("baby",), False, "Baby, babyish BABY", ["Baby", "baby", "BABY"]),
        (("baby",), True, "Baby, babyish BABY", ["Baby", "BABY"]),
        (("a", "a b"), False, "a b a", ["a b", "a"]),
        (("every sleep",), False, "every\u00a0sleep every  sleep", ["every\u00a0sleep", "every  sleep"]),
        (("a.c",), False, "abc a.c", ["a.c"]),
        (("needle",), False, "\U0001f642 needle \U0001f642\U0001f642 needle", ["needle", "needle"]),
        (("", "  "), False, "nothing", []),
        (("zoe",), False, "\U0001f642 Zoe\u0308 and Zoë", ["Zoe\u0308", "Zoë"]),
        (("I'm glad",), False, "“I’m glad”", ["I’m glad"]),
        (("01134960112",), False, "\U0001f642 0113\u00a0496\u00a00112", ["0113\u00a0496\u00a00112"]),
        (("💊",), False, "💊💊", ["💊", "💊"]),
        (("straße",), True, "STRASSE, Straßen", ["STRASSE"]),
    ],
)
def test_matches_stand_where_qt_has_the_words(qapp, words, whole_words, text, matches) -> None:
    assert found(MatchFinder(words, whole_words), text) == matches


def test_words_that_stand_across_two_parts_are_found(qapp) -> None:
    where, finder = QTextDocument(), MatchFinder(("every sleep",))
    pen = QTextCursor(where)
    pen.insertText("Safe in every")
    assert not finder.scan(where)
    pen.insertBlock()
    pen.insertText("sleep, every sleep")
    assert finder.scan(where)
    assert finder.matches == [(8, 19), (21, 32)]
    assert not finder.scan(where)


def test_a_limit_ends_the_looking(qapp) -> None:
    finder = MatchFinder(("x",), limit=3)
    where = document("x x x x x")
    assert finder.scan(where)
    assert len(finder.matches) == 3
    assert not finder.scan(where)


@pytest.mark.parametrize(
    ("start", "complete", "number"),
    [(0, False, 0), (10, False, 1), (11, False, 2), (21, False, None), (21, True, 0)],
)
def test_the_first_match_from_a_position_on_is_chosen_once(start, complete, number) -> None:
    cursor = over(3)
    cursor.choose(start, complete)
    assert cursor.number == number
    if number is not None:
        cursor.choose(0, complete=True)
        assert cursor.number == number


def test_no_step_leads_beyond_a_match_that_was_not_visited() -> None:
    cursor = over(3)
    cursor.choose(0, complete=False)
    cursor.step(forward=True)
    assert cursor.current() == (0, 1)
    cursor.visited = True
    cursor.step(forward=True)
    assert cursor.current() == (10, 11)
    assert not cursor.visited


def test_a_step_beyond_what_is_written_waits_and_wraps_at_the_end() -> None:
    cursor = over(3)
    cursor.choose(0, complete=False)
    cursor.visited = True
    cursor.step(forward=False)
    assert cursor.current() is None
    assert cursor.count() == (0, 3)
    cursor.wrap()
    assert cursor.current() == (20, 21)
    assert cursor.count() == (3, 3)


@pytest.mark.parametrize(("number", "first"), [(0, 0), (600, 350), (999, 500)])
def test_the_matches_nearby_hold_the_current_one(number: int, first: int) -> None:
    cursor = over(1000)
    cursor.number = number
    nearby = cursor.nearby()
    assert len(nearby) == LIMIT
    assert nearby[0] == (10 * first, 10 * first + 1)
    assert cursor.current() in nearby
