"""What is kept stays small, and what is asked again need not be worked out again."""

from __future__ import annotations

from index.bounded_cache import BoundedCache


def test_the_oldest_go_when_there_is_too_much() -> None:
    cache = BoundedCache[str, int](3)
    for number, key in enumerate("abcd"):
        assert cache.put(key, number) == number
    assert [cache.get(key) for key in "abcd"] == [None, 1, 2, 3]


def test_large_results_push_out_more() -> None:
    cache = BoundedCache[str, str](10)
    for key in "abc":
        cache.put(key, key, 3)
    cache.put("d", "d", 6)
    assert [cache.get(key) for key in "abcd"] == [None, None, "c", "d"]


def test_what_is_larger_than_everything_is_given_back_but_not_kept() -> None:
    cache = BoundedCache[str, str](10)
    cache.put("a", "a", 5)
    assert cache.put("b", "b", 11) == "b"
    assert (cache.get("a"), cache.get("b")) == ("a", None)


def test_a_key_that_is_put_again_counts_once() -> None:
    cache = BoundedCache[str, int](3)
    for number in range(9):
        cache.put("a", number)
    cache.put("b", 0)
    cache.put("c", 0)
    assert (cache.get("a"), cache.get("b"), cache.get("c")) == (8, 0, 0)
