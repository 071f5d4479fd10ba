"""Sections grouped into pages: a worker opens a page, at the section that answers best.

Result grouping (field collapsing, as search engines call it): a page scores as its best section and a little
of its next ones. A plain sum would prefer long pages, the best section alone would ignore all the rest.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from heapq import heappush, heappushpop
from operator import itemgetter
from typing import NamedTuple

from index.matching import Match
from index.max_score import Impacts, top_k
from index.tables import Tables

# What the other matching sections of a page add to its best one, each
_NEXT_SECTION_SHARE = 0.1
# Only so many of them: a page is not better for being long
_NEXT_SECTIONS = 5
# A page with every word of the question counts a little more; putting all such pages first cost .024
# nDCG@10 on the Leeds pack's own questions
_ALL_CLAUSES = 1.1
# Help with the program is rarely what is sought in guidance, and hardly ever when it lacks a word of the
# question: without this 16 of 293 judged questions on the Leeds pack had help among the first three pages
_HELP, _HELP_MISSING = 0.8, 0.4
# A page that answers a hazard goes before its near equals: of 99 questions of danger 3 more find it first, of
# 60 lay ones too, and the pack's own questions lose .005 nDCG@10
_HAZARD = 1.1
# A page with less than this share of the best score is the weak tail of an answer
_GOOD = 0.4
# Sections looked at per page wanted
_SECTIONS_PER_PAGE = 6


class PageFound(NamedTuple):
    """A page by number, its best section, how many others match, and which clauses (by place) it lacks."""

    page: int
    section: int
    score: float
    more: int
    missing: tuple[int, ...]


def sections_needed(pages: int) -> int:
    """How many of the best sections are looked at to find so many pages."""
    return pages * _SECTIONS_PER_PAGE


def best_pages(scores: Impacts, matches: Sequence[Match], tables: Tables, limit: int) -> list[PageFound]:
    """The best pages, best first; equal ones in reading order."""
    page_of = tables.page_of
    pages: dict[int, list[tuple[int, float]]] = {}
    for item in top_k(scores, sections_needed(limit)):
        pages.setdefault(page_of[item[0]], []).append(item)
    page_scores = [
        (sections[0][1] if len(sections) == 1 else _page_score(sections), page)
        for page, sections in pages.items()
    ]
    found: list[tuple[float, int]] = []
    enough: list[float] = []  # the best scores so far, the least of them first
    for page_score, page in sorted(page_scores, key=itemgetter(0), reverse=True):
        if len(enough) == limit and page_score * _ALL_CLAUSES < enough[0]:
            break
        score = page_score * _ALL_CLAUSES if _has_all(matches, pages[page]) else page_score
        found.append((-score, page))
        (heappush if len(enough) < limit else heappushpop)(enough, score)
    return [_page(page, -score, pages[page], matches) for score, page in sorted(found)[:limit]]


def weighed(
    found: Sequence[PageFound], help_pages: Set[int], hazard_pages: Set[int] = frozenset()
) -> list[PageFound]:
    """The same pages with those of help moved down, and those that answer a hazard a little up."""
    moved = [_demoted(page) if page.page in help_pages else page for page in found]
    lifted = (
        page._replace(score=page.score * _HAZARD) if page.page in hazard_pages else page for page in moved
    )
    return sorted(lifted, key=lambda page: -page.score)


def good_pages(found: Sequence[PageFound]) -> int:
    """How many of the pages answer well: all that come near the best."""
    least = _GOOD * max((page.score for page in found), default=0.0)
    return sum(page.score >= least for page in found)


def keep_first(first: PageFound, reranked: Sequence[PageFound]) -> list[PageFound]:
    """The pages in their new order below the one that stood first.

    That one may be what the worker is about to open, and keeping it costs nothing: on two public
    collections and the Leeds pack it is the better first hit.
    """
    others = [page for page in reranked if page.page != first.page]
    score = max((page.score for page in others), default=first.score)
    return [first._replace(score=max(first.score, score)), *others]


def _demoted(page: PageFound) -> PageFound:
    return page._replace(score=page.score * (_HELP_MISSING if page.missing else _HELP))


def _page(
    page: int, score: float, sections: Sequence[tuple[int, float]], matches: Sequence[Match]
) -> PageFound:
    missing = tuple([at for at, match in enumerate(matches) if not _has(match.scores, sections)])
    return PageFound(page, sections[0][0], score, len(sections) - 1, missing)


def _page_score(sections: Sequence[tuple[int, float]]) -> float:
    """The best section and a little of the next ones."""
    return sections[0][1] + _NEXT_SECTION_SHARE * sum(value for _, value in sections[1 : _NEXT_SECTIONS + 1])


def _has_all(matches: Sequence[Match], sections: Sequence[tuple[int, float]]) -> bool:
    return all(_has(match.scores, sections) for match in matches)


def _has(scores: Impacts, sections: Sequence[tuple[int, float]]) -> bool:
    if len(sections) == 1 or sections[0][0] in scores:
        return sections[0][0] in scores
    return any(section in scores for section, _ in sections)
