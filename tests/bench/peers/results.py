"""The figures of a run, and what the report says of them: how many, the middle, the least, the most."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from statistics import median
from typing import Any

Key = tuple[str, str, int]
"""Measure, program, pages."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What stands for all the figures of one kind."""

    median: float
    least: float
    most: float
    count: int


@dataclass(slots=True)
class Report:
    """All that docs/performance.md is written from."""

    about: dict[str, str] = field(default_factory=dict)
    """Date, machine, versions: label and what is said."""
    left_out: list[str] = field(default_factory=list)
    figures: dict[Key, Figures] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        rows = [
            {"measure": measure, "program": program, "pages": pages, "median": of.median, "min": of.least,
             "max": of.most, "n": of.count}
            for (measure, program, pages), of in self.figures.items()
        ]  # fmt: skip
        return {"about": self.about, "left_out": self.left_out, "figures": rows}

    @classmethod
    def from_json(cls, told: dict[str, Any]) -> Report:
        figures = {
            (row["measure"], row["program"], row["pages"]): Figures(
                row["median"], row["min"], row["max"], row["n"]
            )
            for row in told["figures"]
        }
        return cls(told["about"], told["left_out"], figures)


class Collected:
    """The figures as they come in."""

    def __init__(self) -> None:
        self._values: defaultdict[Key, list[float]] = defaultdict(list)

    def add(self, key: Key, value: float) -> None:
        self._values[key].append(value)

    def figures(self) -> dict[Key, Figures]:
        return {
            key: Figures(*(round(one, 1) for one in (median(of), min(of), max(of))), len(of))
            for key, of in self._values.items()
        }
