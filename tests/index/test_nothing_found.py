"""Where no page answers, words of the guidance and the themes that hold them are offered, not taken."""

from __future__ import annotations

import pytest

from tests.index.made import ask, searcher

SEARCHED = searcher({"care": ("Safeguarding", "Strangulation of a parent."), "b": ("B", "Bruises.")})


@pytest.mark.parametrize(
    ("typed", "word"),
    [("strangolashun ", "strangulation"), ("saifgarrding ", "safeguarding"), ("brooosis ", "bruises")],
)
def test_words_further_away_than_a_slip_are_offered(typed: str, word: str) -> None:
    answer = ask(SEARCHED, typed)
    assert answer.hits == ()
    assert answer.near_words[0] == word
    assert answer.near_themes == ("home",)


def test_what_has_nothing_alike_offers_nothing() -> None:
    answer = ask(SEARCHED, "xyzzyx ")
    assert (answer.hits, answer.near_words, answer.near_themes) == ((), (), ())


def test_an_answer_with_hits_offers_no_other_words() -> None:
    answer = ask(SEARCHED, "strangulation safegoading ")
    assert answer.hits
    assert answer.near_words == ()
