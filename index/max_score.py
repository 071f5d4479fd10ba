"""Sums and bests over sections: how the terms of a query come together.

The pruning is MaxScore's (Turtle and Flood, 1995), in its term-at-a-time form: clauses go by falling maximum,
and once the maxima to come cannot lift a section among the best k, no section comes in any more. Not
document-at-a-time (as WAND is): the scores of a clause stand ready in dictionaries,
shared between keystrokes, and a look-up in one costs less in Python than a cursor over each of them.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from heapq import nlargest
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple

Impacts = dict[int, float]
"""Section -> what something adds to its score there. Shared between caches: never changed once made."""

IMPACT_BYTES = 100
"""What one section of impacts takes, roughly: its place in the mapping, its number and what it adds."""

LARGE_IMPACTS = 1300
"""From so many sections on impacts are cached packed: an eighth of the memory for a tenth of the time."""


class PackedImpacts(NamedTuple):
    """Impacts as two arrays, in their order."""

    sections: array[int]
    scores: array[float]

    @classmethod
    def of(cls, impacts: Impacts) -> PackedImpacts:
        """Pack a mapping."""
        return cls(array("I", impacts), array("d", impacts.values()))

    def unpacked(self) -> Impacts:
        """The mapping again, a new one."""
        return dict(zip(self.sections, self.scores, strict=True))

    def bytes(self) -> int:
        """What it takes."""
        return len(self.sections) * (self.sections.itemsize + self.scores.itemsize)


WeightedImpacts = tuple[Impacts, float]
"""Impacts and the factor by which they count."""


# What share of a query may be to come before it is worth looking who can still be among the best
_PROMISING = 0.3
# Fewer than these are added up, or sorted, faster than sifted
_FEW_TO_ADD = 4000
_FEW_TO_SORT = 800
# The best of a query lie within this share of its very best, unless they are few
_NEAR_THE_BEST = 0.3


def scaled(impacts: Impacts, factor: float) -> Impacts:
    """The same sections, each counting by the factor."""
    return impacts if factor == 1.0 else {section: impact * factor for section, impact in impacts.items()}


def disjunction_max(alternatives: Iterable[WeightedImpacts]) -> Impacts:
    """Per section the highest of several: alternatives are never added up."""
    lists = sorted((one for one in alternatives if one[0]), key=lambda one: len(one[0]))
    if not lists:
        return {}
    if len(lists) == 1:
        return scaled(*lists[0])
    best = dict(scaled(*lists.pop()))
    for impacts, factor in lists:
        _raise_to(best, impacts, factor)
    return best


def disjunction_steps(
    best: Impacts, alternatives: Iterable[tuple[int, Callable[[], WeightedImpacts]]]
) -> Iterator[None]:
    """The same in steps, into `best`: each alternative comes with its length and is made in its turn."""
    lists = sorted((one for one in alternatives if one[0]), key=itemgetter(0))
    if not lists:
        return
    best.update(scaled(*lists.pop()[1]()))
    yield
    for _, make in lists:
        _raise_to(best, *make())
        yield


def summed(parts: Iterable[Impacts]) -> Impacts:
    """Per section the sum over the parts of a query."""
    lists = sorted((part for part in parts if part), key=len)
    if len(lists) < 2:
        return lists[0] if lists else {}
    total = dict(lists.pop())
    for impacts in lists:
        for section, impact in impacts.items():
            total[section] = total.get(section, 0.0) + impact
    return total


def top_k_sums(parts: Sequence[tuple[float, Impacts]], k: int) -> Impacts:
    """The sums, at least for all those sections that are among the best `k`.

    Each part comes with its maximum, the most that it gives to any section. Parts with a high one go first;
    as soon as the rest together could not lift a section that is still missing (or is too far behind) among
    the best, only those that still can be are looked at. A word that stands everywhere then costs next to
    nothing.
    """
    parts = sorted((part for part in parts if part[1]), key=itemgetter(0), reverse=True)
    if len(parts) < 2 or sum(len(impacts) for _, impacts in parts) < _FEW_TO_ADD:
        return summed(impacts for _, impacts in parts)
    to_come = list(accumulate((maximum for maximum, _ in reversed(parts)), initial=0.0))[::-1]
    look_at = _PROMISING * to_come[0]
    total = dict(parts[0][1])
    for at, (_, impacts) in enumerate(parts[1:], 1):
        if to_come[at] < look_at:
            look_at = to_come[at] / 2  # looking is not free: the next time when much has changed
            if threshold := _threshold(total, k, to_come[at]):
                able = {
                    section: score for section, score in total.items() if score + to_come[at] >= threshold
                }
                return _looked_up(able, parts[at:], to_come[at:], k)
        for section, impact in impacts.items():
            total[section] = total.get(section, 0.0) + impact
    return total


def top_k(scores: Impacts, k: int) -> list[tuple[int, float]]:
    """The best `k` sections with their scores, the best first."""
    items: Collection[tuple[int, float]] = scores.items()
    if len(items) > _FEW_TO_SORT:
        least = _NEAR_THE_BEST * max(scores.values())
        near = [item for item in items if item[1] >= least]
        items = near if len(near) >= k else items
    if len(items) > _FEW_TO_SORT:
        return nlargest(k, items, key=itemgetter(1))
    return sorted(items, key=itemgetter(1), reverse=True)[:k]


def _raise_to(best: Impacts, impacts: Impacts, factor: float) -> None:
    for section, impact in impacts.items():
        score = impact * factor
        if score > best.get(section, 0.0):
            best[section] = score


def _looked_up(
    total: Impacts, parts: Sequence[tuple[float, Impacts]], to_come: Sequence[float], k: int
) -> Impacts:
    """The sums over the rest of the parts for these sections alone, fewer from time to time."""
    look_at = to_come[0] / 2
    for at, (_, impacts) in enumerate(parts):
        if len(total) > 2 * k and to_come[at] < look_at:
            look_at = to_come[at] / 2
            least = _threshold(total, k, 0.0) - to_come[at]
            total = {section: score for section, score in total.items() if score >= least}
        if len(impacts) < len(total):
            for section, impact in impacts.items():
                if section in total:
                    total[section] += impact
        else:
            for section in total.keys() & impacts.keys():
                total[section] += impacts[section]
    return total


def _threshold(total: Impacts, k: int, floor: float) -> float:
    """The `k`-th best sum; 0 unless so many pass the floor."""
    passing = [score for score in total.values() if score > floor]
    return nlargest(k, passing)[-1] if len(passing) >= k else 0.0
