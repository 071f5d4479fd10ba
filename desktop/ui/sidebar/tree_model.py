"""The item model behind the Topics and Groups trees: a thin adaptor over a frozen tree."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt

from content.tree import TreeNode
from desktop.i18n import _
from desktop.ui.widgets.model_index import NOWHERE, Index


class TreeRole(IntEnum):
    """What a row tells its view beside its title."""

    ID = Qt.ItemDataRole.UserRole + 1
    KIND = Qt.ItemDataRole.UserRole + 2
    COUNT = Qt.ItemDataRole.UserRole + 3


class TreeModel(QAbstractItemModel):
    """Rows carry numbers into flat lists, never pointers, so a reset cannot leave one dangling."""

    def __init__(self, root: TreeNode, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._take(root)

    def show_tree(self, root: TreeNode) -> None:
        """Replace the whole tree, as after a new edition."""
        self.beginResetModel()
        self._take(root)
        self.endResetModel()

    def _take(self, root: TreeNode) -> None:
        self._nodes: list[TreeNode] = [root]
        self._parents: list[int] = [-1]
        self._rows: list[int] = [0]
        self._children: list[list[int]] = [[]]
        self._add_below(0)

    def _add_below(self, number: int) -> None:
        for row, child in enumerate(self._nodes[number].children):
            at = len(self._nodes)
            self._nodes.append(child)
            self._parents.append(number)
            self._rows.append(row)
            self._children.append([])
            self._children[number].append(at)
            self._add_below(at)

    def _number(self, index: Index) -> int:
        return int(index.internalId()) if index.isValid() else 0

    def node(self, index: Index) -> TreeNode:
        """The theme, group or page that stands in this row."""
        return self._nodes[self._number(index)]

    def rows_of(self, kind: str, node_id: str) -> list[QModelIndex]:
        """Every place of a theme, group or page; a page stands below each theme that it names."""
        return [
            self._index_of(number)
            for number, node in enumerate(self._nodes)
            if number and node.kind == kind and node.id == node_id
        ]

    def _index_of(self, number: int) -> QModelIndex:
        return self.createIndex(self._rows[number], 0, number)

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self._index_of(self._children[self._number(parent)][row])

    def parent(self, index: Index = NOWHERE) -> QModelIndex:  # type: ignore[override]  # Qt overloads parent()
        if not index.isValid():
            return QModelIndex()
        above = self._parents[self._number(index)]
        return self._index_of(above) if above > 0 else QModelIndex()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        if parent.isValid() and parent.column() > 0:
            return 0
        return len(self._children[self._number(parent)])

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
