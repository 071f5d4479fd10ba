"""Which lines of which page are ticked: in memory only, until the worker leaves."""

from __future__ import annotations


class TickStates:
    """The ticked lines by page; a page that is opened again has its ticks."""

    def __init__(self) -> None:
        self._ticked: dict[str, frozenset[int]] = {}

    def toggle(self, page: str, number: int) -> bool:
        """Tick a line, or untick it; whether it is ticked now."""
        self._ticked[page] = self.of(page) ^ {number}
        return number in self._ticked[page]

    def of(self, page: str) -> frozenset[int]:
        """The numbers of the lines of this page that are ticked."""
        return self._ticked.get(page, frozenset())

    def forget(self) -> None:
        """Untick every line of every page."""
        self._ticked.clear()
