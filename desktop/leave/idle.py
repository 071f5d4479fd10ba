"""How long nobody has touched mouse or keyboard, also while the computer slept."""

from __future__ import annotations

import time
from collections.abc import Callable

_BOOT = getattr(time, "CLOCK_BOOTTIME", None)


def seconds_since_boot() -> float:
    """A clock that nobody sets and that, where there is such a one, goes on while the computer sleeps."""
    return time.monotonic() if _BOOT is None else time.clock_gettime(_BOOT)


class Idleness:
    """Told each sign of a person; says how long until the limit. A limit of 0 never comes."""

    def __init__(self, limit: float = 0, clock: Callable[[], float] = seconds_since_boot) -> None:
        self.limit = limit
        self._clock = clock
        self._last = clock()

    def touch(self) -> None:
        """Somebody is there."""
        self._last = self._clock()

    def seconds_left(self) -> float | None:
        """Until the limit; 0 when it has come, None when there is no limit."""
        if not self.limit:
            return None
        return max(0.0, self.limit - (self._clock() - self._last))
