"""Pages by the words of their title, small words included: for questions of nothing but small words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from content.model import Library
from index.analysis import Analysis

_AFTER_ALL = "\U0010ffff"


class Titles:
    """Every word of every title, looked up whole or by prefix: an inverted index, made when first asked."""

    def __init__(self, library: Library, analysis: Analysis) -> None:
        self._library = library
        self._analysis = analysis
        self._titles: list[tuple[int, int, str]] | None = None  # length in words, place, page
        self._postings: dict[str, set[int]] = {}
        self._vocabulary: list[str] = []

    def warm(self) -> None:
        """Read the titles now, before somebody waits for it."""
        self._all()

    def matching(self, words: Sequence[str], limit: int) -> list[str]:
        """Pages whose title holds all the words (the last may be begun), the shortest titles first."""
        if not words:
            return []
        titles = self._all()
        *whole_words, last = words
        start = bisect_left(self._vocabulary, last)
        completions = self._vocabulary[start : bisect_left(self._vocabulary, last + _AFTER_ALL, start)]
        found = set[int]().union(*(self._postings[word] for word in completions))
        for word in whole_words:
            found &= self._postings.get(word, set())
        return [page for _, _, page in sorted(titles[at] for at in found)[:limit]]

    def _all(self) -> list[tuple[int, int, str]]:
        if self._titles is None:
            self._titles = []
            for at, head in enumerate(self._library.heads.values()):
                words = [token.word for token in self._analysis.tokens(head.title)]
                self._titles.append((len(words), at, head.id))
                for word in words:
                    self._postings.setdefault(word, set()).add(at)
            self._vocabulary = sorted(self._postings)
        return self._titles
