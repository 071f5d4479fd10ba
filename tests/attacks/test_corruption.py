"""A tenth of the rounds of `corruption`; the script does all of them."""

from __future__ import annotations

import pytest

from tests.attacks.corruption import TARGETS, attack

ROUNDS = 100


@pytest.mark.slow
@pytest.mark.parametrize("target", TARGETS)
def test_damage_crashes_nothing_loses_nothing_and_shows_nothing_wrong(target: str) -> None:
    became, wrong = attack(target, ROUNDS, seed=11)
    assert wrong == []
    assert became.total() == ROUNDS
    assert became["told and kept"] + became["refused"] > ROUNDS / 2  # else it has damaged nothing
