"""Memory and rest of a program that runs, its children included; it never outlives what started it."""

from __future__ import annotations

import os
import subprocess
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


MAPS = """
import mmap, sys
with open(sys.argv[1], "rb") as file:
    held = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
sum(held[::4096])
print("mapped", flush=True)
sys.stdin.read()
"""


def test_a_file_that_others_map_as_well_counts_whole(tmp_path: Path) -> None:
    file = tmp_path / "edition"
    file.write_bytes(b"x" * MEGABYTES * 1024 * 1024)
    command = [sys.executable, "-c", MAPS, str(file)]
    both = [subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) for _ in range(2)]
    for process in both:
        assert process.stdout is not None
        assert process.stdout.readline() == b"mapped\n"
    weights = [own_megabytes(process.pid) for process in both]
    for process in both:
        process.communicate()
    assert min(weights) > MEGABYTES


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
