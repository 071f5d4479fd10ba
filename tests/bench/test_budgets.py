"""Handrail stays near the least window that PySide6 allows: ratios within one run, on one screen."""

from __future__ import annotations

import pytest

from tests.bench.budgets import (
    BESIDE_MINIMAL,
    MEMORY_OF_BUNDLE,
    MEMORY_OF_SOURCE,
    START_OF_BUNDLE,
    START_OF_SOURCE,
    Budget,
)
from tests.bench.grown_pack import own_pages
from tests.bench.peers.material import BUNDLE, Material
from tests.bench.peers.measures import START, USS, not_noted
from tests.bench.peers.programs import BUNDLED, FROM_SOURCE, MINIMAL, PROGRAMS
from tests.bench.peers.results import Collected
from tests.bench.peers.seats import full_screen, make_seat

pytestmark = [pytest.mark.screen, pytest.mark.slow]

LAUNCHES = 5
"""Of each program, in turn, after one that warms the disk."""
PAGES = own_pages()
PARTS = {
    START_OF_BUNDLE: (START.name, BUNDLED),
    MEMORY_OF_BUNDLE: (USS.name, BUNDLED),
    START_OF_SOURCE: (START.name, FROM_SOURCE),
    MEMORY_OF_SOURCE: (USS.name, FROM_SOURCE),
}

Ratios = dict[tuple[str, str], float]
"""By measure and program."""


@pytest.fixture(scope="module")
def ratios(tmp_path_factory: pytest.TempPathFactory) -> Ratios:
    """How many times the minimal window's figure each of Handrail's is."""
    names = [MINIMAL, FROM_SOURCE, *([BUNDLED] if BUNDLE.is_dir() else [])]
    collected = Collected()
    with full_screen() as keys:
        folder = tmp_path_factory.mktemp("seats")
        chosen = [program for program in PROGRAMS if program.name in names]
        seats = [make_seat(program, Material(PAGES), keys, folder) for program in chosen]
        for seat in seats:
            seat.launch(not_noted)  # warms the disk
        for seat in seats * LAUNCHES:
            seat.launch(seat.noting(collected))
    # the least counts: whatever else runs on the machine can only add
    found = {(measure, name): of.least for (measure, name, _), of in collected.figures().items()}
    return {(measure, name): figure / found[measure, MINIMAL] for (measure, name), figure in found.items()}


@pytest.mark.parametrize("budget", BESIDE_MINIMAL, ids=lambda budget: budget.name)
def test_handrail_stays_near_the_minimal_window(budget: Budget, ratios: Ratios) -> None:
    part = PARTS[budget.name]
    if part not in ratios:
        pytest.skip("there is no bundle here")
    assert budget.exceeded(ratios[part]) == ""


def test_every_budget_is_looked_at() -> None:
    assert list(PARTS) == [budget.name for budget in BESIDE_MINIMAL]
