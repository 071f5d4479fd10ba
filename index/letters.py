"""What a single letter finds, kept small: the words that begin with it stand in half of the guidance.

A letter is the first thing that is typed, and the slowest to answer. Its sections are made ready while nobody
waits and kept as arrays, an eighth of what a mapping takes; in a large guidance only the best of them are,
which is enough wherever a letter is all that was typed.
"""

from __future__ import annotations

from array import array
from typing import NamedTuple

from index.max_score import Impacts, top_k

# All letters together, in bytes
_CAPACITY = 1 << 20
_ENTRY_BYTES = array("I").itemsize + array("d").itemsize


class LetterMatch(NamedTuple):
    """The scores of a letter, under which stems, and the highest score."""

    scores: Impacts
    stems: frozenset[str]
    highest: float


class _Kept(NamedTuple):
    sections: array[int]
    scores: array[float]
    stems: frozenset[str]
    whole: bool


class LetterMatches:
    """The matches of letters; whole while there is room, else the best sections. Belongs to one thread."""

    def __init__(self, capacity: int = _CAPACITY) -> None:
        self._room = capacity
        self._letters: dict[str, _Kept] = {}

    def keep(self, letter: str, scores: Impacts, stems: frozenset[str], best: int) -> None:
        """Keep what a letter finds, at least the `best` so many sections of it."""
        whole = len(scores) <= best or len(scores) * _ENTRY_BYTES <= self._room
        if not whole:
            kept = {section for section, _ in top_k(scores, best)}
            # in the order in which they were: it decides between equals
            scores = {section: score for section, score in scores.items() if section in kept}
        self._room -= len(scores) * _ENTRY_BYTES
        self._letters[letter] = _Kept(array("I", scores), array("d", scores.values()), stems, whole)

    def get(self, letter: str, best: int | None) -> LetterMatch | None:
        """What the letter finds, if it is kept; without `best`, only if all of it is."""
        kept = self._letters.get(letter)
        if kept is None or not (kept.whole or (best is not None and best <= len(kept.sections))):
            return None
        scores = dict(zip(kept.sections, kept.scores, strict=True))
        return LetterMatch(scores, kept.stems, max(kept.scores, default=0.0))
