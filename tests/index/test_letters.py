"""What a letter finds is kept small, and nothing that is answered from it is another answer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.letters import LetterMatches
from index.max_score import top_k

STEMS = frozenset({"baby", "bruise"})
SCORES = {7: 1.0, 3: 2.0, 5: 2.0, 9: 0.5}


def test_what_a_letter_finds_comes_back_whole_and_in_order_while_there_is_room() -> None:
    letters = LetterMatches(1000)
    letters.keep("b", SCORES, STEMS, 2)
    found = letters.get("b", None)
    assert found is not None
    assert list(found.scores.items()) == list(SCORES.items())
    assert (found.stems, found.highest) == (STEMS, 2.0)


def test_without_room_only_the_best_are_kept_for_a_letter_that_is_alone() -> None:
    letters = LetterMatches(0)
    letters.keep("b", SCORES, STEMS, 2)
    assert letters.get("b", None) is None
    assert letters.get("b", 3) is None
    found = letters.get("b", 2)
    assert found is not None
    assert list(found.scores.items()) == [(3, 2.0), (5, 2.0)]


def test_the_letters_share_one_room() -> None:
    letters = LetterMatches(60)
    for letter in "bc":
        letters.keep(letter, SCORES, STEMS, 1)
    assert letters.get("b", None) is not None
    assert letters.get("c", None) is None


@pytest.mark.parametrize("best", [None, 5])
def test_a_letter_that_was_not_made_ready_is_not_there(best: int | None) -> None:
    assert LetterMatches().get("b", best) is None


@given(
    st.dictionaries(st.integers(0, 2000), st.sampled_from([0.1, 0.2, 0.5, 1.0]), max_size=1200),
    st.integers(1, 400),
)
def test_the_best_of_what_is_kept_are_the_best_of_all_also_among_equals(
    scores: dict[int, float], best: int
) -> None:
    letters = LetterMatches(0)
    letters.keep("b", scores, STEMS, best)
    found = letters.get("b", best)
    assert found is not None
    assert top_k(found.scores, best) == top_k(scores, best)
