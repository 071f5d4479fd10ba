"""What was made lately from a compiled library, so that the same page is not made twice while it is read.

Least recently used (LRU), bounded by weight and not by number: a long page counts for more than a title.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock
from typing import Generic, TypeVar

_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value")


class LruCache(Generic[_Key, _Value]):
    """Safe to share between threads; what was asked for longest ago goes when `most` is passed."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._weight = 0
        self._kept: OrderedDict[_Key, tuple[_Value, int]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: _Key) -> _Value | None:
        """What is cached under the key, if anything."""
        with self._lock:
            entry = self._kept.get(key)
            if entry is None:
                return None
            self._kept.move_to_end(key)
            return entry[0]

    def put(self, key: _Key, value: _Value, weight: int) -> _Value:
        """Cache a value and give it back, or the one that another thread has cached meanwhile."""
        with self._lock:
            if (entry := self._kept.get(key)) is not None:
                return entry[0]
            self._kept[key] = (value, weight)
            self._weight += weight
            while self._weight > self._most and len(self._kept) > 1:
                _, (_, freed) = self._kept.popitem(last=False)
                self._weight -= freed
            return value
