"""A program that runs, with all the processes it has started: its memory, its rest, its end."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

PROC = Path("/proc")
SYSTEM = ("/usr/", "/lib", "/dev/", "/memfd:", "/SYSV")
"""Where files lie that any program maps, and memory that is shared on purpose."""
TICK = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100
_LOOK_EVERY = 0.25
_RESTING_SHARE = 0.2
"""Of a processor: blinking cursors and the timers of a web engine need less."""
_RESTING_LOOKS = 2


class Running:
    """A started program; `begun` is the moment before it was started."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str], folder: Path) -> None:
        self.begun = time.perf_counter()
        self.process = subprocess.Popen(
            command, env=dict(environment), cwd=folder, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip

    def pids(self) -> list[int]:
        """The program and all that it started: they share its session."""
        return [pid for pid in _all_pids() if _session(pid) == self.process.pid]

    def uss(self) -> float:
        """Megabytes that only these processes hold."""
        return sum(map(own_megabytes, self.pids()))

    def rest(self, patience: float) -> bool:
        """Wait until it computes nothing; False if that did not come."""
        until, resting = time.monotonic() + patience, 0
        before = self._computed()
        while time.monotonic() < until and resting < _RESTING_LOOKS:
            time.sleep(_LOOK_EVERY)
            now = self._computed()
            resting = resting + 1 if now - before <= _LOOK_EVERY * _RESTING_SHARE else 0
            before = now
        return resting == _RESTING_LOOKS

    def _computed(self) -> float:
        return sum(map(_cpu_seconds, self.pids()))

    def end(self) -> None:
        """End whatever is left of it."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


@contextmanager
def running(command: Sequence[str], environment: Mapping[str, str], folder: Path) -> Iterator[Running]:
    """A program that is gone afterwards."""
    started = Running(command, environment, folder)
    try:
        yield started
    finally:
        started.end()


def _all_pids() -> list[int]:
    return [int(one.name) for one in PROC.iterdir() if one.name.isdigit()]


def _stat(pid: int) -> list[str]:
    """The fields of a process after its name, which may hold spaces; none if it has gone."""
    try:
        return (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []


def _session(pid: int) -> int:
    fields = _stat(pid)
    return int(fields[3]) if fields else 0


def _cpu_seconds(pid: int) -> float:
    fields = _stat(pid)
    return (int(fields[11]) + int(fields[12])) / TICK if fields else 0.0


def own_megabytes(pid: int) -> float:
    """What a process holds alone, and what it maps of files that are not the system's.

    Whoever else runs the same Qt at this moment, such as a test beside this one, must not make it lighter.
    """
    kilobytes, counted = 0, ("Private_",)
    try:
        lines = (PROC / str(pid) / "smaps").read_text().splitlines()
    except OSError:
        return 0.0
    for line in lines:
        words = line.split()
        if not words[0].endswith(":"):  # the head of a mapping: addresses, rights, ..., file
            file = words[5] if len(words) > 5 else ""
            shares = file.startswith("/") and not file.startswith(SYSTEM)
            counted = ("Private_", "Shared_") if shares else ("Private_",)
        elif words[0].startswith(counted) and words[0] != "Private_Hugetlb:":
            kilobytes += int(words[1])
    return kilobytes / 1024
