"""The limits that a change may not break, in one table. Each is a ratio within one run, never a time.

`goal` is what is aimed at on a machine that does nothing else; `most` leaves room for one that does.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.bench.start_cost import PAINT_CPU, PAINT_MEMORY, USED_MEMORY, WARM_CPU, WARM_MEMORY


@dataclass(frozen=True, slots=True)
class Budget:
    """How many times the lower figure the higher one may be."""

    name: str
    goal: float
    most: float

    def exceeded(self, measured: float) -> str:
        """What is wrong; empty when it is within the limit."""
        if measured <= self.most:
            return ""
        return f"{self.name}: ×{measured:.2f}, at most ×{self.most} (goal ×{self.goal})"


GROWTH = (
    Budget(PAINT_CPU, goal=1.1, most=1.35),
    Budget(PAINT_MEMORY, goal=1.15, most=1.15),
    Budget(WARM_CPU, goal=1.1, most=1.4),
    Budget(WARM_MEMORY, goal=1.15, most=1.15),
    Budget(USED_MEMORY, goal=1.15, most=1.45),
)
"""A large pack against the 60 pages of Leeds: nothing that a start needs grows with the pack."""

START_OF_BUNDLE, MEMORY_OF_BUNDLE = "warm start, bundle", "memory, bundle"
START_OF_SOURCE, MEMORY_OF_SOURCE = "warm start, source", "memory, source"
BESIDE_MINIMAL = (
    Budget(START_OF_BUNDLE, goal=1.25, most=2.8),
    Budget(MEMORY_OF_BUNDLE, goal=1.2, most=1.7),
    Budget(START_OF_SOURCE, goal=1.25, most=2.8),
    Budget(MEMORY_OF_SOURCE, goal=1.2, most=1.8),
)
"""Handrail against the minimal window on the same 60 pages, started in turn on the same screen.

The goals are not reached: `most` is what was reached, with room for a busy machine. Lower it with each step.
"""
