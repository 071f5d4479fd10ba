"""How far a reading is, for whoever waits for it."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Is told how many pages have been read, of how many."""


def silent(_done: int, _total: int) -> None:
    """For a reading that nobody watches."""
