"""What is highlighted on a page: the words of the search that led there, and those of the find bar."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from desktop.ui.look.style import Style
from desktop.ui.page.geometry import Span
from desktop.ui.page.matches import LIMIT, MatchCursor, MatchFinder


class Drawn(NamedTuple):
    """The matches to draw, the chosen one of them, and those that are drawn pale."""

    spans: list[Span]
    chosen: Span | None = None
    pale: frozenset[Span] = frozenset()


class Highlights:
    """The matches of one page, as far as it is written.

    Attributes:
        marked: those of the search that led here.
        found: those of the find bar.
        _stepped: whether the worker walks the marks; only then they need to see which one they are at.
        _words: what the search marks.
        _pale_words: those of them that mean the same as a word that was typed.
        _query: what the find bar looks for.
    """

    def __init__(self) -> None:
        self.marked = MatchCursor(MatchFinder())
        self.found = MatchCursor(MatchFinder())
        self._stepped = False
        self._words: tuple[str, ...] = ()
        self._pale_words: tuple[str, ...] = ()
        self._pale = MatchFinder()
        self._query = ""

    def mark(self, words: Sequence[str], pale: Sequence[str] = ()) -> None:
        """Mark whole words, from the next `scan` on, some of them pale."""
        self._words, self._pale_words = tuple(words), tuple(pale)
        self._pale = MatchFinder(pale, whole_words=True)
        self.marked = MatchCursor(MatchFinder(words, whole_words=True))

    def scan(self, document: QTextDocument, start: int | None, complete: bool) -> bool:
        """Look through what has been written since; whether there was anything.

        The first mark is taken from `start` on, if that is written; to a `complete` page nothing is to come.
        """
        more = [finder.scan(document) for finder in (self.marked.finder, self.found.finder, self._pale)]
        if start is not None:
            self.marked.choose(start, complete)
        self.found.choose(0, complete)
        if complete:
            self.marked.wrap()
            self.found.wrap()
        return any(more)

    def restart(self) -> None:
        """Forget the matches but not the words: the page is being rendered anew."""
        self.marked.finder = MatchFinder(self._words, whole_words=True)
        self._pale = MatchFinder(self._pale_words, whole_words=True)
        self.found.finder = MatchFinder((self._query,), limit=LIMIT)

    def step(self, forward: bool) -> None:
        """Take the next or previous mark, and show which it is."""
        self.marked.step(forward)
        self._stepped = True

    def find(self, query: str, forward: bool) -> None:
        """Take the next or previous match of this query; the first of a new one, at the next `scan`."""
        if query != self._query:
            self._query, self.found = query, MatchCursor(MatchFinder((query,), limit=LIMIT))
        else:
            self.found.step(forward)

    def drawn(self) -> Drawn:
        """What is to be seen now."""
        # while the find bar is in use, only what it found: two kinds of marks cannot be told apart
        if self.found.finder.matches:
            return Drawn(self.found.nearby(), self.found.current())
        spans, chosen = self.marked.nearby(), self.marked.current() if self._stepped else None
        return Drawn(spans, chosen, frozenset(self._pale.matches).intersection(spans))


def selections(document: QTextDocument, drawn: Drawn, style: Style) -> list[QTextEdit.ExtraSelection]:
    """The highlights as what a text view lays over its text."""
    strong, pale = _format(style), _pale_format(style)
    laid = [_selection(document, span, pale if span in drawn.pale else strong) for span in drawn.spans]
    if drawn.chosen:
        laid.append(_selection(document, drawn.chosen, _format(style, chosen=True)))
    return laid


def _format(style: Style, chosen: bool = False) -> QTextCharFormat:
    """How a mark looks; the chosen one is underlined too, so colour is not the only sign."""
    fmt = QTextCharFormat()
    fmt.setBackground(style.colour("accent" if chosen else "mark"))
    fmt.setForeground(style.colour("on_accent" if chosen else "on_mark"))
    fmt.setFontUnderline(chosen)
    return fmt


def _pale_format(style: Style) -> QTextCharFormat:
    """How a word looks that was not typed: a dotted line, and no other ground than a tint."""
    fmt = QTextCharFormat()
    fmt.setBackground(style.colour("tint"))
    fmt.setForeground(style.colour("ink"))
    fmt.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    return fmt


def _selection(document: QTextDocument, span: Span, fmt: QTextCharFormat) -> QTextEdit.ExtraSelection:
    one = QTextEdit.ExtraSelection()
    one.cursor = QTextCursor(document)
    one.cursor.setPosition(span[0])
    one.cursor.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)
    one.format = fmt
    return one
