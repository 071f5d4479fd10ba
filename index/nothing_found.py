"""A way on when no page answers: words of the guidance like those typed, and the themes that hold them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from content.model import Library
from index.query import Term
from index.ranking import Ranking
from index.spelling import Vocabulary
from index.tables import Tables

MAX_WORDS = 4
MAX_THEMES = 3


class FallbackFinder:
    """Looks further afield than a search may: what it finds is offered, never taken for what was meant."""

    def __init__(
        self,
        library: Library,
        tables: Tables,
        ranking: Ranking,
        vocabulary: Vocabulary,
        stem_of: Callable[[str], str],
    ) -> None:
        self._library = library
        self._tables = tables
        self._ranking = ranking
        self._vocabulary = vocabulary
        self._stem_of = stem_of

    def near_words(self, terms: Sequence[Term]) -> tuple[str, ...]:
        """Words of the guidance that look most like those typed, those of the first word first."""
        found = (word for term in terms for word in self._vocabulary.sounds_like(term.word))
        return tuple(dict.fromkeys(found))[:MAX_WORDS]

    def themes(self, words: Sequence[str]) -> tuple[str, ...]:
        """Ids of the themes whose pages have most to say on these words, best first."""
        scores: dict[str, float] = {}
        for word in words:
            for section, impact in self._ranking.impacts(self._stem_of(word)).items():
                page = self._tables.pages[self._tables.page_of[section]]
                for theme in self._library.heads[page].themes[:1]:
                    scores[theme] = scores.get(theme, 0.0) + impact
        known = (theme for theme in scores if theme in self._library.themes)
        return tuple(sorted(known, key=lambda theme: -scores[theme])[:MAX_THEMES])
