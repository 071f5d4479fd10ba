"""The way back: where the worker has been since the program opened, in memory only, gone when they leave."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Start:
    """The start page."""


@dataclass(frozen=True, slots=True)
class Results:
    """The results that a page was opened from: Back returns to them."""

    query: str


@dataclass(frozen=True, slots=True)
class Panel:
    """Display, help or practice."""

    name: str


@dataclass(frozen=True, slots=True)
class Node:
    """The landing page of a theme or a child group."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class PageAt:
    """A page, from its top or from a section, with the words marked that led there."""

    id: str
    section: str = ""
    highlighted: tuple[str, ...] = ()
    pale: tuple[str, ...] = ()  # those of the words that were not typed but mean the same


Location = Start | Results | Panel | Node | PageAt
"""Everything that can stand in the middle of the window and be gone back to."""


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """A location and how far down the worker had read there, as the page's scroll bar tells it."""

    location: Location
    scroll: float = 0


class History:
    """Back and forward as in any browser: opening somewhere new forgets what lay ahead."""

    def __init__(self) -> None:
        self._entries: list[HistoryEntry] = []
        self._at = -1

    @property
    def here(self) -> HistoryEntry | None:
        """Where the worker is now; None before the first location."""
        return self._entries[self._at] if self._entries else None

    @property
    def can_back(self) -> bool:
        """Whether there is a location behind."""
        return self._at > 0

    @property
    def can_forward(self) -> bool:
        """Whether there is a location ahead."""
        return self._at + 1 < len(self._entries)

    def open(self, location: Location) -> None:
        """Go somewhere new. The same page and section again only refreshes where we stand."""
        here = self.here
        if here is None or _spot(here.location) != _spot(location):
            del self._entries[self._at + 1 :]
            self._entries.append(HistoryEntry(location))
            self._at += 1
        else:
            self._entries[self._at] = HistoryEntry(location)

    def back(self) -> HistoryEntry | None:
        """The entry before this one, or None at the beginning."""
        return self._step(-1) if self.can_back else None

    def forward(self) -> HistoryEntry | None:
        """The entry after this one, or None at the end."""
        return self._step(1) if self.can_forward else None

    def remember_scroll(self, scroll: float) -> None:
        """Note how far down the worker has read, so that coming back finds the same line."""
        if self._entries:
            self._entries[self._at] = replace(self._entries[self._at], scroll=scroll)

    def forget(self) -> None:
        """Empty it, as part of leaving."""
        self._entries.clear()
        self._at = -1

    def _step(self, by: int) -> HistoryEntry:
        self._at += by
        return self._entries[self._at]


def _spot(location: Location) -> Location:
    """What two locations share when going from one to the other is no step."""
    match location:
        case PageAt(id=page, section=section):
            return PageAt(page, section)
        case Results():
            return Results("")
        case _:
            return location
