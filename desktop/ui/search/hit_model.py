"""The hits as rows: what a list shows of them and what a screen reader says."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QObject, Qt

from content.kinds import KINDS
from desktop.i18n import _
from desktop.ui.widgets.model_index import NOWHERE, Index
from index.hits import Hit, Reason


class HitRole(IntEnum):
    """What a row tells its view beside its text."""

    HIT = Qt.ItemDataRole.UserRole + 1


def reason_words(reason: Reason) -> str:
    """Why a hit is there, in the language in use."""
    return _(reason.pattern).format(word=reason.word)


class HitModel(QAbstractListModel):
    """A thin adaptor over the answer's hits."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: tuple[Hit, ...] = ()

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._hits = tuple(hits)
        self.endResetModel()

    def hits(self) -> tuple[Hit, ...]:
        """The rows from the top."""
        return self._hits

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        hit = self._hits[index.row()]
        if role == HitRole.HIT:
            return hit
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            first = f"{hit.title}. {_(KINDS[hit.kind].name)}. {hit.snippet.text}"
            return " ".join((first, *map(reason_words, hit.why)))
        return None
