"""Pages by the words of their title, small words included: for questions of nothing but small words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from content.model import Library
from index.analysis import Analysis

_LAST = "\U0010ffff"


class Titles:
    """Every word of every title, looked up whole or begun. Read when first asked."""

    def __init__(self, library: Library, analysis: Analysis) -> None:
        self._library = library
        self._analysis = analysis
        self._titles: list[tuple[int, int, str]] | None = None  # length in words, place, page
        self._holding: dict[str, set[int]] = {}
        self._words: list[str] = []

    def warm(self) -> None:
        """Read the titles now, before somebody waits for it."""
        self._all()

    def holding(self, words: Sequence[str], limit: int) -> list[str]:
        """Pages whose title holds all the words (the last may be begun), the shortest titles first."""
        if not words:
            return []
        titles = self._all()
        *whole, last = words
        start = bisect_left(self._words, last)
        begun = self._words[start : bisect_left(self._words, last + _LAST, start)]
        found = set[int]().union(*(self._holding[word] for word in begun))
        for word in whole:
            found &= self._holding.get(word, set())
        return [page for _, _, page in sorted(titles[at] for at in found)[:limit]]

    def _all(self) -> list[tuple[int, int, str]]:
        if self._titles is None:
            self._titles = []
            for at, head in enumerate(self._library.heads.values()):
                words = [token.word for token in self._analysis.tokens(head.title)]
                self._titles.append((len(words), at, head.id))
                for word in words:
                    self._holding.setdefault(word, set()).add(at)
            self._words = sorted(self._holding)
        return self._titles
