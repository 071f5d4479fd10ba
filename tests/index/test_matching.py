"""A clause against all sections: what was typed counts most, and nothing is counted twice."""

from __future__ import annotations

import pytest

from content.model import Synonym
from index.analysis import Analysis
from index.build import build_index, content_hash
from index.engine import open_index, stem
from index.matching import Match, Matcher, QueryClause, clauses_of
from index.query import Caps, read_query
from index.ranking import FUZZY, PREFIX, SYNONYM, Ranking
from index.spelling import Vocabulary
from index.synonyms import Thesaurus, stemmed_wordings
from index.words_apart import WordsApart
from tests.index.made import library

ANALYSIS = Analysis(stem)
LIBRARY = library(
    {
        "violence": ("A", "Domestic violence."),
        "hidden": ("B", "Violence that is domestic only in name."),
        "jolt": ("C", "Jolting. Jolting. Jolting."),
        "shake": ("D", "Shake it. Strangulation."),
        "checklist": ("E", "The stalking checklist."),
        "stalking": ("F", "Stalking alone."),
        "numbers": ("G", "Ring 0113 376 0336. The acts of 1989 and of 2004."),
        **{f"other-{number}": ("H", "Common words.") for number in range(5)},
    }
)
ENGINE = open_index(build_index(LIBRARY), content_hash(LIBRARY))
RANKING = Ranking(ENGINE)
VOCABULARY = Vocabulary(ENGINE.tables.vocabulary)
APART = WordsApart(RANKING, VOCABULARY, ANALYSIS.stem_of)
MATCHER = Matcher(RANKING, VOCABULARY, ANALYSIS.stem_of, APART)
SYNONYMS = [
    Synonym("shake", "jolting"),
    Synonym("DV", "domestic violence"),
    Synonym("DASH", "stalking harassment checklist"),
    Synonym("common", "strangulation"),
]
THESAURUS = Thesaurus(SYNONYMS, stemmed_wordings(SYNONYMS, ANALYSIS))


def clauses(text: str) -> tuple[QueryClause, ...]:
    return clauses_of(read_query(text, ANALYSIS, Caps()).terms, THESAURUS, APART)


def match(text: str) -> Match:
    (clause,) = clauses(text)
    return MATCHER.match(clause)


def by_page(scores: dict[int, float]) -> dict[str, float]:
    tables = ENGINE.tables
    return {tables.pages[tables.page_of[section]]: score for section, score in scores.items()}


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("domestic violence shake ", ["domestic violence", "shake"]),
        ("the shake of a jolting ", ["shake", "jolting"]),
        ("the of ", []),
    ],
)
def test_words_that_call_up_synonyms_are_one_clause(text: str, typed: list[str]) -> None:
    assert [clause.typed for clause in clauses(text)] == typed


def test_a_synonym_counts_its_share_and_says_so() -> None:
    found = match("shake ")
    scores = by_page(found.scores)
    assert scores["shake"] == by_page(RANKING.impacts("shake"))["shake"]
    assert scores["jolt"] == pytest.approx(SYNONYM * by_page(RANKING.impacts("jolt"))["jolt"])
    assert set(by_page(found.literal)) == {"shake"}
    assert [str(expansion.why) for expansion in found.expansions] == ["Also searched: jolting"]
    assert found.stems == {"shake", "jolt"}


def test_a_synonym_never_counts_as_rarer_than_what_was_typed() -> None:
    scores = by_page(match("common ").scores)
    rare = by_page(RANKING.impacts("strangul"))["shake"]
    cap = RANKING.idf("common") / RANKING.idf("strangul")
    assert cap < 1
    assert scores["shake"] == pytest.approx(SYNONYM * cap * rare)


@pytest.mark.parametrize(
    ("text", "pages"),
    [("DV ", {"violence", "hidden"}), ("DASH ", {"checklist"}), ("jolting ", {"jolt", "shake"})],
)
def test_enough_words_of_a_synonym_must_stand(text: str, pages: set[str]) -> None:
    """All of two; two of three: a section about stalking alone is not about the checklist."""
    assert set(by_page(match(text).scores)) == pages


def test_a_prefix_counts_less_the_shorter_it_is() -> None:
    page = [by_page(match(prefix).scores)["shake"] for prefix in ("s", "st", "str", "stra")]
    assert page == sorted(page)
    assert len(set(page)) == 4
    full = by_page(RANKING.impacts("strangul"))["shake"]
    assert page[3] <= PREFIX * full


@pytest.mark.parametrize(("typed", "share"), [("strangulatoin ", FUZZY), ("strngulatoin ", 0.7 * FUZZY)])
def test_a_misspelling_counts_less_with_each_edit(typed: str, share: float) -> None:
    found = match(typed)
    assert by_page(found.scores) == {
        "shake": pytest.approx(share * by_page(RANKING.impacts("strangul"))["shake"])
    }
    assert (found.literal, found.correction) == ({}, "strangulation")
    assert str(found.expansions[0].why) == "Also searched, in another spelling: strangulation"


@pytest.mark.parametrize(
    ("typed", "stems"),
    [
        ("0113 376 ", {"01133760336"}),
        ("+44 113 376 0336 ", {"01133760336"}),
        ("0113 999 ", set()),
        ("1989 2004 ", {"1989", "2004"}),
    ],
)
def test_a_number_in_parts_is_one_thing(typed: str, stems: set[str]) -> None:
    assert match(typed).stems == stems


@pytest.mark.parametrize("text", ["shake ", "s", "DV ", "zeppelin ", "0113 376 "])
def test_the_maximum_is_that_of_the_scores(text: str) -> None:
    found = match(text)
    assert found.max_score == max(found.scores.values(), default=0.0)
    assert match(text) is found


@pytest.mark.parametrize(
    "text", ["violence", "violenc", "DV", "stalking harassment checklist", "strangulashon"]
)
def test_a_large_match_that_is_cached_is_the_same(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a large guidance the mappings of a match are kept as arrays."""
    monkeypatch.setattr("index.matching.LARGE_IMPACTS", 0)
    monkeypatch.setattr("index.ranking.LARGE_IMPACTS", 0)
    matcher = Matcher(Ranking(ENGINE), VOCABULARY, ANALYSIS.stem_of, APART)
    (clause,) = clauses(text)
    first, again = matcher.match(clause), matcher.match(clause)
    assert first == again == match(text)
    assert first.scores is not again.scores
    assert list(first.scores.items()) == list(again.scores.items())
