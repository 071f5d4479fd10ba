"""What the worker selected, kept while the page is rendered anew."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor, QTextDocument


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
        if _in_use(cursor):
            self.forget()
        elif any(self._ends) and _stands(max(self._ends), cursor.document(), growing):
            cursor.setPosition(anchor)
            cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
            self.forget()
            return True
        return False


def _stands(last: int, document: QTextDocument, growing: bool) -> bool:
    """Whether the document reaches beyond this place, and beyond the box around it.

    Qt selects a box whole from inside to outside, and the end of one that is still written moves on.
    """
    end = document.characterCount()
    if not growing or last + 1 >= end:
        return last + growing < end
    around = QTextCursor(document)
    around.setPosition(last)
    frame = around.currentFrame()
    while frame.parentFrame() not in (None, document.rootFrame()):
        frame = frame.parentFrame()
    return frame.parentFrame() is None or frame.lastPosition() + 2 < end


def _in_use(cursor: QTextCursor) -> bool:
    return cursor.position() > 0 or cursor.hasSelection()
