"""From numbers to what a worker reads: what a hit shows, and why it is there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from content.errors import EditionDamagedError
from content.model import Page, Synonym
from index.analysis import Analysis
from index.build import build_index, content_hash
from index.engine import open_index, stem
from index.errors import SearchCancelledError
from index.grouping import PageFound
from index.hit_builder import FIRST_SCREEN, HitBuilder
from index.hits import Reason
from index.matching import Expansion, Match, QueryClause
from index.query import Term
from index.searcher import Searcher
from tests.index.made import ask, library, searcher

LIBRARY = library(
    {
        "page": ("A bruise", [("", "The lead of it."), ("What to do", "Ring, and ring again. A baby.")]),
        "other": ("Other", "Nothing."),
    },
    search_terms={"page": ("mark",)},
)
ENGINE = open_index(build_index(LIBRARY), content_hash(LIBRARY))
CLAUSE = QueryClause((Term("mark", "mark", "mark"),))


def builder() -> HitBuilder:
    return HitBuilder(LIBRARY, ENGINE.tables, Analysis(stem))


def found(page: int, section: int, score: float = 1.0, more: int = 0) -> PageFound:
    return PageFound(page, section, score, more, ())


def test_a_hit_shows_the_page_and_where_in_it() -> None:
    (hit,) = builder().hits(
        [found(0, 1, 2.5, more=1)], [CLAUSE], [Match({}, {}, stems=frozenset({"babi"}))], lambda: None
    )
    assert (hit.rank, hit.page, hit.section, hit.title) == (1, "page", "what-to-do", "A bruise")
    assert (hit.theme, hit.breadcrumb) == ("At home", "Safety › At home › What to do")
    assert (hit.score, hit.more, hit.matched) == (2.5, 1, frozenset({"babi"}))
    assert [hit.snippet.text[start:end] for start, end in hit.snippet.marks] == ["baby"]
    assert hit.title_marks == ()


def test_the_same_hit_of_another_question_has_its_own_place() -> None:
    """Hits are cached without rank and score: nothing of an older question may be left on them."""
    built = builder()
    match = Match({}, {}, stems=frozenset({"bruis"}))
    (first,) = built.hits([found(0, 0, 3.0, more=1)], [CLAUSE], [match], lambda: None)
    (later,) = built.hits([found(0, 0, 1.5)], [CLAUSE], [match], lambda: None, first_rank=4)
    assert (first.rank, first.score, first.more) == (1, 3.0, 1)
    assert (later.rank, later.score, later.more) == (4, 1.5, 0)
    assert first.title_marks == later.title_marks == ((2, 8),)


@pytest.mark.parametrize(
    ("match", "why"),
    [
        (Match({1: 1.0}, {1: 1.0}, (Expansion(Reason("ring"), {1: 1.0}),)), ()),
        (Match({1: 1.0}, {}, (Expansion(Reason("ring"), {1: 1.0}),)), ("Also searched: ring",)),
        (
            Match(
                {1: 1.0},
                {},
                (Expansion(Reason("ring"), {1: 0.5}), Expansion(Reason("baby"), {1: 0.9})),
            ),
            ("Also searched: baby",),
        ),
        (Match({0: 1.0}, {}, (Expansion(Reason("lead"), {0: 1.0}),)), ()),
    ],
    ids=["as typed", "by a synonym", "by the better of two", "elsewhere"],
)
def test_a_hit_says_which_other_word_brought_it(match: Match, why: tuple[str, ...]) -> None:
    (hit,) = builder().hits([found(0, 1)], [CLAUSE], [match], lambda: None)
    assert tuple(map(str, hit.why)) == why


def test_no_reason_is_given_for_a_word_that_is_to_be_seen() -> None:
    clause = QueryClause((Term("bruises", "bruis", "bruises"),))
    match = Match({1: 1.0}, {}, (Expansion(Reason("ring"), {1: 1.0}),))
    (hit,) = builder().hits([found(0, 1)], [clause], [match], lambda: None)
    assert hit.why == ()


def test_a_reason_stands_once_however_many_words_share_it() -> None:
    searched = searcher(
        {"page": ("Title", "Domestic abuse."), "b": ("B", "B")}, [Synonym("DV", "domestic abuse", ("dvs",))]
    )
    (hit,) = ask(searched, "DV DV ").hits
    assert hit.why == (Reason("domestic abuse"),)


def test_stems_are_counted_field_by_field_and_small_words_are_not() -> None:
    built = builder()
    lead, part = built.counts(0), built.counts(1)
    assert lead == {"title": {"bruis": 1}, "keywords": {"mark": 1}, "body": {"lead": 1}}
    assert part["body"] == {"ring": 2, "babi": 1}
    assert "keywords" not in part


def test_a_section_is_analysed_once() -> None:
    built = builder()
    assert built.passage(1) is built.passage(1)
    assert built.passage(1).text.startswith("Ring")
    assert built.passage(2).text == "Nothing."


class Fetched(dict[str, Page]):
    """Pages that tell which of them were fetched."""

    def __init__(self, pages: Mapping[str, Page]) -> None:
        super().__init__(pages)
        self.ids: list[str] = []

    def __getitem__(self, page: str) -> Page:
        self.ids.append(page)
        return super().__getitem__(page)


def test_only_the_pages_of_the_first_screen_are_fetched_with_the_answer() -> None:
    made = library({f"p{number}": ("Bruise", f"Bruise number {number}.") for number in range(30)})
    pages = Fetched(made.pages)
    searched = Searcher(open_index(build_index(made), content_hash(made)), replace(made, pages=pages))
    hits = ask(searched, "bruise").hits
    assert len(hits) == 30
    assert pages.ids == [hit.page for hit in hits[:FIRST_SCREEN]]
    assert hits[20].snippet.text == f"Bruise number {hits[20].page[1:]}."
    assert pages.ids[FIRST_SCREEN:] == [hits[20].page]
    assert hits[20].snippet is hits[20].snippet


def test_a_late_hit_is_the_same_as_one_of_the_first_screen() -> None:
    built = builder()
    match = Match({1: 1.0}, {}, (Expansion(Reason("ring"), {1: 1.0}),), frozenset({"ring"}))
    (early,) = built.hits([found(0, 1)], [CLAUSE], [match], lambda: None)
    (late,) = builder().hits([found(0, 1)], [CLAUSE], [match], lambda: None, first_rank=FIRST_SCREEN + 1)
    for field in ("section", "breadcrumb", "title_marks", "snippet", "why"):
        assert getattr(early, field) == getattr(late, field)


def test_nothing_is_built_for_a_question_that_was_given_up() -> None:
    def given_up() -> None:
        raise SearchCancelledError

    with pytest.raises(SearchCancelledError):
        builder().hits([found(0, 0)], [CLAUSE], [Match({}, {})], given_up)


class Torn(dict[str, Any]):
    """Pages or heads of which one is damaged."""

    def __init__(self, whole: Mapping[str, Any], damaged: str) -> None:
        super().__init__(whole)
        self._damaged = damaged

    def __getitem__(self, page: str) -> Any:
        if page == self._damaged:
            raise EditionDamagedError("damaged")
        return super().__getitem__(page)

    def get(self, page: str, default: Any = None) -> Any:
        return self[page]


@pytest.mark.parametrize(("torn", "pages"), [("pages", {"p1", "p2", "p3"}), ("heads", {"p1", "p3"})])
def test_a_damaged_page_takes_no_answer_with_it(torn: str, pages: set[str]) -> None:
    """Its title still stands in the list where it can be read; the hits of all others are whole."""
    made = library({f"p{number}": ("Bruise", f"Bruise number {number}.") for number in (1, 2, 3)})
    broken = replace(made, **{torn: Torn(getattr(made, torn), "p2")})
    searched = Searcher(open_index(build_index(made), content_hash(made)), broken)
    hits = {hit.page: hit for hit in ask(searched, "bruise").hits}
    assert set(hits) == pages
    assert hits["p3"].snippet.text == "Bruise number 3."
    if torn == "pages":
        assert (hits["p2"].title, hits["p2"].snippet.text) == ("Bruise", "")
