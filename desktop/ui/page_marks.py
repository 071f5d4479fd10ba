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
    made.setBackground(style.colour("mark"))
    made.setForeground(style.colour("on_mark"))
    if chosen:
        made.setFontUnderline(True)
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
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
