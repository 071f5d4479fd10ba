"""What a term adds to a section: BM25F over four fields, and the vector of a section's own terms."""

from __future__ import annotations

from math import log

import pytest

from index.analysis import Analysis
from index.build import build_index, content_hash
from index.engine import open_index, stem
from index.hit_builder import HitBuilder
from index.ranking import STEM, Ranking, Weights
from tests.index.made import library

FILLER = "One two three four five."
LIBRARY = library(
    {
        "title": ("Bruise", FILLER),
        "heading": ("Title", [("Bruise", FILLER)]),
        "keywords": ("Title", FILLER),
        "once": ("Title", f"Bruise. {FILLER}"),
        "twice": ("Title", f"Bruise, bruised. {FILLER[4:]}"),
        "long": ("Title", f"Bruise. {FILLER * 9}"),
        "none": ("Title", FILLER),
    },
    search_terms={"keywords": ("bruise",)},
)
ENGINE = open_index(build_index(LIBRARY), content_hash(LIBRARY))
RANKING = Ranking(ENGINE)
BUILDER = HitBuilder(LIBRARY, ENGINE.tables, Analysis(stem))


def by_page(impacts: dict[int, float]) -> dict[str, float]:
    tables = ENGINE.tables
    return {tables.pages[tables.page_of[section]]: impact for section, impact in impacts.items()}


def test_fields_count_by_their_weights() -> None:
    impacts = by_page(RANKING.impacts("bruis"))
    assert impacts["title"] > impacts["heading"] > impacts["once"] > impacts["long"]
    assert impacts["keywords"] > impacts["once"]
    assert "none" not in impacts


def test_another_mention_counts_less_than_the_first() -> None:
    impacts = by_page(RANKING.impacts("bruis"))
    assert impacts["once"] < impacts["twice"] < 2 * impacts["once"]


def test_no_term_adds_more_than_its_idf() -> None:
    assert max(RANKING.impacts("bruis").values()) < RANKING.idf("bruis") < RANKING.max_idf()


def test_rare_terms_tell_more() -> None:
    count, having = ENGINE.tables.count, len(RANKING.impacts("bruis"))
    assert RANKING.idf("bruis") == pytest.approx(log(1 + (count - having + 0.5) / (having + 0.5)))
    assert RANKING.idf("five") < RANKING.idf("bruis")
    assert RANKING.idf("nowhere") == RANKING.max_idf() == pytest.approx(log(1 + (count + 0.5) / 0.5))


def test_the_word_as_typed_counts_whole_and_its_other_forms_less() -> None:
    whole, typed = by_page(RANKING.impacts("bruis")), by_page(RANKING.as_typed("bruised", "bruis"))
    assert typed["twice"] == whole["twice"]
    assert {page: typed[page] / whole[page] for page in whole if page != "twice"} == {
        page: pytest.approx(STEM) for page in whole if page != "twice"
    }
    assert RANKING.as_typed("nowhere", "nowhere") == {}


def test_length_counts_as_much_as_it_is_told_to() -> None:
    even = by_page(Ranking(ENGINE, Weights(b=0.0)).impacts("bruis"))
    assert even["once"] == pytest.approx(even["long"])


def test_the_vector_of_a_section_weighs_terms_as_the_ranking_does() -> None:
    """For terms of one field it is the ranking's own number, read from the section instead of the lists."""
    for section in range(ENGINE.tables.count):
        vector = RANKING.term_weights(section, BUILDER.counts(section))
        for term in ("one", "two", "five"):
            assert vector.get(term) == pytest.approx(RANKING.impacts(term).get(section))


def test_small_words_have_no_weight() -> None:
    counts = BUILDER.counts(0)
    assert set(counts["title"]) == {"bruis"}
    assert "the" not in counts["body"]


@pytest.mark.parametrize("cached", [False, True])
def test_the_impacts_of_a_few_sections_are_those_of_all(
    cached: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A term that half of a large guidance has is not worked out for all of it."""
    monkeypatch.setattr("index.ranking.LARGE_IMPACTS", 0)
    ranking = Ranking(ENGINE)
    whole = RANKING.impacts("bruis")
    if cached:
        assert ranking.impacts("bruis") == whole
    few = set(list(whole)[::2]) | {ENGINE.tables.count - 1}
    assert ranking.impacts_among("bruis", few) == {s: whole[s] for s in whole if s in few}
