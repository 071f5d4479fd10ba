"""The way back: where the worker has been since the program opened, in memory only, gone when they leave."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """A spot to come back to: a page (empty = the start page), how far down, and the words that led there."""

    page: str
    scroll: float = 0
    section: str = ""
    words: str = ""


class History:
    """Back and forward as in any browser: opening a new place forgets what lay ahead."""

    def __init__(self) -> None:
        self._places: list[HistoryEntry] = []
        self._at = -1

    @property
    def here(self) -> HistoryEntry | None:
        """Where the worker is now; None before the first place."""
        return self._places[self._at] if self._places else None

    @property
    def can_back(self) -> bool:
        """Whether there is a place behind."""
        return self._at > 0

    @property
    def can_forward(self) -> bool:
        """Whether there is a place ahead."""
        return self._at + 1 < len(self._places)

    def open(self, place: HistoryEntry) -> None:
        """Go somewhere new. The same page and section again only refreshes where we stand."""
        here = self.here
        if here is not None and (here.page, here.section) == (place.page, place.section):
            self._places[self._at] = place
            return
        del self._places[self._at + 1 :]
        self._places.append(place)
        self._at += 1

    def back(self) -> HistoryEntry | None:
        """The place before this one, or None at the beginning."""
        return self._step(-1) if self.can_back else None

    def forward(self) -> HistoryEntry | None:
        """The place after this one, or None at the end."""
        return self._step(1) if self.can_forward else None

    def remember_scroll(self, scroll: float) -> None:
        """Note how far down the worker has read, so that coming back finds the same line."""
        if self._places:
            self._places[self._at] = replace(self._places[self._at], scroll=scroll)

    def clear(self) -> None:
        """Forget everything; part of leaving."""
        self._places.clear()
        self._at = -1

    def _step(self, by: int) -> HistoryEntry:
        self._at += by
        return self._places[self._at]
