"""What was worked out lately, so that the next keystroke does not work it out again.

First in, first out (FIFO): a read moves nothing, so it costs one look-up; what is evicted too early is only
worked out once more.
"""

from __future__ import annotations

from typing import Generic, TypeVar

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


class BoundedCache(Generic[_Key, _Value]):
    """Results by what they were worked out from; those made longest ago go when `capacity` is passed.

    `capacity` counts in whatever unit `size` is given in: bytes, or simply results.
    """

    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._size = 0
        self._results: dict[_Key, tuple[_Value, int]] = {}

    def get(self, key: _Key) -> _Value | None:
        """What is cached for the key, if anything."""
        entry = self._results.get(key)
        return None if entry is None else entry[0]

    def put(self, key: _Key, value: _Value, size: int = 1) -> _Value:
        """Cache a result and give it back; one above `capacity` is not cached."""
        if size <= self._capacity:
            _, before = self._results.pop(key, (value, 0))
            self._size -= before
            self._results[key] = (value, size)
            self._size += size
            while self._size > self._capacity:
                _, freed = self._results.pop(next(iter(self._results)))
                self._size -= freed
        return value
