"""A start costs the same however large the pack is: CPU and memory of starts on few pages and on many."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.budgets import GROWTH
from tests.bench.grown_pack import own_pages
from tests.bench.peers.material import Material

ROOT = Path(__file__).resolve().parents[2]
FEW = own_pages()
STARTS = 5
"""Of each size, in turn; the least counts, because whatever else runs can only add."""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


@pytest.mark.slow
@pytest.mark.parametrize("many", [1_000, 9_000])
def test_nothing_that_a_start_needs_grows_with_the_pack(many: int, tmp_path: Path) -> None:
    folders = {pages: beside(Material(pages).edition, tmp_path / str(pages)) for pages in (FEW, many)}
    costs: dict[int, list[dict[str, float]]] = {FEW: [], many: []}
    for _ in range(STARTS):
        for pages, folder in folders.items():
            costs[pages].append(start(folder))
    few, many_pages = least(costs[FEW]), least(costs[many])
    told = {budget: many_pages[budget.name] / few[budget.name] for budget in GROWTH}
    assert [sentence for budget, ratio in told.items() if (sentence := budget.exceeded(ratio))] == []


def beside(edition: Path, folder: Path) -> Path:
    """A program's folder that has this edition in it, and nothing else."""
    folder.mkdir()
    (folder / "edition").symlink_to(edition, target_is_directory=True)
    return folder


def start(folder: Path) -> dict[str, float]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONHASHSEED": "0"}
    command = [sys.executable, str(ROOT / "tests/bench/start_cost.py"), str(folder)]
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    cost: dict[str, float] = json.loads(done.stdout)
    return cost


def least(costs: list[dict[str, float]]) -> dict[str, float]:
    return {name: min(cost[name] for cost in costs) for name in costs[0]}
