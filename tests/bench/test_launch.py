"""Memory and rest of a program that runs, its children included; it never outlives what started it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.bench.peers.launch import PROC, own_megabytes, running

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")

MEGABYTES = 40
WITH_A_CHILD = """
import subprocess, sys, time
subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
time.sleep(60)
"""


def test_what_a_process_holds_is_weighed() -> None:
    before = own_megabytes(os.getpid())
    held = bytearray(b"x" * MEGABYTES * 1024 * 1024)
    assert MEGABYTES * 0.9 < own_megabytes(os.getpid()) - before < MEGABYTES * 1.5
    assert held


def test_what_is_gone_weighs_nothing() -> None:
    assert own_megabytes(2**22 + 1) == 0


def test_children_count_and_nothing_is_left(tmp_path: Path) -> None:
    with running([sys.executable, "-c", WITH_A_CHILD], os.environ, tmp_path) as process:
        while len(process.pids()) < 2:
            assert process.process.poll() is None
        assert process.rest(patience=20)
        pids = process.pids()
        assert process.uss() == pytest.approx(sum(map(own_megabytes, pids)), abs=1)
    assert not (PROC / str(process.process.pid)).exists()
