"""A rehearsal of the three presses of Shift: what has been pressed and how long it took, without a window."""

from __future__ import annotations

from desktop.leave.shift_presses import PRESSES_TO_LEAVE

REST_MS = 1500
"""A press this soon after the third belongs to it: four or five in a row are one try, with a warning."""


class Rehearsal:
    """Told each press with the events' own times; three make a try, and the next press begins another."""

    def __init__(self) -> None:
        self.begin_again()

    def begin_again(self) -> None:
        """Forget the last try."""
        self.filled = 0
        self.too_many = False
        self._first_ms = self._last_ms = self._seen_ms = 0

    @property
    def done(self) -> bool:
        """Whether all three presses were made."""
        return self.filled == PRESSES_TO_LEAVE

    @property
    def needed_seconds(self) -> float:
        """From the first press of the try to the third."""
        return (self._last_ms - self._first_ms) / 1000

    def press(self, count: int, at_ms: int) -> None:
        """Take on the count of presses so far; 0 means that something came between them."""
        if self.done and (count == 0 or self._belongs_to_last_try(at_ms)):
            self.too_many = self.too_many or count > 0
            return
        if count <= 1:
            self.too_many = False
            self._first_ms = at_ms
        self._last_ms = self._seen_ms = at_ms
        self.filled = count

    def _belongs_to_last_try(self, at_ms: int) -> bool:
        belongs = 0 <= at_ms - self._seen_ms < REST_MS
        if belongs:
            self._seen_ms = at_ms
        return belongs
