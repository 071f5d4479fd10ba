"""When something stands on the screen: a part of it is looked at again and again, until it rests."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.journeys.real_keys import RealKeys

EVERY_LINE = 24
"""Pixels from one line that is looked at to the next: no line of text lies wholly between two of them."""
NEARLY_ALL = 0.97
"""The share of a picture that must be there: a scroll bar may still move, a cursor blink."""
BETWEEN_LOOKS = 0.0005
"""Seconds; looking without a pause would take the processor from the program."""
PIXEL = 4  # bytes

Sample = tuple[float, bytes]
"""When the part was seen to have changed, and to what."""


@dataclass(frozen=True, slots=True)
class Area:
    """A part of the screen, in pixels."""

    left: int
    top: int
    right: int
    bottom: int

    def seen(self, keys: RealKeys) -> bytes:
        return keys.lines(self.left, self.right, range(self.top, self.bottom, EVERY_LINE))


def until_rest(
    keys: RealKeys, area: Area, before: bytes, first: float, rest: float, patience: float
) -> list[Sample]:
    """The changes from what was before: until `first` seconds without any, or `rest` without another."""
    last = before
    begun = since = time.perf_counter()
    samples: list[Sample] = []
    while True:
        time.sleep(BETWEEN_LOOKS)
        now_seen, now = area.seen(keys), time.perf_counter()
        if now_seen != last:
            last, since = now_seen, now
            samples.append((now, now_seen))
        if now - since > (rest if samples else first) or now - begun > patience:
            return samples


def seconds_to_paint(begun: float, samples: Sequence[Sample]) -> float | None:
    """From a moment until nearly all of the last picture stood there and stayed; None if nothing changed."""
    if not samples:
        return None
    final = samples[-1][1]
    painted = samples[-1][0]
    for when, seen in reversed(samples):
        if _likeness(seen, final) < NEARLY_ALL:
            break
        painted = when
    return painted - begun


def painted_after(
    act: Callable[[], None], keys: RealKeys, area: Area, first: float, rest: float
) -> float | None:
    """Do something and look; seconds until what came of it stood there, None if nothing came."""
    before = area.seen(keys)
    begun = time.perf_counter()
    act()
    return seconds_to_paint(begun, until_rest(keys, area, before, first, rest, patience=first + 10))


def _likeness(one: bytes, other: bytes) -> float:
    """The share of pixels that are the same."""
    a, b = memoryview(one).cast("I"), memoryview(other).cast("I")
    return sum(x == y for x, y in zip(a, b, strict=True)) / max(1, len(a))
