"""What stands on each painted line of a document, from left to right, as eyes meet it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextDocument, QTextLayout, QTextLine

_ISOLATES = str.maketrans("\u00a0", " ", "\u2066\u2069")


def painted_lines(document: QTextDocument, width: float = 900) -> list[str]:
    """Every line, from the top; Qt lays the document out for this width first."""
    document.setTextWidth(width)
    document.size()  # Qt lays out when it is asked for what came of it
    return [line for block in _blocks(document) for line in laid_lines(block.layout(), block.text())]


def laid_lines(layout: QTextLayout, text: str) -> list[str]:
    """The lines of one text, each sign where it is drawn."""
    lines = [layout.lineAt(number) for number in range(layout.lineCount())]
    return ["".join(text[at] for at in _seen(line) if at < len(text)).translate(_ISOLATES) for line in lines]


def _seen(line: QTextLine) -> Iterator[int]:
    """The places in the text that a finger meets from left to right."""
    drawn = line.naturalTextRect()
    x, last = drawn.left() + 0.25, -1
    while x < drawn.right():
        at = line.xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter)
        if at != last:
            yield at
        x, last = x + 0.5, at


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        if block.text():
            yield block
        block = block.next()
