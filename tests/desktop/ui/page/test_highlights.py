"""Which words are highlighted, and how they look."""

from __future__ import annotations

from PySide6.QtGui import QTextCharFormat, QTextDocument

from desktop.ui.page.highlights import Drawn, Highlights, selections

TEXT = "A bruise. Bruises on a baby; a bruise on the babys back."


def document(words: str = TEXT) -> QTextDocument:
    one = QTextDocument()
    one.setPlainText(words)
    return one


def test_marks_are_whole_words_and_what_is_found_is_letters(qapp) -> None:
    highlights, page = Highlights(), document()
    highlights.mark(("bruise",))
    assert highlights.scan(page, 0, complete=True)
    assert len(highlights.drawn()[0]) == 2
    highlights.find("bruise", True)
    highlights.scan(page, 0, complete=True)
    assert len(highlights.drawn()[0]) == 3


def test_the_chosen_mark_is_shown_once_somebody_steps(qapp) -> None:
    highlights, page = Highlights(), document()
    highlights.mark(("bruise",))
    highlights.scan(page, 0, complete=True)
    assert highlights.drawn()[1] is None
    highlights.step(forward=True)
    assert highlights.drawn()[1] == highlights.drawn()[0][0]


def test_a_page_rendered_anew_is_looked_through_for_the_same_words(qapp) -> None:
    highlights = Highlights()
    highlights.mark(("bruise",))
    highlights.find("baby", True)
    highlights.scan(document(), 0, complete=True)
    highlights.restart()
    assert highlights.drawn() == Drawn([])
    highlights.scan(document("baby, " + TEXT), 0, complete=True)
    assert highlights.marked.count()[1] == 2
    assert highlights.found.count() == (1, 3)


def test_the_chosen_place_differs_by_more_than_colour(qapp, style) -> None:
    page = document()
    laid = selections(page, Drawn([(2, 8), (10, 16)], (10, 16)), style)
    assert [one.cursor.selectedText() for one in laid] == ["bruise", "Bruise", "Bruise"]
    assert [one.format.fontUnderline() for one in laid] == [False, False, True]
    assert laid[0].format.background().color() == style.colour("mark")
    assert laid[2].format.background().color() == style.colour("accent")


def test_a_word_that_was_not_typed_is_marked_pale(qapp, style) -> None:
    highlights, page = Highlights(), document()
    highlights.mark(("bruise", "baby"), pale=("baby",))
    for _ in range(2):  # as well when the page is rendered anew
        highlights.scan(page, 0, complete=True)
        laid = selections(page, highlights.drawn(), style)
        assert [one.cursor.selectedText() for one in laid] == ["bruise", "baby", "bruise"]
        assert [one.format.background().color() == style.colour("mark") for one in laid] == [
            True,
            False,
            True,
        ]
        assert laid[1].format.underlineStyle() == QTextCharFormat.UnderlineStyle.DotLine
        highlights.restart()


def test_marks_can_be_taken_away(qapp) -> None:
    highlights = Highlights()
    highlights.mark(("bruise",), pale=("bruise",))
    highlights.scan(document(), 0, complete=True)
    highlights.mark(())
    highlights.scan(document(), 0, complete=True)
    assert highlights.drawn() == Drawn([])
