"""Pages by the words of their title, small words included: for questions of nothing but small words."""

from __future__ import annotations

from collections.abc import Sequence

from content.model import Library
from index.words import Analysis


class Titles:
    """Looks through all titles; there are few, and such questions are rare."""

    def __init__(self, library: Library, analysis: Analysis) -> None:
        self._library = library
        self._analysis = analysis
        self._words: list[tuple[str, list[str]]] | None = None

    def holding(self, words: Sequence[str]) -> list[str]:
        """Pages whose title holds all the words (the last may be begun), the shortest titles first."""
        if not words:
            return []
        *whole, last = words
        found = [
            (len(title), at, page)
            for at, (page, title) in enumerate(self._all())
            if all(word in title for word in whole) and any(word.startswith(last) for word in title)
        ]
        return [page for _, _, page in sorted(found)]

    def _all(self) -> list[tuple[str, list[str]]]:
        if self._words is None:
            self._words = [
                (head.id, [token.word for token in self._analysis.tokens(head.title)])
                for head in self._library.heads.values()
            ]
        return self._words
