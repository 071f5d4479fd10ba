"""Pages by the words of their title, small words included: for questions of nothing but small words."""

from __future__ import annotations

from collections.abc import Sequence

from index.engine import Engine


class Titles:
    """Every word of every title, looked up whole or by prefix."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def matching(self, words: Sequence[str], limit: int) -> list[int]:
        """Pages whose title holds all the words (the last may be begun), the shortest titles first."""
        if not words:
            return []
        *whole_words, last = words
        found: set[int] = set()
        for word in self._engine.title_words(last):
            found.update(self._engine.pages_titled(word))
        for word in whole_words:
            found.intersection_update(self._engine.pages_titled(word))
        lengths = self._engine.tables.title_lengths
        return sorted(found, key=lambda page: (lengths[page], page))[:limit]
