"""Sections in which the terms of a query stand near each other rise; all others keep their scores."""

from __future__ import annotations

import pytest

from index.analysis import Analysis
from index.build import build_index, content_hash
from index.documents import Document
from index.engine import open_index, stem
from index.matching import QueryClause
from index.proximity import with_proximity
from index.query import Caps, read_query
from index.ranking import Ranking
from index.snippets import Passage
from tests.index.made import library

ANALYSIS = Analysis(stem)
LIBRARY = library(
    {
        "one": ("One", "A bruise. A baby. A burn."),
        "two": ("Two", "A baby."),
        "three": ("Three", "Nothing."),
    }
)
RANKING = Ranking(open_index(build_index(LIBRARY), content_hash(LIBRARY)))


def lifted(query: str, *bodies: str) -> list[float]:
    """What is added to the scores of sections with these bodies; all scores are 1."""
    passages = [Passage(Document("page", "", "", "", "", body), ANALYSIS) for body in bodies]
    clauses = [QueryClause((term,)) for term in read_query(query, ANALYSIS, Caps()).terms]
    scores = dict.fromkeys(range(len(bodies)), 1.0)
    found = with_proximity(scores, clauses, RANKING, passages.__getitem__, lambda: None)
    assert scores == dict.fromkeys(range(len(bodies)), 1.0)
    return [found[section] - 1.0 for section in scores]


def apart(words: int) -> str:
    return " ".join(("bruise", *["word"] * (words - 1), "baby"))


def test_the_nearer_the_more_and_nothing_beyond_the_window() -> None:
    added = lifted("bruise baby", *(apart(words) for words in (1, 2, 4, 8, 9)))
    assert added == sorted(added, reverse=True)
    assert len(set(added)) == 5
    assert added[3] > added[4] == 0


def test_the_order_of_the_words_does_not_matter() -> None:
    one, other = lifted("bruise baby", "A bruise on the baby.", "A baby on the bruise.")
    assert one == pytest.approx(other)


def test_more_such_pairs_count_but_ever_less() -> None:
    once, twice, often = lifted("bruise baby", *(" ".join(["bruise baby"] * times) for times in (1, 2, 20)))
    assert once < twice < often < 3 * once


def test_a_pair_of_rarer_words_counts_more() -> None:
    """Each pair counts by its more frequent word: "baby" stands in two sections, the others in one."""
    assert lifted("bruise burn", "bruise burn")[0] > lifted("bruise baby", "bruise baby")[0] > 0


@pytest.mark.parametrize("query", ["bruise", "bruise bruises", "the bruise of a"])
def test_one_word_alone_is_near_nothing(query: str) -> None:
    assert lifted(query, "bruise bruise baby") == [0]


def test_only_the_best_sections_are_looked_at() -> None:
    body = "bruise baby"
    passage = Passage(Document("page", "", "", "", "", body), ANALYSIS)
    clauses = [QueryClause((term,)) for term in read_query(body, ANALYSIS, Caps()).terms]
    scores = {section: 100.0 - section for section in range(60)}
    asked: list[int] = []

    def passage_of(section: int) -> Passage:
        asked.append(section)
        return passage

    found = with_proximity(scores, clauses, RANKING, passage_of, lambda: None)
    assert asked == [section for section in scores if found[section] > scores[section]] == list(range(40))
