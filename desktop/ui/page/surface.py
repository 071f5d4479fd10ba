"""A text that can be read, copied and walked through, and nothing else: no loading, no drags, no editing."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from content.shown_numbers import without_isolates
from desktop.ui.widgets.marked_copy import marked

_READ = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.LinksAccessibleByMouse


class PageSurface(QTextBrowser):
    """Qt's browser with its own ways shut: what a link does is for whoever shows a page to say.

    The one base of every text in the window that can be selected, so that these promises stand in one place
    and a test can ask each text for them. It overrides what only a subclass can; how a page is shown is not
    its business.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.setTextInteractionFlags(_READ)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def toggle_caret(self) -> None:
        """Read with a cursor, or without."""
        keyboard = Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(self.textInteractionFlags() ^ keyboard)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Nothing is ever loaded: what a page shows was put into its document."""
        return None

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copies are plain words, without colours or inner addresses, marked for clipboard histories."""
        return marked(without_isolates(self.textCursor().selection().toPlainText()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # a press on selected words would start a drag, and a drag deafens the leave filter
        cursor = self.textCursor()
        extends = event.modifiers() == Qt.KeyboardModifier.ShiftModifier  # with any other key it drags, too
        if event.button() == Qt.MouseButton.LeftButton and cursor.hasSelection() and not extends:
            cursor.clearSelection()
            self.setTextCursor(cursor)
        super().mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Qt would blow up the letters of this view alone; the window changes the text size of all
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().wheelEvent(event)
