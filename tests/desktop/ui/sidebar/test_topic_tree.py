"""The tree of topics: a key or a click opens, a branch unfolds, and the open page is marked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from content.tree import TreeNode
from desktop.ui.sidebar.topic_tree import TopicTree
from desktop.ui.sidebar.tree_model import TreeModel


def page(name: str) -> TreeNode:
    return TreeNode("page", name, name.title(), 1)


TOPICS = TreeNode(
    "theme",
    "",
    "All",
    3,
    (
        TreeNode("theme", "babies", "Babies", 2, (page("bruise"), page("sleep"))),
        TreeNode("theme", "acting", "Acting", 2, (page("danger"), page("bruise"))),
        page("words"),
    ),
)


class Painted(QWidget):
    """Tells each time that it is painted."""

    def __init__(self, tell: Callable[[], None]) -> None:
        super().__init__()
        self._tell = tell

    def paintEvent(self, event: QPaintEvent) -> None:
        self._tell()


@pytest.fixture
def tree(qtbot, appearance) -> TopicTree:
    view = TopicTree(appearance, "Topics")
    qtbot.addWidget(view)
    view.setModel(TreeModel(TOPICS, view))
    view.resize(300, 500)
    view.show()
    return view


@pytest.fixture
def wanted(tree) -> list[tuple[str, str]]:
    """Each node that was asked for."""
    asked: list[tuple[str, str]] = []
    tree.node_wanted.connect(lambda *one: asked.append(one))
    return asked


def place(tree: TopicTree) -> list[str]:
    """The marked row and the rows above it, from the top."""
    index, names = tree.currentIndex(), []
    while index.isValid():
        names.insert(0, index.data())
        index = index.parent()
    return names


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_key_opens_the_page_it_stands_on(tree, wanted, key: Qt.Key) -> None:
    tree.setCurrentIndex(tree.model().index(2, 0))
    QTest.keyClick(tree, key)
    assert wanted == [("page", "words")]


def test_a_key_opens_a_branch_and_unfolds_it_and_folds_it_again(tree, wanted) -> None:
    branch = tree.model().index(0, 0)
    tree.setCurrentIndex(branch)
    for unfolded in (True, False):
        QTest.keyClick(tree, Qt.Key.Key_Return)
        assert tree.isExpanded(branch) == unfolded
    assert wanted == [("theme", "babies")] * 2


def test_a_click_does_what_the_key_does(tree, wanted) -> None:
    branch = tree.model().index(0, 0)
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualRect(branch).center())
    assert tree.isExpanded(branch)
    inside = tree.visualRect(tree.model().index(1, 0, branch)).center()
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=inside)
    assert wanted == [("theme", "babies"), ("page", "sleep")]


def test_no_key_opens_anything_where_no_row_is_marked(tree, wanted) -> None:
    tree.forget()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Delete):
        QTest.keyClick(tree, key)
    assert wanted == []


def test_delete_asks_for_the_marked_row_to_go(qtbot, tree) -> None:
    tree.setCurrentIndex(tree.model().index(2, 0))
    with qtbot.waitSignal(tree.remove_wanted) as gone:
        QTest.keyClick(tree, Qt.Key.Key_Delete)
    assert gone.args == ["words"]


def test_the_open_page_is_marked_in_the_branch_where_the_worker_is(qtbot, tree) -> None:
    tree.setCurrentIndex(tree.model().index(1, 0))
    tree.show_place("page", "bruise")
    qtbot.waitUntil(lambda: place(tree) == ["Acting", "Bruise"])
    assert tree.isExpanded(tree.model().index(1, 0))
    tree.show_place("page", "words")
    qtbot.waitUntil(lambda: place(tree) == ["Words"])
    tree.show_place("page", "bruise")
    qtbot.waitUntil(lambda: place(tree) == ["Babies", "Bruise"])
    tree.show_place("page", "not-there")
    qtbot.waitUntil(lambda: place(tree) == [])


def test_the_page_that_opens_is_painted_before_the_tree_marks_it(qtbot, tree) -> None:
    marked: list[list[str]] = []
    opened = Painted(lambda: marked.append(place(tree)))
    qtbot.addWidget(opened)
    with qtbot.waitExposed(opened):
        opened.show()
    qtbot.waitUntil(lambda: bool(marked))
    marked.clear()
    tree.show_place("page", "words")
    opened.update()
    qtbot.waitUntil(lambda: place(tree) == ["Words"])
    assert [rows for rows in marked if "Words" not in rows] == marked
    assert marked


def test_a_tree_that_nobody_sees_marks_the_last_place_when_it_is_shown(qtbot, tree) -> None:
    tree.hide()
    for page in ("danger", "sleep"):
        tree.show_place("page", page)
    qtbot.waitUntil(lambda: not tree._marking.isActive())
    assert len(place(tree)) < 2
    tree.show()
    assert place(tree) == ["Babies", "Sleep"]


def test_the_marked_row_is_brought_into_view(qtbot, tree) -> None:
    tree.resize(300, 90)
    tree.show_place("page", "danger")
    qtbot.waitUntil(lambda: place(tree) == ["Acting", "Danger"])
    assert tree.verticalScrollBar().value() > 0
    assert tree.viewport().rect().contains(tree.visualRect(tree.currentIndex()).center())


def test_rows_are_as_high_as_their_words_in_any_width_and_text_size(qtbot, tree, appearance, style) -> None:
    def height() -> int:
        return tree.visualRect(tree.model().index(1, 0)).height()

    tree.model().show_tree(TreeNode("theme", "", "", 2, (page("a"), page("a page with a long title " * 3))))
    wide = height()
    tree.resize(150, 500)
    qtbot.waitUntil(lambda: height() > wide)
    narrow = height()
    appearance.show(replace(style, scale=2.0))
    qtbot.waitUntil(lambda: height() > 2 * narrow)
    appearance.show(style)
    tree.resize(300, 500)
    qtbot.waitUntil(lambda: height() == wide)


def test_after_leaving_no_branch_and_no_mark_tells_what_was_read(qtbot, tree) -> None:
    tree.show_place("page", "danger")
    qtbot.waitUntil(lambda: place(tree) == ["Acting", "Danger"])
    tree.show_place("page", "sleep")
    tree.forget()
    qtbot.waitUntil(lambda: not tree._marking.isActive())
    assert place(tree) == []
    assert not [row for row in range(3) if tree.isExpanded(tree.model().index(row, 0))]
