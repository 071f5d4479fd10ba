"""Finding words in a page and marking them, across formatting."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from desktop.ui.look.style import Style

MOST = 500
"""More places than this are not drawn at once, nor looked for by the find bar: nobody walks through them."""
_OVERLAP = 400  # words that are found together may have begun before what was looked through last


class MatchFinder:
    """Every place of some words, as positions (start, end), in a page that may still grow at its end.

    `whole` takes only whole words. A space also finds a line's end or a no-break space. Letters of any case.
    `most` stops the looking: without it, look through a long page in parts.
    """

    def __init__(self, words: Sequence[str] = (), whole: bool = False, most: int | None = None) -> None:
        self.found: list[tuple[int, int]] = []
        wanted = sorted({word.strip() for word in words if word.strip()}, key=len, reverse=True)
        either = "|".join(r"\s+".join(map(re.escape, word.split())) for word in wanted)
        pattern = rf"(?<!\w)(?:{either})(?!\w)" if whole else f"(?:{either})"
        self._pattern = re.compile(pattern, re.IGNORECASE) if wanted else None
        self._most = most
        self._seen = 0
        self._last = (0, 0)  # the end of the last place, in characters and in Qt's units

    def look(self, document: QTextDocument) -> bool:
        """Look through what was written since the last look; whether there were more."""
        room = None if self._most is None else self._most - len(self.found)
        if self._pattern is None or room == 0:
            return False
        text = document.toPlainText()
        start = max(self._last[0], self._seen - _OVERLAP)
        self._seen = len(text)
        more = [match.span() for match in islice(self._pattern.finditer(text, start), room)]
        plain = len(text) == document.characterCount() - 1  # Qt counts the end, too
        self.found += self._in_units(text, more, plain)
        return bool(more)

    def _in_units(
        self, text: str, places: Sequence[tuple[int, int]], plain: bool
    ) -> Iterator[tuple[int, int]]:
        """Qt counts UTF-16 units: a character outside the first plane counts twice."""
        for start, end in places:
            at, units = self._last
            first = units + (start - at if plain else _units(text[at:start]))
            last = first + (end - start if plain else _units(text[start:end]))
            self._last = (end, last)
            yield first, last


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def mark_format(style: Style, chosen: bool = False) -> QTextCharFormat:
    """How a marked place looks; the chosen one is underlined too, so colour is not the only sign."""
    fmt = QTextCharFormat()
    fmt.setBackground(style.colour("accent" if chosen else "mark"))
    fmt.setForeground(style.colour("on_accent" if chosen else "on_mark"))
    fmt.setFontUnderline(chosen)
    return fmt


def selections(
    document: QTextDocument, places: Sequence[tuple[int, int]], fmt: QTextCharFormat
) -> list[QTextEdit.ExtraSelection]:
    """The places as what a text view lays over its text."""
    shown = []
    for start, end in places:
        one = QTextEdit.ExtraSelection()
        one.cursor = QTextCursor(document)
        one.cursor.setPosition(start)
        one.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        one.format = fmt
        shown.append(one)
    return shown


class MatchCursor:
    """The places of some words, and which of them somebody is at: perhaps one that is still to come."""

    def __init__(self, places: MatchFinder) -> None:
        self.places = places
        self.at: int | None = None
        """Its number, once one is chosen. Below 0: counted from an end that is not written yet."""
        self.been = False
        """Whether the view has been there; until then a step leads there and not beyond it."""

    def choose(self, start: int, whole: bool) -> None:
        """Take the first place from this position on; if a `whole` page has none there, the first of all."""
        found = self.places.found
        if self.at is None and found:
            number = bisect_left(found, (start, 0))
            if number < len(found) or whole:
                self.at = number % len(found)

    def step(self, forward: bool) -> None:
        """Take the next or previous place, be it written or not."""
        if self.at is not None and self.been:
            self.at += 1 if forward else -1
            self.been = False

    def settle(self) -> None:
        """The page is whole: begin anew behind the last place, and the other way round."""
        if self.at is not None and self.places.found:
            self.at %= len(self.places.found)

    def place(self) -> tuple[int, int] | None:
        """The place that somebody is at; None while it is not written."""
        found = self.places.found
        return found[self.at] if self.at is not None and 0 <= self.at < len(found) else None

    def count(self) -> tuple[int, int]:
        """Which of how many places; 0 while that one is not written."""
        written = self.at is not None and self.place() is not None
        return (self.at or 0) + 1 if written else 0, len(self.places.found)

    def near(self) -> list[tuple[int, int]]:
        """The places round the one that somebody is at, as many as may be drawn."""
        found = self.places.found
        first = max(0, min((self.at or 0) - MOST // 2, len(found) - MOST))
        return found[first : first + MOST]


class Highlights:
    """The marked places of one page: those of the search that led here, and those of the find bar."""

    def __init__(self) -> None:
        self.marked = MatchCursor(MatchFinder())
        self.found = MatchCursor(MatchFinder())
        self._walked = False  # only a worker who walks the marks needs to see which one they are at
        self._words = ""
        self._searched: tuple[str, ...] = ()

    def mark(self, words: Sequence[str]) -> None:
        """Mark whole words, from the next `grow` on."""
        self._searched = tuple(words)
        self.marked = MatchCursor(MatchFinder(words, whole=True))

    def grow(self, document: QTextDocument, start: int | None, whole: bool) -> bool:
        """Mark what has been written since; whether there was anything to mark.

        The first mark is looked for from `start`, if that is written; on a `whole` page nothing is to come.
        """
        more = [walk.places.look(document) for walk in (self.marked, self.found)]
        if start is not None:
            self.marked.choose(start, whole)
        self.found.choose(0, whole)
        if whole:
            self.marked.settle()
            self.found.settle()
        return any(more)

    def begin_again(self) -> None:
        """Forget the places but not the words: the page is being written anew."""
        self.marked.places = MatchFinder(self._searched, whole=True)
        self.found.places = MatchFinder((self._words,), most=MOST)

    def step(self, forward: bool) -> None:
        """Take the next or previous marked place, and show which it is."""
        self.marked.step(forward)
        self._walked = True

    def find(self, words: str, forward: bool) -> None:
        """Take the next or previous place of these letters; the first of new ones, at the next `grow`."""
        if words != self._words:
            self._words, self.found = words, MatchCursor(MatchFinder((words,), most=MOST))
        else:
            self.found.step(forward)

    def drawn(self) -> tuple[list[tuple[int, int]], tuple[int, int] | None]:
        """The places to draw, and the chosen one of them."""
        # while the find bar is in use, only what it found: two kinds of marks cannot be told apart
        if self.found.places.found:
            return self.found.near(), self.found.place()
        return self.marked.near(), self.marked.place() if self._walked else None
