"""The trees' item model, on a ragged tree four levels deep: on a flat one a broken `parent()` survives."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from content.compiled import compile_library, open_compiled
from content.parts import BytesSource
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


def test_places_of_a_page_come_as_they_are_seen() -> None:
    """The first of them is opened when the worker comes from elsewhere."""
    both = TreeNode("theme", "top", "Top", 1, (TreeNode("theme", "sub", "Sub", 1, (page("a"),)), page("a")))
    model = TreeModel(TreeNode("theme", "", "All", 1, (both,)))
    assert [place.parent().data() for place in model.rows_of("page", "a")] == ["Sub", "Top"]


class CountingSource(BytesSource):
    """Bytes that count how often they are read."""

    reads = 0

    def read_at(self, offset: int, size: int) -> bytes:
        self.reads += 1
        return super().read_at(offset, size)


def test_a_tree_makes_a_page_only_when_its_row_is_asked_for() -> None:
    """Else a window over 9,000 pages would walk all of them before it is shown."""
    library = read_pack(Path("tests/packs/small")).library
    assert library is not None
    source = CountingSource(compile_library(library))
    opened = open_compiled(source)
    before = source.reads
    model = TreeModel(theme_tree(opened))
    top = model.index(0, 0)
    assert (top.data(TreeRole.COUNT), model.rowCount(top)) == (5, 5)
    assert source.reads == before
    assert model.index(0, 0, top).data() == library.heads["danger-now"].title
    assert source.reads > before


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
