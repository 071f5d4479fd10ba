"""A tenth of the kills of `killed_writes`; the script does all of them."""

from __future__ import annotations

import sys

import pytest

from tests.attacks.killed_writes import TARGETS, attack

KILLS = 10


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="a file that is open cannot be removed there")
@pytest.mark.parametrize("target", TARGETS)
def test_a_kill_while_it_writes_leaves_all_whole_and_nothing_behind(target: str) -> None:
    became, wrong = attack(target, KILLS, seed=11)
    assert wrong == []
    assert became.total() == KILLS
