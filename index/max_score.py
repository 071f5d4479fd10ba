"""Sums and bests over sections: how the words of a question come together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from heapq import nlargest
from itertools import accumulate
from operator import itemgetter

Impacts = dict[int, float]
"""Section -> what something contributes there. Shared between keepers: never changed once made."""

Share = tuple[Impacts, float]
"""Impacts and the factor by which they count."""


# What share of a question may be to come before it is worth looking who can still be among the best
_PROMISING = 0.3
# Fewer than these are added up, or sorted, faster than sifted
_FEW_TO_ADD = 4000
_FEW_TO_SORT = 800
# The best of a question lie within this share of its very best, unless they are few
_NEAR_THE_BEST = 0.3


def scaled(impacts: Impacts, factor: float) -> Impacts:
    """The same sections, each counting by the factor."""
    return impacts if factor == 1.0 else {section: impact * factor for section, impact in impacts.items()}


def best_of(shares: Iterable[Share]) -> Impacts:
    """Per section the highest of several: alternatives are never added up."""
    lists = sorted((share for share in shares if share[0]), key=lambda share: len(share[0]))
    if not lists:
        return {}
    if len(lists) == 1:
        return scaled(*lists[0])
    best = dict(scaled(*lists.pop()))
    for impacts, factor in lists:
        for section, impact in impacts.items():
            worth = impact * factor
            if worth > best.get(section, 0.0):
                best[section] = worth
    return best


def summed(parts: Iterable[Impacts]) -> Impacts:
    """Per section the sum over the parts of a question."""
    lists = sorted((part for part in parts if part), key=len)
    if len(lists) < 2:
        return lists[0] if lists else {}
    total = dict(lists.pop())
    for impacts in lists:
        for section, impact in impacts.items():
            total[section] = total.get(section, 0.0) + impact
    return total


def top_k_sums(parts: Sequence[tuple[float, Impacts]], wanted: int) -> Impacts:
    """The sums, at least for all those sections that are among the best `wanted`.

    Each part comes with the most that it gives to any section. Parts that give much go first; as soon as
    the rest together could not lift a section that is still missing (or is too far behind) among the best,
    only those that still can be are looked at. A word that stands everywhere then costs next to nothing.
    """
    parts = sorted((part for part in parts if part[1]), key=itemgetter(0), reverse=True)
    if len(parts) < 2 or sum(len(impacts) for _, impacts in parts) < _FEW_TO_ADD:
        return summed(impacts for _, impacts in parts)
    to_come = list(accumulate((most for most, _ in reversed(parts)), initial=0.0))[::-1]
    look_at = _PROMISING * to_come[0]
    total = dict(parts[0][1])
    for at, (_, impacts) in enumerate(parts[1:], 1):
        if to_come[at] < look_at:
            look_at = to_come[at] / 2  # looking is not free: the next time when much has changed
            if least := _least_of_best(total, wanted, to_come[at]):
                kept = {section: worth for section, worth in total.items() if worth + to_come[at] >= least}
                return _looked_up(kept, parts[at:], to_come[at:], wanted)
        for section, impact in impacts.items():
            total[section] = total.get(section, 0.0) + impact
    return total


def best(scores: Impacts, wanted: int) -> list[tuple[int, float]]:
    """The best sections with their worth, the best first."""
    items: Collection[tuple[int, float]] = scores.items()
    if len(items) > _FEW_TO_SORT:
        least = _NEAR_THE_BEST * max(scores.values())
        near = [item for item in items if item[1] >= least]
        items = near if len(near) >= wanted else items
    if len(items) > _FEW_TO_SORT:
        return nlargest(wanted, items, key=itemgetter(1))
    return sorted(items, key=itemgetter(1), reverse=True)[:wanted]


def _looked_up(
    total: Impacts, parts: Sequence[tuple[float, Impacts]], to_come: Sequence[float], wanted: int
) -> Impacts:
    """The sums over the rest of the parts for these sections alone, fewer from time to time."""
    look_at = to_come[0] / 2
    for at, (_, impacts) in enumerate(parts):
        if len(total) > 2 * wanted and to_come[at] < look_at:
            look_at = to_come[at] / 2
            least = _least_of_best(total, wanted, 0.0) - to_come[at]
            total = {section: worth for section, worth in total.items() if worth >= least}
        if len(impacts) < len(total):
            for section, impact in impacts.items():
                if section in total:
                    total[section] += impact
        else:
            for section in total.keys() & impacts.keys():
                total[section] += impacts[section]
    return total


def _least_of_best(total: Impacts, wanted: int, floor: float) -> float:
    """What the last of the best `wanted` sums is worth; 0 unless all of these pass the floor."""
    passing = [worth for worth in total.values() if worth > floor]
    return nlargest(wanted, passing)[-1] if len(passing) >= wanted else 0.0
