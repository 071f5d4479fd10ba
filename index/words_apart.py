"""One word or two: "safe guarding" for what the guidance calls safeguarding, "weekend" for its "week end".

No list says which words these are. What is typed as several words is looked up as one in the vocabulary of
the guidance, and a typed word in any two parts that the vocabulary has and that stand side by side in a text.
Digits and letters are no different: "9 am" and "9am", "LS28BB" and "LS2 8BB".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from index.analysis import STOP_WORDS
from index.compounds import may_be_part, splits
from index.max_score import Impacts, disjunction_max, top_k
from index.query import Term
from index.ranking import Ranking
from index.spelling import Vocabulary

# So many typed words at most are one: mother in law, 16 year old
_MOST_WORDS = 4
_SHORTEST_WORD = 4
# In a longer text words stand side by side by chance
_MOST_CONTENT_WORDS = 8
# The digits of one amount, by their thousands
_AMOUNT = re.compile(r"[1-9]\d{0,2}(?: \d{3})+")
# Sections that are read for the two parts of one word
_READ_SECTIONS = 20

HasPhrase = Callable[[int, Sequence[str]], bool]
"""Whether these words stand side by side in a section."""


def joined_terms(terms: Sequence[Term], apart: WordsApart, taken: Container[int] = ()) -> tuple[Term, ...]:
    """The terms, with those that are one word in the guidance made one; not those at the `taken` places.

    Where the guidance writes the words side by side as well, they stay: each may also be the one word.
    """
    if sum(not term.stop for term in terms) > _MOST_CONTENT_WORDS:
        taken = {*range(len(terms))}.difference(_hyphened(terms))
    found: list[Term] = []
    at = 0
    while at < len(terms):
        stretch = terms[at : at + _length(terms, at, apart.vocabulary, taken)]
        word = "".join(term.word for term in stretch)
        if len(stretch) == 1:
            found.extend(stretch)
        elif apart.are_written([term.word for term in stretch]):
            found.extend(term._replace(compound=word) for term in stretch)
        else:
            found.append(_joined(stretch, word, apart.stem_of(word)))
        at += len(stretch)
    return tuple(found)


def _length(terms: Sequence[Term], at: int, vocabulary: Vocabulary, taken: Container[int]) -> int:
    """How many terms from here on are one word, the longest such word."""
    length, stretch = 1, list(_joinable(terms, at, taken))
    words = list(accumulate(term.word for term in stretch))
    for count, word in enumerate(words[1:], 2):
        known = vocabulary.nearest(word)
        if not known.startswith(word):
            break
        last = stretch[count - 1]
        # what is being typed may still become a word of its own
        begun = last.is_prefix and not vocabulary.nearest(last.word).startswith(last.word)
        if (known == word or begun) and _is_likely(word, stretch[:count]):
            length = count
    return length


def _joinable(terms: Sequence[Term], at: int, taken: Container[int]) -> Iterator[Term]:
    for place in range(at, min(at + _MOST_WORDS, len(terms))):
        if place in taken or terms[place].parts or not may_be_part(terms[place].word):
            return
        yield terms[place]


def _hyphened(terms: Sequence[Term]) -> Iterator[int]:
    """The places of the terms that a hyphen joins."""
    for place, term in enumerate(terms):
        if term.hyphened:
            yield from (place - 1, place)


def _is_likely(word: str, terms: Sequence[Term]) -> bool:
    """Small words and numbers stand side by side for other reasons: "is he at risk" is not about heat."""
    if word.isdigit():
        return bool(_AMOUNT.fullmatch(" ".join(term.word for term in terms)))
    long = len(word) >= _SHORTEST_WORD or not word.isalpha()
    return long and not all(term.stop for term in terms)


def _joined(terms: Sequence[Term], word: str, stem: str) -> Term:
    typed, split = " ".join(term.typed for term in terms), tuple(term.word for term in terms)
    return Term(word, stem, typed, is_prefix=terms[-1].is_prefix, split=split)


class SectionsApart(NamedTuple):
    """Sections in which a word stands as two, and the stems of these."""

    scores: Impacts
    stems: frozenset[str]


class WordsApart:
    """Finds a word that was typed as one where the guidance writes it as two. Belongs to one thread."""

    def __init__(
        self,
        ranking: Ranking,
        vocabulary: Vocabulary,
        stem_of: Callable[[str], str],
        has_phrase: HasPhrase = lambda section, words: False,
    ) -> None:
        self.vocabulary = vocabulary
        self._ranking = ranking
        self.stem_of = stem_of
        self._has_phrase = has_phrase

    def find(self, word: str) -> SectionsApart:
        """The best sections that have the word as two."""
        scores: Impacts = {}
        stems: set[str] = set()
        for words in splits(word):
            if found := dict(self._holding(words)):
                scores = disjunction_max(((scores, 1.0), (found, 1.0)))
                stems.update(self._stems(words))
        return SectionsApart(scores, frozenset(stems))

    def are_written(self, words: Sequence[str]) -> bool:
        """Whether the guidance has these words side by side."""
        return any(True for _ in self._holding(words))

    def _holding(self, words: Sequence[str]) -> Iterator[tuple[int, float]]:
        """Of the best sections that have all of the words, those in which they stand side by side."""
        if all(word in STOP_WORDS or self.vocabulary.has(word) for word in words):
            impacts = sorted((self._ranking.impacts(stem) for stem in self._stems(words)), key=len)
            common = set(impacts[0]).intersection(*impacts[1:])
            scores = {section: min(one[section] for one in impacts) for section in common}
            for section, score in top_k(scores, _READ_SECTIONS):
                if self._has_phrase(section, words):
                    yield section, score

    def _stems(self, words: Sequence[str]) -> list[str]:
        return [self.stem_of(word) for word in words if word not in STOP_WORDS]
