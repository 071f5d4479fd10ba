"""Finding words in a page and marking them, across formatting."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from desktop.ui.style import Style

MOST = 500
"""More places than this are not marked: nobody walks through them."""


def find_all(document: QTextDocument, words: Sequence[str], whole: bool) -> list[tuple[int, int]]:
    """Every place of any of the words, as positions (start, end) in the document; letters of any case.

    `whole` takes only whole words. A space also finds a line's end or a no-break space.
    """
    wanted = sorted({word.strip() for word in words if word.strip()}, key=len, reverse=True)
    if not wanted:
        return []
    either = "|".join(r"\s+".join(map(re.escape, word.split())) for word in wanted)
    pattern = rf"(?<!\w)(?:{either})(?!\w)" if whole else f"(?:{either})"
    text = document.toPlainText()
    found = re.finditer(pattern, text, re.IGNORECASE)
    places = [match.span() for _n, match in zip(range(MOST), found, strict=False)]
    if text.isascii() or max(text, default="") <= "\uffff":
        return places
    # Qt counts UTF-16 units: a character outside the first plane counts twice
    return [(_units(text, start), _units(text, end)) for start, end in places]


def _units(text: str, position: int) -> int:
    return len(text[:position].encode("utf-16-le")) // 2


def mark_format(style: Style, chosen: bool = False) -> QTextCharFormat:
    """How a marked place looks; the chosen one is underlined too, so colour is not the only sign."""
    made = QTextCharFormat()
    made.setBackground(style.colour("accent" if chosen else "mark"))
    made.setForeground(style.colour("on_accent" if chosen else "on_mark"))
    made.setFontUnderline(chosen)
    return made


def selections(
    document: QTextDocument, places: Sequence[tuple[int, int]], made: QTextCharFormat
) -> list[QTextEdit.ExtraSelection]:
    """The places as what a text view lays over its text."""
    shown = []
    for start, end in places:
        one = QTextEdit.ExtraSelection()
        one.cursor = QTextCursor(document)
        one.cursor.setPosition(start)
        one.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        one.format = made
        shown.append(one)
    return shown


class Marks:
    """The marked places of one page: those of the search that led here, and those of the find bar."""

    def __init__(self) -> None:
        self._marked: list[tuple[int, int]] = []
        self._at_mark = -1
        self._walked = False  # only a worker who walks the marks needs to see which one they are at
        self._words = ""
        self._found: list[tuple[int, int]] = []
        self._at_found = -1

    def mark(self, document: QTextDocument, words: Sequence[str], start: int) -> tuple[int, int] | None:
        """Mark whole words; returns the first place from `start` on, else the first of all."""
        self._marked = find_all(document, words, whole=True)
        ahead = (number for number, (begin, _end) in enumerate(self._marked) if begin >= start)
        self._at_mark = next(ahead, 0 if self._marked else -1)
        return self._marked[self._at_mark] if self._marked else None

    def count(self) -> int:
        """How many places the search marked."""
        return len(self._marked)

    def marked(self) -> tuple[int, int]:
        """Which of how many places the search marked; (0, 0) when there is none."""
        return self._at_mark + 1, len(self._marked)

    def step(self, forward: bool) -> tuple[int, int] | None:
        """The next or previous marked place, round and round."""
        if not self._marked:
            return None
        self._at_mark = (self._at_mark + (1 if forward else -1)) % len(self._marked)
        self._walked = True
        return self._marked[self._at_mark]

    def find(self, document: QTextDocument, words: str, forward: bool) -> tuple[int, int] | None:
        """The next or previous place of these letters; new words begin at the first."""
        if words != self._words:
            self._words, self._found, self._at_found = words, find_all(document, (words,), whole=False), -1
        if not self._found:
            return None
        step = (1 if forward else -1) if self._at_found >= 0 else 1
        self._at_found = (self._at_found + step) % len(self._found)
        return self._found[self._at_found]

    def found(self) -> tuple[int, int]:
        """Which of how many places of the find bar; (0, 0) when there is none."""
        return self._at_found + 1, len(self._found)

    def selections(self, document: QTextDocument, style: Style) -> list[QTextEdit.ExtraSelection]:
        """Everything marked, as what a text view lays over its text."""
        chosen = self._found[self._at_found :][:1] if self._at_found >= 0 else []
        if not self._found and self._walked:
            chosen = self._marked[self._at_mark :][:1]
        # while the find bar is in use, only what it found: two kinds of marks cannot be told apart
        plain = selections(document, self._found or self._marked, mark_format(style))
        return plain + selections(document, chosen, mark_format(style, chosen=True))
