"""A copy of the checkout to be broken: the checkout itself is not touched."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

NEEDED = ("content", "index", "desktop", "tests", "dev_tasks", "pyproject.toml")
COMPILED = ".build"
"""The edition as compiled from the source. Whoever changes what compiles it starts without."""


def copy_checkout(root: Path, copy: Path, names: Iterable[str]) -> None:
    """Copy what of this is there into a new folder."""
    copy.mkdir()
    for name in names:
        if (root / name).is_dir():
            shutil.copytree(root / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif (root / name).exists():
            shutil.copy2(root / name, copy / name)
