"""Three presses of Shift alone mean leave: the counting, without keys, clocks or windows."""

from __future__ import annotations

PRESSES_TO_LEAVE = 3
"""Five would open Sticky Keys on Windows, with a sound; two happen while typing."""


class ShiftPresses:
    """Counts presses by the events' own times, so a burst delivered late counts as it was pressed."""

    def __init__(self, gap_seconds: float) -> None:
        self.gap_seconds = gap_seconds
        self._count = 0
        self._last_ms = 0

    @property
    def count(self) -> int:
        """Presses so far: how many dots are lit on the button."""
        return self._count

    @property
    def last_ms(self) -> int:
        """The time of the last press that was counted."""
        return self._last_ms

    def press(self, timestamp_ms: int, auto_repeat: bool = False, other_modifiers: bool = False) -> int:
        """Note a press of Shift; returns the count. Three means leave, and counting starts anew."""
        if auto_repeat:
            return self._count
        if other_modifiers:
            self.reset()
            return 0
        if self._too_late(timestamp_ms):
            self._count = 0
        self._last_ms = timestamp_ms
        self._count += 1
        if self._count < PRESSES_TO_LEAVE:
            return self._count
        self._count = 0
        return PRESSES_TO_LEAVE

    def reset(self) -> None:
        """Begin again: another key, a click, the wheel or a lost focus came between."""
        self._count = 0

    def _too_late(self, timestamp_ms: int) -> bool:
        passed = timestamp_ms - self._last_ms
        return passed < 0 or (self.gap_seconds > 0 and passed > self.gap_seconds * 1000)
