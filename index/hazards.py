"""Words of immediate danger: the page that says what to do now stands first, whatever else was typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from content.model import Hazard
from index.analysis import Analysis
from index.query import Term

HazardWords = list[list[str]]
"""Each wording of a hazard as its words in order: exact ones, for to be sectioned is no section of a law."""


class Danger(NamedTuple):
    """What the words of a query mean at once: the page of a hazard, whom to ring, by which words."""

    page: str
    contacts: tuple[str, ...]
    words: tuple[str, ...]


class HazardFinder:
    """Finds the hazards that a query names, the longest wording first."""

    def __init__(self, hazards: Iterable[Hazard], wordings: Iterable[HazardWords]) -> None:
        self._by_first: dict[str, list[Danger]] = {}
        for hazard, its in zip(hazards, wordings, strict=True):
            for words in filter(None, its):
                danger = Danger(hazard.page, hazard.contacts, tuple(words))
                self._by_first.setdefault(words[0], []).append(danger)

    def find(self, terms: Sequence[Term]) -> tuple[Danger, ...]:
        """The dangers that stand in the query, those named in more words first; one for each page."""
        found = sorted(self._all(terms), key=lambda danger: -len(danger.words))
        pages: dict[str, Danger] = {}
        for danger in found:
            pages.setdefault(danger.page, danger)
        return tuple(pages.values())

    def _all(self, terms: Sequence[Term]) -> Iterator[Danger]:
        typed = [term.word for term in terms]
        for at, word in enumerate(typed):
            for danger in self._by_first.get(word, ()):
                if tuple(typed[at : at + len(danger.words)]) == danger.words:
                    yield danger


def hazard_words(hazards: Iterable[Hazard], analysis: Analysis) -> list[HazardWords]:
    """What a finder is made from, found when the index is built."""
    return [[_wording(words, analysis) for words in hazard.words] for hazard in hazards]


def _wording(words: str, analysis: Analysis) -> list[str]:
    return [token.word for token in analysis.tokens(words) if not token.joined]
