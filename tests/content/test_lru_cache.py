"""What is asked for again is there; what was asked for longest ago goes first."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from content.lru_cache import LruCache


def test_the_one_asked_for_longest_ago_goes_first() -> None:
    cache = LruCache[str, str](30)
    for key in "abc":
        cache.put(key, key.upper(), 10)
    assert cache.get("a") == "A"
    cache.put("d", "D", 10)
    assert [cache.get(key) for key in "abcd"] == ["A", None, "C", "D"]


def test_a_heavy_value_takes_the_place_of_many() -> None:
    cache = LruCache[str, str](30)
    for key in "abc":
        cache.put(key, key, 10)
    cache.put("heavy", "h", 25)
    assert [cache.get(key) for key in ("a", "b", "c", "heavy")] == [None, None, None, "h"]


def test_a_value_above_the_bound_stays_until_the_next_comes() -> None:
    """Whoever reads one long page still reads it once."""
    cache = LruCache[str, str](30)
    cache.put("long", "l", 100)
    assert cache.get("long") == "l"
    cache.put("next", "n", 1)
    assert cache.get("long") is None
    assert cache.get("next") == "n"


def test_who_comes_second_gets_what_the_first_has_cached() -> None:
    cache = LruCache[str, object](30)
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: cache.put("key", object(), 1), range(100)))
    assert len({id(value) for value in found}) == 1
