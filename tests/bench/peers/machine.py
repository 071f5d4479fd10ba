"""What a report says of the machine and of the versions that it compares."""

from __future__ import annotations

import os
import platform
import subprocess
from collections.abc import Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path

import desktop
from tests.bench.peers.material import ROOT
from tests.bench.peers.programs import Program


def about(programs: Sequence[Program], rounds: int, load: str) -> dict[str, str]:
    """Label and words, in the order in which they are shown."""
    packages = [name for program in programs for name in program.packages.split()]
    return {
        "Date": date.today().isoformat(),
        "Rounds": str(rounds),
        "Searches of a session": ", ".join(f"{one.name} {one.searches}" for one in programs if one.searches),
        "Machine": f"{_processor()}, {os.cpu_count()} processors, {_memory()}",
        "System": f"{platform.freedesktop_os_release().get('PRETTY_NAME', '')}, Linux {platform.release()}",
        "Load (1, 5, 15 minutes)": f"{load} before, {load_now()} after",
        "Handrail": f"{desktop.__version__}, commit {_commit()}",
        "Python, PySide6": f"{platform.python_version()}, {version('PySide6-Essentials')}",
        **{name: installed for name in packages if (installed := _installed(name))},
    }


def load_now() -> str:
    return " ".join(f"{one:.1f}" for one in os.getloadavg())


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    return next((line.partition(": ")[2] for line in lines if line.startswith("model name")), "processor")


def _memory() -> str:
    kilobytes = int(Path("/proc/meminfo").read_text().split()[1])
    return f"{kilobytes / 1024 / 1024:.0f} GB"


def _commit() -> str:
    return _told(["git", "-C", str(ROOT), "describe", "--always", "--dirty"])


def _installed(package: str) -> str:
    return _told(["dpkg-query", "-W", "-f", "${Version}", package])


def _told(command: list[str]) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""
