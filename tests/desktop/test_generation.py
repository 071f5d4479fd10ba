from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from desktop.generation import Generation


def test_only_the_newest_number_is_current() -> None:
    generation = Generation()
    assert generation.current == 0
    first, second = generation.next(), generation.next()
    assert first < second == generation.current
    assert generation.is_current(second)
    assert not generation.is_current(first)


def test_two_threads_never_get_the_same_number() -> None:
    generation = Generation()
    with ThreadPoolExecutor(4) as pool:
        numbers = list(pool.map(lambda _: generation.next(), range(2000)))
    assert sorted(numbers) == list(range(1, 2001))
