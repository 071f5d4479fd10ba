"""The same question has the same first pages, however many are asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from content.reading.read import read_pack
from index.grouping import PageFound, good_pages
from tests.index.made import ask, searcher, searcher_for

LEEDS = Path(__file__).parents[2] / "content" / "leeds"
LIBRARY = read_pack(LEEDS).library
assert LIBRARY is not None
SEARCHED = searcher_for(LIBRARY)
QUESTIONS = [question.words for question in LIBRARY.questions[::12]]


@pytest.mark.parametrize("rerank", [False, True], ids=["typing", "after a pause"])
@pytest.mark.parametrize("words", [*QUESTIONS, "child", "mum and dad", "harehils coersive"])
def test_the_first_pages_are_the_same(words: str, rerank: bool) -> None:
    answers = [SEARCHED.search(words, limit=limit, rerank=rerank) for limit in (200, 50, 20, 10, 3, 1)]
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
def test_one_letter_gives_no_list(words: str) -> None:
    answer = ask(SEARCHED, words)
    assert (answer.hits, answer.too_short, answer.missing, answer.near_words) == ((), True, (), ())


@pytest.mark.parametrize("words", ["ch", "child c", "病", "☎", "9"])
def test_a_word_of_one_sign_is_no_letter(words: str) -> None:
    assert not ask(SEARCHED, words).too_short
