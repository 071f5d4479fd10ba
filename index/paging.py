"""Sections grouped into pages: a worker opens a page, at the section that answers best."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from heapq import heappush, heappushpop, nlargest
from operator import itemgetter

from index.engine import Tables
from index.matching import Match
from index.ranking import Impacts

# What the other matching sections of a page add to its best one, each
_REST = 0.1
# Only so many of them: a page is not better for being long
_REST_SECTIONS = 5
# A page with every word of the question counts a little more; putting all such pages first cost .024
# nDCG@10 on the Leeds pack's own questions
_WHOLE = 1.1
# Help with the program is rarely what is sought in guidance, and hardly ever when it lacks a word of the
# question: without this 16 of 293 judged questions on the Leeds pack had help among the first three pages
_HELP, _HELP_LACKING = 0.8, 0.4
# Sections looked at per page wanted
_SECTIONS_PER_PAGE = 6


@dataclass(frozen=True, slots=True)
class PageFound:
    """A page by number, its best section, how many others match, and which units (by place) it lacks."""

    page: int
    section: int
    score: float
    more: int
    lacking: tuple[int, ...]


def best_pages(scores: Impacts, matches: Sequence[Match], tables: Tables, limit: int) -> list[PageFound]:
    """The best pages, best first; equal ones in reading order."""
    best = nlargest(limit * _SECTIONS_PER_PAGE, scores.items(), key=itemgetter(1))
    pages: dict[int, list[tuple[int, float]]] = {}
    for item in best:
        pages.setdefault(tables.page_of[item[0]], []).append(item)
    found: list[PageFound] = []
    enough: list[float] = []  # the best scores so far, the least of them first
    for page, sections in sorted(pages.items(), key=lambda item: -_worth(item[1])):
        if len(enough) == limit and _worth(sections) * _WHOLE < enough[0]:
            break
        found.append(_page(page, sections, matches))
        (heappush if len(enough) < limit else heappushpop)(enough, found[-1].score)
    found.sort(key=lambda page: (-page.score, page.page))
    return found[:limit]


def guidance_first(found: Sequence[PageFound], help_pages: Set[int]) -> list[PageFound]:
    """The same pages with those of help moved down among the guidance; all others keep their order."""
    moved = [_moved_down(page) if page.page in help_pages else page for page in found]
    return sorted(moved, key=lambda page: -page.score)


def _moved_down(page: PageFound) -> PageFound:
    return replace(page, score=page.score * (_HELP_LACKING if page.lacking else _HELP))


def _page(page: int, sections: Sequence[tuple[int, float]], matches: Sequence[Match]) -> PageFound:
    (section, _), *rest = sections
    score = _worth(sections)
    lacking = tuple([at for at, match in enumerate(matches) if not _has(match.scores, section, rest)])
    return PageFound(page, section, score if lacking else score * _WHOLE, len(rest), lacking)


def _worth(sections: Sequence[tuple[int, float]]) -> float:
    """The best section and a little of the next ones."""
    if len(sections) == 1:
        return sections[0][1]
    return sections[0][1] + _REST * sum(value for _, value in sections[1 : _REST_SECTIONS + 1])


def _has(scores: Impacts, section: int, rest: Sequence[tuple[int, float]]) -> bool:
    return section in scores or (bool(rest) and any(number in scores for number, _ in rest))
