"""Debian's and Ubuntu's packages, installed where we may and unpacked below .venv where we may not.

A package is named by one name, or by several with a space between: the first that the release knows is meant.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

# Graphics drivers that libGL's packages pull in, and what only those need (LLVM's XML and ICU).
# Handrail draws without them, and they are most of the download.
DRIVERS = re.compile(
    r"libllvm|lib(gl1|glx|egl)-mesa|libgallium|mesa-|libdrm-|libz3|libgbm|libxml2|libicu|libsensors"
)


def present() -> bool:
    return shutil.which("apt-get") is not None


def root_prefix() -> list[str] | None:
    """What to put before a command so that it runs as root, or None where nobody lets us."""
    if os.geteuid() == 0:
        return []
    allowed = (
        shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0
    )
    return ["sudo", "-n"] if allowed else None


def install(packages: Sequence[str]) -> bool:
    """Install for the whole machine; False where that is not allowed or does not work."""
    prefix = root_prefix()
    if prefix is None:
        return False
    environment = ["env", "DEBIAN_FRONTEND=noninteractive"]
    apt = [*prefix, *environment, "apt-get", "-qq"]
    command = [*apt, "install", "-y", "--no-install-recommends"]
    if _quiet([*command, *named(packages)]):
        return True
    return _quiet([*apt, "update"]) and _quiet([*command, *named(packages)])


def named(packages: Sequence[str], options: Sequence[str] = ()) -> list[str]:
    """One name for each package (libraries were renamed to ...t64 on the way to 2038)."""
    return sorted({_first_known(package.split(), options) for package in packages})


def _first_known(names: Sequence[str], options: Sequence[str]) -> str:
    known = (name for name in names[:-1] if _quiet(["apt-cache", *options, "show", name]))
    return next(known, names[-1])


class Unpacked:
    """Packages fetched by an ordinary user and unpacked into a folder; the machine itself stays as it is."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.tree = folder / "tree"
        self._options: list[str] = []

    def add(self, packages: Sequence[str]) -> bool:
        """Fetch the packages with all that they need and the machine lacks."""
        added = self._add(packages) or (self._update() and self._add(packages))
        for spent in ("files", "lists", "cache"):
            shutil.rmtree(self.folder / spent, ignore_errors=True)
        return added

    def _add(self, packages: Sequence[str]) -> bool:
        wanted = [name for name in self._lacking(packages) if not DRIVERS.match(name)]
        files = self.folder / "files"
        files.mkdir(parents=True, exist_ok=True)
        if not wanted or not _quiet(["apt-get", *self._options, "download", *wanted], files):
            return False
        return all(_quiet(["dpkg-deb", "-x", str(file), str(self.tree)]) for file in files.glob("*.deb"))

    def _lacking(self, packages: Sequence[str]) -> list[str]:
        command = ["apt-get", *self._options, "-s", "--no-install-recommends", "install"]
        names = named(packages, self._options)
        plan = subprocess.run([*command, *names], capture_output=True, text=True)
        return re.findall(r"^Inst (\S+)", plan.stdout, re.MULTILINE) if plan.returncode == 0 else []

    def _update(self) -> bool:
        """Fetch the lists of packages into our own folder: the machine's are missing or out of date."""
        lists, cache = self.folder / "lists", self.folder / "cache"
        (lists / "partial").mkdir(parents=True, exist_ok=True)
        (cache / "archives/partial").mkdir(parents=True, exist_ok=True)
        self._options = ["-o", f"Dir::State::Lists={lists}", "-o", f"Dir::Cache={cache}"]
        self._options += ["-o", "Debug::NoLocking=1"]
        return _quiet(["apt-get", *self._options, "update"])


def _quiet(command: Sequence[str], folder: Path | None = None) -> bool:
    return subprocess.run(command, cwd=folder, capture_output=True).returncode == 0
