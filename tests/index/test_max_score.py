"""However words are added up, the best sections and their worth come out the same."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index import max_score
from index.max_score import disjunction_max, scaled, summed, top_k, top_k_sums

_WORTH = st.floats(0.01, 10, allow_nan=False)
_PARTS = st.lists(st.dictionaries(st.integers(0, 60), _WORTH, max_size=60), max_size=9)


@pytest.fixture(autouse=True)
def nothing_is_few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(max_score, "_FEW_TO_ADD", 0)
    monkeypatch.setattr(max_score, "_FEW_TO_SORT", 0)


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(_PARTS, st.integers(1, 20))
def test_the_best_sums_are_the_sums(parts: list[dict[int, float]], k: int) -> None:
    whole = summed(parts)
    found = top_k_sums([(max(part.values(), default=0.0), part) for part in parts], k)
    expected = sorted(whole.values(), reverse=True)[:k]
    assert [worth for _, worth in top_k(found, k)] == pytest.approx(expected)
    assert all(found[section] <= whole[section] + 1e-9 for section in found)


def test_a_word_that_stands_everywhere_brings_no_section_in() -> None:
    rare, common = {1: 9.0, 2: 8.0, 3: 7.0}, dict.fromkeys(range(1000), 0.1)
    found = top_k_sums([(9.0, rare), (0.1, common)], 1)
    assert found == {1: pytest.approx(9.1)}


@given(st.dictionaries(st.integers(0, 500), _WORTH, max_size=200), st.integers(1, 40))
def test_the_best_are_the_best(scores: dict[int, float], k: int) -> None:
    expected = sorted(scores.values(), reverse=True)[:k]
    assert [worth for _, worth in top_k(scores, k)] == expected


def test_alternatives_are_never_added_up() -> None:
    assert disjunction_max([({1: 2.0, 2: 1.0}, 1.0), ({1: 3.0, 3: 4.0}, 0.5)]) == {1: 2.0, 2: 1.0, 3: 2.0}
    assert disjunction_max([]) == {}


def test_what_is_shared_is_not_changed() -> None:
    one, other = {1: 1.0}, {1: 2.0, 2: 1.0}
    top_k_sums([(1.0, one), (2.0, other)], 5)
    summed([one, other])
    disjunction_max([(one, 1.0), (other, 0.5)])
    assert (one, other) == ({1: 1.0}, {1: 2.0, 2: 1.0})
    assert scaled(one, 1.0) is one
