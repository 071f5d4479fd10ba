"""Sections in which the words of a question stand near each other, lifted a little."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
_REACH = 10


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
    for first, second, idf in pairs:
        gap = _gap(passage.positions.get(first, ()), passage.positions.get(second, ()))
        if gap <= _REACH:
            total += idf / gap
    return total


def _gap(first: Sequence[int], second: Sequence[int]) -> int:
    """The fewest words from one to the other, in either order; beyond reach if one is not there."""
    closest, a, b = _REACH + 1, 0, 0
    while a < len(first) and b < len(second):
        closest = min(closest, abs(first[a] - second[b]) or closest)
        if first[a] < second[b]:
            a += 1
        else:
            b += 1
    return closest
