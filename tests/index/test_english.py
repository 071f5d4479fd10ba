"""Real words stand as they are; what is no word is put right by words that a page has."""

from __future__ import annotations

import pytest

from index.english import checksums, is_among
from index.hits import SPELLING, Reason
from tests.index.made import ask, pages_for, searcher

SEARCHED = searcher(
    {
        "hope": ("Feeling hopeless", "A child feels hopeless and does not say so."),
        "hear": ("A hearing", "At the hearing you may shout."),
        "slang": ("Money", "Work for others."),
    },
    search_terms={"slang": ("trapping",)},
    spoken={"slang": ("hes allways shotting",)},
)


@pytest.mark.parametrize("word", ["homeless", "hoarding", "scout", "neighbour", "colouring", "travelling"])
def test_a_common_word_is_known(word: str) -> None:
    assert is_among(word, checksums())


@pytest.mark.parametrize("word", ["homless", "recieve", "coersive", "neigbour", "wierd"])
def test_a_misspelling_is_no_word(word: str) -> None:
    assert not is_among(word, checksums())


@pytest.mark.parametrize("words", ["homeless ", "scout "])
def test_a_real_word_is_never_corrected(words: str) -> None:
    answer = ask(SEARCHED, words)
    assert (answer.hits, answer.suggestion) == ((), "")


def test_a_misspelling_still_is() -> None:
    answer = ask(SEARCHED, "hopless ")
    assert ([hit.page for hit in answer.hits], answer.suggestion) == (["hope"], "hopeless ")
    assert answer.hits[0].why == (Reason("hopeless", SPELLING),)


def test_no_word_is_offered_that_only_authors_wrote() -> None:
    answer = ask(SEARCHED, "traping ")
    assert ([hit.page for hit in answer.hits], answer.suggestion) == (["slang"], "")


def test_what_people_say_is_no_model_of_spelling() -> None:
    assert ask(SEARCHED, "shottng ").hits == ()


def test_nothing_is_offered_that_changes_no_first_page() -> None:
    pages = {f"page-{n}": ("Bruise on a baby at night", "A bruise on a baby at night.") for n in range(4)}
    answer = ask(
        searcher({**pages, "x": ("Other", "A long text with harehills " + "in it " * 60)}),
        "bruise baby night harehils ",
    )
    assert answer.hits[0].page == "page-0"
    assert answer.suggestion == ""


@pytest.mark.parametrize(
    ("typed", "other"), [("missed ", "missing"), ("severe ", "several"), ("poor ", "poorly")]
)
def test_words_that_mean_something_else_are_kept_apart(typed: str, other: str) -> None:
    assert pages_for(searcher({"other": ("Title", f"A child is {other}."), "b": ("B", "B")}), typed) == []
    assert pages_for(
        searcher({"other": ("Title", f"A child is {other}."), "b": ("B", "B")}), other + " "
    ) == ["other"]
