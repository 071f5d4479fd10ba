"""Help as a worker finds it: from F1, from the tree and from the search, and never taken for guidance."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from content.model import Status
from desktop.ui.page.document import PageContext, past_review

DRAFT = "Draft: nobody has signed this"


def help_titles(worker) -> list[str]:
    library = worker.program.library
    return [head.title for head in library.heads.values() if library.info_of(head).status is Status.PROGRAM]


def test_f1_opens_help_with_a_card_for_each_page_of_the_handbook(worker) -> None:
    QTest.keyClick(worker.program.window, Qt.Key.Key_F1)
    panel = worker.program.window.part()
    assert [card.text() for card in panel.cards()] == ["Practise leaving quickly", *help_titles(worker)]
    assert panel.cards()[0].y() < panel.findChildren(QLabel)[1].y()


def test_a_card_opens_its_page_and_back_returns_to_help(worker) -> None:
    navigation, window = worker.program.navigation, worker.program.window
    navigation.open_panel("help")
    panel = window.part()
    next(card for card in panel.cards() if card.text() == "What leaving does not do").click()
    assert "Quick leave hides the window" not in worker.page()  # the summary stands on the card only
    assert worker.page().startswith("What leaving does not do")
    assert "If someone takes the computer" in worker.page()
    worker.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.part() is panel


def test_help_carries_no_draft_line_and_guidance_does(worker) -> None:
    worker.program.navigation.open_page("help-leaving")
    assert DRAFT not in worker.page()
    assert "Handrail project. Edition of 23 November 2026." in worker.whole_page()
    worker.program.navigation.open_page("baby-bruise")
    assert DRAFT in worker.page()


def test_help_never_counts_as_overdue(worker) -> None:
    library, late = worker.program.library, date(2126, 1, 1)
    for page, due in (("help-leaving", False), ("baby-bruise", True)):
        assert past_review(PageContext(library, library.pages[page], "", "", late)) is due


def test_help_stands_last_in_both_trees_and_not_on_the_start_page(worker) -> None:
    for tree, title in zip(
        worker.program.window.sidebar.trees()[:2],
        ("Using this program", "Everyone who uses this program"),
        strict=True,
    ):
        model = tree.model()
        assert [model.index(row, 0).data() for row in range(model.rowCount())].index(title) == (
            model.rowCount() - 1
        )
    assert "Using this program" not in [card.text() for card in worker.program.window.start.cards()]


def test_help_answers_what_is_asked_about_the_program(worker) -> None:
    assert worker.search("bookmark")[0] == "Bookmarks, copies and printed pages"


def test_a_hit_says_that_it_is_help(worker) -> None:
    worker.search("keyboard shortcuts")
    model = worker.program.window.results.hits.model()
    name = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert name.startswith("All keys. Help.")
