"""Sections in which the words of a question stand near each other, lifted a little."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from heapq import nlargest
from itertools import pairwise
from operator import itemgetter

from index.matching import Unit
from index.ranking import Impacts, Ranking
from index.snippets import Passage

# Only the best sections are compared again, and nearness counts this share of their scores
_SECTIONS = 40
_WEIGHT = 0.2
# Words further apart than this are not near
_REACH = 5
# How soon another such pair stops to count
_REPEATS = 0.5


def near_each_other(
    scores: Impacts,
    units: Sequence[Unit],
    ranking: Ranking,
    passage: Callable[[int], Passage],
    check: Callable[[], None],
) -> Impacts:
    """The scores, with the best sections lifted by how near consecutive words stand in them."""
    stems = [term.stem for unit in units for term in unit.content]
    pairs = [(a, b, min(ranking.idf(a), ranking.idf(b))) for a, b in pairwise(stems) if a != b]
    if not pairs:
        return scores
    lifted = dict(scores)
    for section, score in nlargest(_SECTIONS, scores.items(), key=itemgetter(1)):
        check()
        lifted[section] = score + _WEIGHT * _nearness(passage(section), pairs)
    return lifted


def _nearness(passage: Passage, pairs: Sequence[tuple[str, str, float]]) -> float:
    total = 0.0
    places = passage.positions({stem for first, second, _ in pairs for stem in (first, second)})
    for first, second, idf in pairs:
        mass = sum(gap**-2 for gap in _gaps(places.get(first, ()), places.get(second, ())))
        total += idf * mass / (_REPEATS + mass)
    return total


def _gaps(first: Sequence[int], second: Sequence[int]) -> Iterator[int]:
    """From each place of the one word, how many words it is to the nearest of the other, within reach."""
    for place in first:
        at = bisect_left(second, place)
        nearest = min((abs(place - other) for other in second[max(0, at - 1) : at + 1]), default=0)
        if 0 < nearest <= _REACH:
            yield nearest
