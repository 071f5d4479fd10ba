"""What is kept stays small, and what is asked again need not be worked out again."""

from __future__ import annotations

from index.bounded_cache import BoundedCache


def test_the_oldest_go_when_there_is_too_much() -> None:
    kept = BoundedCache[str, int](3)
    for number, key in enumerate("abcd"):
        assert kept.put(key, number) == number
    assert [kept.get(key) for key in "abcd"] == [None, 1, 2, 3]


def test_large_results_push_out_more() -> None:
    kept = BoundedCache[str, str](10)
    for key in "abc":
        kept.put(key, key, 3)
    kept.put("d", "d", 6)
    assert [kept.get(key) for key in "abcd"] == [None, None, "c", "d"]


def test_what_is_larger_than_everything_is_given_back_but_not_kept() -> None:
    kept = BoundedCache[str, str](10)
    kept.put("a", "a", 5)
    assert kept.put("b", "b", 11) == "b"
    assert (kept.get("a"), kept.get("b")) == ("a", None)


def test_a_key_that_is_put_again_counts_once() -> None:
    kept = BoundedCache[str, int](3)
    for number in range(9):
        kept.put("a", number)
    kept.put("b", 0)
    kept.put("c", 0)
    assert (kept.get("a"), kept.get("b"), kept.get("c")) == (8, 0, 0)
