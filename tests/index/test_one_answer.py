"""The same question has the same first pages, however many are asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from content.model import Library
from content.reading.read import read_pack
from index.grouping import PageFound, good_pages
from index.searcher import Searcher
from tests.index.made import ask, searcher, searcher_for

LEEDS = Path(__file__).parents[2] / "content" / "leeds"


@pytest.fixture(scope="module")
def library() -> Library:
    found = read_pack(LEEDS).library
    assert found is not None
    return found


@pytest.fixture(scope="module")
def leeds(library: Library) -> Searcher:
    return searcher_for(library)


@pytest.mark.slow
@pytest.mark.parametrize("rerank", [False, True], ids=["typing", "after a pause"])
def test_the_first_pages_are_the_same(library: Library, leeds: Searcher, rerank: bool) -> None:
    questions = [question.words for question in library.questions[::12]]
    for words in (*questions, "child", "mum and dad", "harehils coersive"):
        compare(leeds, words, rerank)


def compare(leeds: Searcher, words: str, rerank: bool) -> None:
    answers = [leeds.search(words, limit=limit, rerank=rerank) for limit in (200, 50, 20, 10, 3, 1)]
    longest = [hit.page for hit in answers[0].hits]
    for answer in answers[1:]:
        pages = [hit.page for hit in answer.hits]
        assert pages == longest[: len(pages)]
        assert (answer.good, answer.weaker, answer.capped, answer.suggestion) == (
            *(answers[1].good, answers[1].weaker, answers[1].capped, answers[1].suggestion),
        )
    assert [hit.rank for hit in answers[0].hits] == list(range(1, len(longest) + 1))


def test_the_weak_tail_is_counted_apart() -> None:
    pages = {f"weak-{n}": ("Title", "Talk of this and that and a bruise " + "more " * 40) for n in range(9)}
    answer = ask(searcher({"best": ("Bruise on a baby", "A bruise."), **pages}), "bruise baby")
    assert (answer.good, answer.weaker, answer.capped) == (1, 9, False)


def test_no_more_is_counted_than_was_looked_at() -> None:
    pages = {f"page-{n}": ("Title", "A bruise.") for n in range(70)}
    answer = ask(searcher(pages), "bruise", limit=10)
    assert (answer.good, answer.weaker, answer.capped, len(answer.hits)) == (50, 0, True, 10)


def test_pages_near_the_best_are_good() -> None:
    found = [PageFound(page, page, score, 0, ()) for page, score in enumerate((2.0, 1.0, 0.5))]
    assert [good_pages(found), good_pages([])] == [2, 0]


@pytest.mark.parametrize("words", ["c", "C ", "д"])
def test_one_letter_gives_no_list(leeds: Searcher, words: str) -> None:
    answer = ask(leeds, words)
    assert (answer.hits, answer.too_short, answer.missing, answer.near_words) == ((), True, (), ())


@pytest.mark.parametrize("words", ["ch", "child c", "病", "☎", "9"])
def test_a_word_of_one_sign_is_no_letter(leeds: Searcher, words: str) -> None:
    assert not ask(leeds, words).too_short
