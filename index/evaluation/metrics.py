"""How good a ranking is, in the usual measures; each lies between 0 and 1."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import log2
from random import Random

# Enough for two places of an interval
_SAMPLES, _SEED = 1000, 1979

Grades = Mapping[str, int]


def ndcg(ranked: Sequence[str], grades: Grades, depth: int = 10) -> float:
    """Gain of what stands on top, later places counting less, against the best possible order."""
    ideal = _gain(sorted(grades.values(), reverse=True)[:depth])
    return _gain(grades.get(page, 0) for page in ranked[:depth]) / ideal if ideal else 0.0


def reciprocal_rank(ranked: Sequence[str], grades: Grades, depth: int = 10) -> float:
    """One over the place of the first page that answers; 0 when none is among the first."""
    places = (place for place, page in enumerate(ranked[:depth], 1) if grades.get(page, 0) > 0)
    return 1 / next(places, float("inf"))


def recall(ranked: Sequence[str], grades: Grades, depth: int = 100) -> float:
    """The share of all answers that is found."""
    wanted = {page for page, grade in grades.items() if grade > 0}
    return len(wanted.intersection(ranked[:depth])) / len(wanted) if wanted else 0.0


def best_within(ranked: Sequence[str], grades: Grades, depth: int) -> bool:
    """Whether one of the best answers stands among the first."""
    best = max(grades.values(), default=0)
    return any(grades.get(page) == best for page in ranked[:depth])


def ungraded(grades: Grades) -> Grades:
    """Every answer counting the same."""
    return {page: 1 for page, grade in grades.items() if grade > 0}


def mean(values: Iterable[float]) -> float:
    """The mean to four places; 0 for nothing."""
    listed = list(values)
    return round(sum(listed) / len(listed), 4) if listed else 0.0


def percentile(values: Iterable[float], share: float) -> float:
    """The value below which this share of them lies, to three places; 0 for nothing."""
    ordered = sorted(values)
    return round(ordered[min(len(ordered) - 1, int(len(ordered) * share))], 3) if ordered else 0.0


def interval(values: Sequence[float], share: float = 0.95) -> list[float]:
    """Between which means so large a share of all samples like this one lies: the percentile bootstrap.

    Efron, 1979; the samples are drawn from a fixed seed, so that the same values give the same interval.
    """
    if not values:
        return [0.0, 0.0]
    dice, size = Random(_SEED), len(values)
    means = sorted(sum(dice.choices(values, k=size)) / size for _ in range(_SAMPLES))
    outside = int(_SAMPLES * (1 - share) / 2)
    return [round(means[outside], 4), round(means[-1 - outside], 4)]


def _gain(grades: Iterable[int]) -> float:
    return sum(grade / log2(place + 1) for place, grade in enumerate(grades, 1))
