"""Sections become pages: each page once, at its best section, in the order of what all of it is worth."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from index.build import build_index, content_hash
from index.engine import open_index
from index.grouping import PageFound, best_pages, keep_first, sections_needed
from index.matching import Match
from index.tables import Tables
from tests.index.made import library


def tables(*sections: int) -> Tables:
    """An index of pages with so many sections each; sections are numbered on from page to page."""
    pages = {
        f"page-{number}": ("Title", [("" if at == 0 else f"Part {at}", "Text.") for at in range(count)])
        for number, count in enumerate(sections)
    }
    made = library(pages)
    return open_index(build_index(made), content_hash(made)).tables


def found(
    scores: dict[int, float], made: Tables, clauses: Sequence[set[int]] = (), limit: int = 10
) -> list[PageFound]:
    matches = [Match(dict.fromkeys(clause, 1.0), {}) for clause in clauses or [set(scores)]]
    return best_pages(scores, matches, made, limit)


def test_a_page_is_its_best_section_and_a_little_of_the_next_ones() -> None:
    one, other = found({0: 2.0, 1: 3.0, 2: 1.0, 3: 3.05}, tables(3, 1))
    assert (one.page, one.section, one.more) == (0, 1, 2)
    assert (other.page, other.section, other.more) == (1, 3, 0)
    assert one.score == pytest.approx(1.1 * (3.0 + 0.1 * (2.0 + 1.0)))
    assert other.score == pytest.approx(1.1 * 3.05)


def test_a_page_is_not_better_for_being_long() -> None:
    made = tables(12)
    (page,) = found(dict.fromkeys(range(12), 1.0), made)
    assert page.score == pytest.approx(1.1 * (1.0 + 0.1 * 5))
    assert page.more == 11


def test_a_page_with_all_clauses_counts_more_and_says_what_another_lacks() -> None:
    whole, part = found({0: 1.0, 1: 1.05}, tables(1, 1), [{0, 1}, {0}])
    assert (whole.page, whole.missing, whole.score) == (0, (), pytest.approx(1.1))
    assert (part.page, part.missing, part.score) == (1, (1,), 1.05)


def test_clauses_may_stand_in_several_sections_of_a_page() -> None:
    (page,) = found({0: 2.0, 1: 1.0}, tables(2), [{0}, {1}])
    assert page.missing == ()
    assert page.score == pytest.approx(1.1 * 2.1)


def test_equal_pages_stand_in_reading_order() -> None:
    assert [page.page for page in found({2: 1.0, 0: 1.0, 1: 1.0}, tables(1, 1, 1))] == [0, 1, 2]


def test_no_page_is_cut_off_that_all_clauses_would_lift() -> None:
    """The third page by its sections is the first one once it counts for having every clause."""
    scores = {0: 1.04, 1: 1.03, 2: 1.0}
    assert [page.page for page in found(scores, tables(1, 1, 1), [{0, 1, 2}, {2}], limit=1)] == [2]


@pytest.mark.parametrize("limit", [1, 2, 5])
def test_no_more_pages_than_wanted(limit: int) -> None:
    made = tables(*[1] * 8)
    scores = {section: 9.0 - section for section in range(8)}
    assert [page.page for page in found(scores, made, limit=limit)] == list(range(limit))
    assert sections_needed(limit) >= limit


def page(number: int, score: float) -> PageFound:
    return PageFound(number, number, score, 0, ())


@pytest.mark.parametrize(
    ("reranked", "expected"),
    [
        ([page(1, 5.0), page(2, 4.0), page(0, 3.0)], [(0, 5.0), (1, 5.0), (2, 4.0)]),
        ([page(0, 5.0), page(1, 2.0)], [(0, 3.0), (1, 2.0)]),
        ([page(1, 2.0)], [(0, 3.0), (1, 2.0)]),
        ([], [(0, 3.0)]),
    ],
)
def test_the_first_page_stays_and_no_score_rises_below_it(
    reranked: list[PageFound], expected: list[tuple[int, float]]
) -> None:
    assert [(one.page, one.score) for one in keep_first(page(0, 3.0), reranked)] == expected
