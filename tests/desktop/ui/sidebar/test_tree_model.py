"""The trees' item model, on a ragged tree four levels deep: on a flat one a broken `parent()` survives."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from content.reading.read import read_pack
from content.tree import TreeNode, group_tree, theme_tree
from desktop.ui.sidebar.tree_model import TreeModel, TreeRole


def page(name: str) -> TreeNode:
    return TreeNode("page", name, name.title(), 1)


RAGGED = TreeNode(
    "theme",
    "",
    "All",
    4,
    (
        TreeNode(
            "theme",
            "deep",
            "Deep",
            3,
            (
                TreeNode(
                    "theme",
                    "deeper",
                    "Deeper",
                    2,
                    (TreeNode("theme", "deepest", "Deepest", 1, (page("a"),)), page("b")),
                ),
                page("c"),
            ),
        ),
        page("loose"),
        TreeNode("theme", "flat", "Flat", 2, (page("a"), page("d"))),
    ),
)


@pytest.fixture
def model() -> TreeModel:
    return TreeModel(RAGGED)


def test_keeps_every_promise_of_an_item_model(model: TreeModel) -> None:
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_tree(TreeNode("theme", "", "Empty", 0))
    assert model.rowCount() == 0
    model.show_tree(RAGGED)
    assert model.rowCount() == 3


def test_a_row_knows_the_way_up(model: TreeModel) -> None:
    deepest = model.index(0, 0, model.index(0, 0, model.index(0, 0, model.index(0, 0))))
    names = []
    while deepest.isValid():
        names.append(deepest.data())
        deepest = deepest.parent()
    assert names == ["A", "Deepest", "Deeper", "Deep"]


def test_a_page_is_found_in_each_of_its_places(model: TreeModel) -> None:
    assert [place.parent().data() for place in model.rows_of("page", "a")] == ["Deepest", "Flat"]
    assert model.rows_of("page", "deep") == []


@pytest.mark.parametrize(("row", "spoken"), [(0, "Deep, 3 pages"), (1, "Loose"), (2, "Flat, 2 pages")])
def test_says_a_row_to_a_screen_reader(model: TreeModel, row: int, spoken: str) -> None:
    assert model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) == spoken


def test_gives_no_row_that_could_be_dragged(model: TreeModel) -> None:
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsDragEnabled


def test_answers_nothing_for_nowhere(model: TreeModel) -> None:
    assert model.data(QModelIndex()) is None
    assert model.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags


def test_every_page_of_a_pack_is_in_both_trees() -> None:
    library = read_pack(Path("content/leeds")).library
    assert library is not None
    for tree in (TreeModel(theme_tree(library)), TreeModel(group_tree(library))):
        assert [page for page in library.heads if not tree.rows_of("page", page)] == []
        first = tree.index(0, 0)
        assert first.data(TreeRole.COUNT) > 0
