"""What the worker selected, kept while the page is rendered anew."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor


class KeptSelection:
    """Waits until so much of the new document stands, and gives way to what is selected meanwhile."""

    def __init__(self) -> None:
        self._ends = (0, 0)  # anchor and position

    def keep(self, cursor: QTextCursor) -> None:
        """Take what is selected; where nothing is, what is kept already stays."""
        if _in_use(cursor):
            self._ends = (cursor.anchor(), cursor.position())

    def forget(self) -> None:
        """Keep nothing: another page is opened."""
        self._ends = (0, 0)

    def restore(self, cursor: QTextCursor, growing: bool) -> bool:
        """Select it again with the new document's cursor; whether that could be done now."""
        anchor, position = self._ends
        last = max(anchor, position)
        if _in_use(cursor):
            self.forget()
        elif last and last + growing < cursor.document().characterCount():
            cursor.setPosition(anchor)
            cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
            self.forget()
            return True
        return False


def _in_use(cursor: QTextCursor) -> bool:
    return cursor.position() > 0 or cursor.hasSelection()
