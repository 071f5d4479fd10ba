"""The field that words are typed into: nobody learns them, and nothing of them is left once it is cleared."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

LONGEST = 200
"""Longest words that are looked for, in characters; the search itself has the same limit."""

# Asks keyboards on the screen and input methods neither to suggest words nor to keep those typed
_UNLEARNT = (
    Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)


class QueryField(QLineEdit):
    """A line edit without completer, drag or menu. A secure field would be hidden from screen readers too."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(LONGEST)
        self.setDragEnabled(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setInputMethodHints(self.inputMethodHints() | _UNLEARNT)
        self.setAccessibleName(name)
