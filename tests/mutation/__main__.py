"""Take one thing out of leaving after another, and print which test notices.

    python -m tests.mutation [WORDS]

Only mutants whose name or file has the words are tried, in a copy: the checkout is not touched.
A minute or two for each ten mutants; the exit code is 1 if one survives.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.mutation.mutants import ALL, MUTANTS, ROOT, Mutant

NEEDED = ("content", "index", "desktop", "tests", "pyproject.toml", ".build")
PATIENCE = 900
"""Seconds for one run of tests. A run that takes longer has not shown anything."""
SURVIVED, UNDECIDED = "SURVIVED", "NOT DECIDED"


def main(words: str) -> int:
    chosen = [one for one in MUTANTS if words in one.name or words in one.file]
    survivors = 0
    with tempfile.TemporaryDirectory(prefix="handrail-mutants-") as folder:
        copy = Path(folder, "checkout")
        copy_checkout(copy)
        for mutant in chosen:
            killer = killed_by(mutant, copy)
            survivors += killer in (SURVIVED, UNDECIDED)
            print(f"{mutant.file}  |  {one_line(mutant.name)}  |  {killer}", flush=True)
    print(f"{len(chosen)} mutants, {survivors} survived")
    return 1 if survivors else 0


def copy_checkout(copy: Path) -> None:
    copy.mkdir()
    for name in NEEDED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif (ROOT / name).exists():
            shutil.copy2(ROOT / name, copy / name)


def killed_by(mutant: Mutant, copy: Path) -> str:
    file = copy / mutant.file
    source = file.read_text("utf-8")
    file.write_text(mutant.made_from(source), "utf-8")
    try:
        first = failure(mutant.tests, copy)
        return first if first != SURVIVED else failure(ALL, copy)
    finally:
        file.write_text(source, "utf-8")


def failure(tests: tuple[str, ...], copy: Path) -> str:
    """The first test that fails, or SURVIVED."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(
            command, cwd=copy, env=environment, capture_output=True, text=True, timeout=PATIENCE
        )
    except subprocess.TimeoutExpired:
        return UNDECIDED
    if done.returncode == 0:
        return SURVIVED
    found = re.search(r"^(?:FAILED|ERROR) (.+?)(?: - .*)?$", done.stdout, re.MULTILINE)
    return found[1] if found else f"it breaks ({done.returncode})"


def one_line(words: str) -> str:
    return " ".join(words.split())


if __name__ == "__main__":
    sys.exit(main(" ".join(sys.argv[1:])))
