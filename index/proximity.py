"""Sections in which the terms of a query stand near each other, lifted a little.

Term proximity in BM25's manner (Rasolofo and Savoy, 2003; Büttcher, Clarke and Lushman, 2006): each pair of
terms counts by the lower idf of the two and by a saturated sum over their distances. Only the best sections
are looked at, since it needs their texts: positions are not in the index, which would be larger for them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations

from index.matching import QueryClause
from index.max_score import Impacts, top_k
from index.ranking import Ranking
from index.snippets import Passage

# How many of the best sections are looked at, and the factor by which proximity counts
_RERANKED_SECTIONS = 40
_WEIGHT = 0.05
# Words further apart than this are not near
_WINDOW = 8
# How soon another such pair stops to count
_SATURATION = 0.5


def with_proximity(
    scores: Impacts,
    clauses: Sequence[QueryClause],
    ranking: Ranking,
    passage: Callable[[int], Passage],
    check: Callable[[], None],
) -> Impacts:
    """The scores, with the best sections lifted by how near the terms of the query stand in them."""
    idfs = {term.stem: ranking.idf(term.stem) for clause in clauses for term in clause.content}
    if len(idfs) < 2:
        return scores
    lifted = dict(scores)
    for section, score in top_k(scores, _RERANKED_SECTIONS):
        check()
        lifted[section] = score + _WEIGHT * _proximity(passage(section), idfs)
    return lifted


def _proximity(passage: Passage, idfs: Mapping[str, float]) -> float:
    total = 0.0
    positions = passage.positions(idfs.keys())
    for first, second in combinations(positions, 2):
        near = sum(1 / distance for distance in _distances(positions[first], positions[second]))
        total += min(idfs[first], idfs[second]) * near / (_SATURATION + near)
    return total


def _distances(first: Sequence[int], second: Sequence[int]) -> Iterator[int]:
    """From each position of the one term, how many words it is to the nearest of the other, within reach."""
    for position in first:
        at = bisect_left(second, position)
        nearest = min((abs(position - other) for other in second[max(0, at - 1) : at + 1]), default=0)
        if 0 < nearest <= _WINDOW:
            yield nearest
