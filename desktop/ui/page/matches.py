"""Finding words in a page, across formatting, and walking from one match to the next."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice

from PySide6.QtGui import QTextDocument

from content.shown_numbers import isolates_as_spaces
from desktop.ui.page.geometry import Span
from index.text_pattern import TextPattern

LIMIT = 500
"""More matches than this are not drawn at once, nor looked for by the find bar: nobody walks through them."""
_OVERLAP = 400  # words that are found together may have begun before what was looked through last


class MatchFinder:
    """Every match of some words, as positions, in a page that may still grow at its end.

    However they are written there, as in the search. `whole_words` takes no part of a word. `limit` stops the
    looking: without it, look through a long page in parts.
    """

    def __init__(
        self, words: Sequence[str] = (), whole_words: bool = False, limit: int | None = None
    ) -> None:
        self.matches: list[Span] = []
        self._pattern = TextPattern(words, whole_words) if any(map(str.strip, words)) else None
        self._limit = limit
        self._seen = 0
        self._last = (0, 0)  # the end of the last match, in characters and in Qt's units

    def scan(self, document: QTextDocument) -> bool:
        """Look through what was written since the last scan; whether there were more."""
        remaining = None if self._limit is None else self._limit - len(self.matches)
        if self._pattern is None or remaining == 0:
            return False
        text = isolates_as_spaces(document.toPlainText())
        start = max(self._last[0], self._seen - _OVERLAP)
        self._seen = len(text)
        more = list(islice(self._pattern.spans(text, start), remaining))
        plain = len(text) == document.characterCount() - 1  # Qt counts the end, too
        self.matches += self._in_units(text, more, plain)
        return bool(more)

    def _in_units(self, text: str, spans: Sequence[Span], plain: bool) -> Iterator[Span]:
        """Qt counts UTF-16 units: a character outside the first plane counts twice."""
        for start, end in spans:
            at, units = self._last
            first = units + (start - at if plain else _units(text[at:start]))
            last = first + (end - start if plain else _units(text[start:end]))
            self._last = (end, last)
            yield first, last


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


class MatchCursor:
    """The matches of some words, and which of them somebody is at: perhaps one that is still to come.

    Attributes:
        finder: finds the matches as the page grows.
        number: the current one, from 0, once one is chosen. Below 0: counted from an end not yet written.
        visited: whether the view has been there; until then a step leads there and not beyond it.
    """

    def __init__(self, finder: MatchFinder) -> None:
        self.finder = finder
        self.number: int | None = None
        self.visited = False

    def choose(self, start: int, complete: bool) -> None:
        """Take the first match from this position on; where a `complete` page has none, the first of all."""
        matches = self.finder.matches
        if self.number is None and matches:
            number = bisect_left(matches, (start, 0))
            if number < len(matches) or complete:
                self.number = number % len(matches)

    def step(self, forward: bool) -> None:
        """Take the next or previous match, be it written or not."""
        if self.number is not None and self.visited:
            self.number += 1 if forward else -1
            self.visited = False

    def wrap(self) -> None:
        """The page is complete: begin anew behind the last match, and the other way round."""
        if self.number is not None and self.finder.matches:
            self.number %= len(self.finder.matches)

    def current(self) -> Span | None:
        """The match that somebody is at; None while it is not written."""
        matches = self.finder.matches
        return matches[self.number] if self.number is not None and 0 <= self.number < len(matches) else None

    def count(self) -> tuple[int, int]:
        """Which of how many matches; 0 while that one is not written."""
        written = self.number is not None and self.current() is not None
        return (self.number or 0) + 1 if written else 0, len(self.finder.matches)

    def nearby(self) -> list[Span]:
        """The matches round the one that somebody is at, as many as may be drawn."""
        matches = self.finder.matches
        first = max(0, min((self.number or 0) - LIMIT // 2, len(matches) - LIMIT))
        return matches[first : first + LIMIT]
