"""The item model behind the Topics and Groups trees: a thin adaptor over a frozen tree."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt

from content.tree import TreeNode, branch_rows, page_row
from desktop.i18n import _
from desktop.ui.widgets.model_index import NOWHERE, Index


class TreeRole(IntEnum):
    """What a row tells its view beside its title."""

    ID = Qt.ItemDataRole.UserRole + 1
    KIND = Qt.ItemDataRole.UserRole + 2
    COUNT = Qt.ItemDataRole.UserRole + 3


class TreeModel(QAbstractItemModel):
    """Rows carry the number of the branch they stand in, never pointers, so a reset leaves none dangling.

    Branches are listed once; a page is made only when its row is asked for, and nothing of it is kept here.
    """

    def __init__(self, root: TreeNode, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._take(root)

    def show_tree(self, root: TreeNode) -> None:
        """Replace the whole tree, as after a new edition."""
        self.beginResetModel()
        self._take(root)
        self.endResetModel()

    def _take(self, root: TreeNode) -> None:
        self._branches: list[TreeNode] = [root]
        self._places: list[tuple[int, int]] = [(-1, 0)]  # of each branch: where it stands, and its row
        self._number_in: dict[tuple[int, int], int] = {}
        self._add_below(0)

    def _add_below(self, number: int) -> None:
        for row, branch in branch_rows(self._branches[number]):
            at = len(self._branches)
            self._branches.append(branch)
            self._places.append((number, row))
            self._number_in[number, row] = at
            self._add_below(at)

    def _branch_of(self, index: Index) -> int | None:
        """The number of the branch in this row; none where a page stands."""
        return self._number_in.get((index.internalId(), index.row())) if index.isValid() else 0

    def node(self, index: Index) -> TreeNode:
        """The theme, group or page that stands in this row."""
        number = self._branch_of(index)
        if number is not None:
            return self._branches[number]
        return self._branches[int(index.internalId())].children[index.row()]

    def rows_of(self, kind: str, node_id: str) -> list[QModelIndex]:
        """Every place of a theme, group or page; a page stands below each theme that it names."""
        if kind == "page":
            rows = ((number, page_row(branch, node_id)) for number, branch in enumerate(self._branches))
            found = [(number, row) for number, row in rows if row is not None]
        else:
            below = zip(self._branches[1:], self._places[1:], strict=True)
            found = [place for node, place in below if (node.kind, node.id) == (kind, node_id)]
        return [self.createIndex(row, 0, number) for number, row in sorted(found, key=self._path)]

    def _path(self, place: tuple[int, int]) -> tuple[int, ...]:
        """The rows from the top down to a place, by which places stand in the order that is seen."""
        number, row = place
        return (*self._path(self._places[number]), row) if number else (row,)

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        number = self._branch_of(parent)
        return QModelIndex() if number is None else self.createIndex(row, 0, number)

    def parent(self, index: Index = NOWHERE) -> QModelIndex:  # type: ignore[override]  # Qt overloads parent()
        if not index.isValid() or not index.internalId():
            return QModelIndex()
        number, row = self._places[int(index.internalId())]
        return self.createIndex(row, 0, number)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        number = None if parent.isValid() and parent.column() > 0 else self._branch_of(parent)
        return 0 if number is None else len(self._branches[number].children)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        node = self.node(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return node.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _accessible_name(node)
        told: dict[int, Any] = {TreeRole.ID: node.id, TreeRole.KIND: node.kind, TreeRole.COUNT: node.count}
        return told.get(role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        # selectable and no more: a drag would deafen the application's key filter
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def _accessible_name(node: TreeNode) -> str:
    if node.kind == "page":
        return node.title
    pages = _("{n} page") if node.count == 1 else _("{n} pages")
    return f"{node.title}, {pages.format(n=node.count)}"
