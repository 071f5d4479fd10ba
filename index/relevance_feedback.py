"""Sections that speak of the same things as the best ones, lifted a little: they too are what was meant.

Pseudo-relevance feedback: Rocchio's method (1971), with the best sections taken for relevant and each
counting by its score. Unlike feedback that asks a second query it only puts the best sections into a new
order and adds none: no page comes in that lacks what the worker asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from heapq import nlargest
from math import sqrt
from operator import itemgetter

from index.matching import QueryClause
from index.max_score import Impacts, top_k

# What the best sections say beside the terms of the query, in their most telling terms ...
_FEEDBACK_SECTIONS = 20
_FEEDBACK_TERMS = 25
# ... orders the best ones anew: at most this share of the very best score is added. All four numbers are
# flat optima on two public collections and both sets of questions to the Leeds pack.
_RERANKED_SECTIONS = 100
_WEIGHT = 0.25

TermVector = Mapping[str, float]
"""Stem -> its weight in a section."""


def pseudo_relevance_feedback(
    scores: Impacts,
    clauses: Sequence[QueryClause],
    vector: Callable[[int], TermVector],
    impacts: Callable[[str, Set[int]], Impacts],
    check: Callable[[], None],
) -> Impacts:
    """The scores, with the best sections lifted by what they have in common. No section is added."""
    sections = top_k(scores, _RERANKED_SECTIONS)
    asked = {term.stem for clause in clauses for term in clause.content}
    terms = _feedback_terms(sections[:_FEEDBACK_SECTIONS], asked, vector, check)
    similarity: Impacts = dict.fromkeys((section for section, _ in sections), 0.0)
    for stem, weight in terms:
        check()
        its = impacts(stem, similarity.keys())
        for section in similarity.keys() & its.keys():
            similarity[section] += weight * its[section]
    highest = max(similarity.values(), default=0.0)
    if not highest:
        return scores
    unit = _WEIGHT * sections[0][1] / highest
    return {**scores, **{section: score + unit * similarity[section] for section, score in sections}}


def _feedback_terms(
    sections: Sequence[tuple[int, float]],
    asked: set[str],
    vector: Callable[[int], TermVector],
    check: Callable[[], None],
) -> list[tuple[str, float]]:
    """The heaviest terms that at least two of the sections share, those of the query left out."""
    weights: dict[str, float] = {}
    shared: dict[str, float] = {}
    for section, score in sections:
        check()
        terms = vector(section)
        length = sqrt(sum(weight * weight for weight in terms.values())) or 1.0
        for stem, weight in terms.items():
            added = score * weight / length
            if stem in weights:
                weights[stem] = shared[stem] = weights[stem] + added
            elif stem not in asked:
                weights[stem] = added
    return nlargest(_FEEDBACK_TERMS, shared.items(), key=itemgetter(1))
