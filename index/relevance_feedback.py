"""Sections that speak of the same things as the best ones, lifted a little: they too are what was meant."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from heapq import nlargest
from math import sqrt
from operator import itemgetter

from index.matching import QueryClause
from index.max_score import Impacts, best

# What the best sections say beside the words of the question, in their most telling words ...
_BEST = 20
_TELLING = 25
# ... orders the best ones anew: at most this share of the very best score is added. All four numbers are
# flat optima on two public collections and both sets of questions to the Leeds pack.
_SECTIONS = 100
_WEIGHT = 0.25

Vector = Mapping[str, float]
"""Stem -> what a section says about it."""


def pseudo_relevance_feedback(
    scores: Impacts,
    units: Sequence[QueryClause],
    vector: Callable[[int], Vector],
    impacts: Callable[[str], Impacts],
    check: Callable[[], None],
) -> Impacts:
    """The scores, with the best sections lifted by what they have in common. No section is added."""
    sections = best(scores, _SECTIONS)
    asked = {term.stem for unit in units for term in unit.content}
    telling = _telling(sections[:_BEST], asked, vector, check)
    alike: Impacts = dict.fromkeys((section for section, _ in sections), 0.0)
    for stem, weight in telling:
        check()
        its = impacts(stem)
        for section in alike.keys() & its.keys():
            alike[section] += weight * its[section]
    most = max(alike.values(), default=0.0)
    if not most:
        return scores
    unit = _WEIGHT * sections[0][1] / most
    return {**scores, **{section: worth + unit * alike[section] for section, worth in sections}}


def _telling(
    sections: Sequence[tuple[int, float]],
    asked: set[str],
    vector: Callable[[int], Vector],
    check: Callable[[], None],
) -> list[tuple[str, float]]:
    """The words of which at least two of the sections have most to say, those of the question left out."""
    weights: dict[str, float] = {}
    shared: dict[str, float] = {}
    for section, worth in sections:
        check()
        says = vector(section)
        length = sqrt(sum(impact * impact for impact in says.values())) or 1.0
        for stem, impact in says.items():
            weight = worth * impact / length
            if stem in weights:
                weights[stem] = shared[stem] = weights[stem] + weight
            elif stem not in asked:
                weights[stem] = weight
    return nlargest(_TELLING, shared.items(), key=itemgetter(1))
