"""The tree of topics: a key or a click opens, a branch unfolds, and the open page is marked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

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


def test_the_open_page_is_marked_in_the_branch_where_the_worker_is(tree) -> None:
    tree.setCurrentIndex(tree.model().index(1, 0))
    tree.show_place("page", "bruise")
    assert place(tree) == ["Acting", "Bruise"]
    assert tree.isExpanded(tree.model().index(1, 0))
    tree.show_place("page", "words")
    tree.show_place("page", "bruise")
    assert place(tree) == ["Babies", "Bruise"]
    tree.show_place("page", "not-there")
    assert place(tree) == []


def test_after_leaving_no_branch_and_no_mark_tells_what_was_read(tree) -> None:
    tree.show_place("page", "danger")
    tree.forget()
    assert place(tree) == []
    assert not [row for row in range(3) if tree.isExpanded(tree.model().index(row, 0))]
