"""Sections in which the words of a question stand near each other, lifted a little."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations

from index.matching import QueryClause
from index.max_score import Impacts, best
from index.ranking import Ranking
from index.snippets import Passage

# Only the best sections are compared again, and nearness counts this share of their scores
_SECTIONS = 40
_WEIGHT = 0.05
# Words further apart than this are not near
_REACH = 8
# How soon another such pair stops to count
_REPEATS = 0.5


def near_each_other(
    scores: Impacts,
    units: Sequence[QueryClause],
    ranking: Ranking,
    passage: Callable[[int], Passage],
    check: Callable[[], None],
) -> Impacts:
    """The scores, with the best sections lifted by how near the words of the question stand in them."""
    rarity = {term.stem: ranking.idf(term.stem) for unit in units for term in unit.content}
    if len(rarity) < 2:
        return scores
    lifted = dict(scores)
    for section, score in best(scores, _SECTIONS):
        check()
        lifted[section] = score + _WEIGHT * _nearness(passage(section), rarity)
    return lifted


def _nearness(passage: Passage, rarity: Mapping[str, float]) -> float:
    total = 0.0
    places = passage.positions(rarity.keys())
    for first, second in combinations(places, 2):
        mass = sum(1 / gap for gap in _gaps(places[first], places[second]))
        total += min(rarity[first], rarity[second]) * mass / (_REPEATS + mass)
    return total


def _gaps(first: Sequence[int], second: Sequence[int]) -> Iterator[int]:
    """From each place of the one word, how many words it is to the nearest of the other, within reach."""
    for place in first:
        at = bisect_left(second, place)
        nearest = min((abs(place - other) for other in second[max(0, at - 1) : at + 1]), default=0)
        if 0 < nearest <= _REACH:
            yield nearest
