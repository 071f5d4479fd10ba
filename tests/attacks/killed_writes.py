"""Kills a process while it writes, at random moments, and looks at what the next start finds.

    python -m tests.attacks.killed_writes [--number 100] [--seed 11] [profile] [edition]

A round that finds a file cut short, a bookmark lost that was said to be written, or a copy left behind is
printed with its seed; the exit code is 1 then.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random
from time import perf_counter

from desktop.edition.editions import open_edition
from desktop.store.bookmarks import Bookmarks
from desktop.store.settings import TEXT_SIZE, Settings
from tests.attacks.command import run

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "tests" / "packs" / "small"
PROFILE = """
import sys
from pathlib import Path
from desktop.store.bookmarks import Bookmarks
from desktop.store.settings import TEXT_SIZE, Settings
folder = Path(sys.argv[1])
bookmarks, settings = Bookmarks(folder / "bookmarks.json"), Settings(folder / "settings.json")
bookmarks.load()
settings.load()
sizes = [choice.value for choice in TEXT_SIZE.choices]
number = 0
while True:
    bookmarks.toggle(f"page-{number}")
    settings.set(TEXT_SIZE, sizes[(number + 1) % len(sizes)])
    print(number, flush=True)
    number += 1
"""
EDITION = """
import sys
from pathlib import Path
from desktop.edition.build_fingerprint import remove_fingerprint
from desktop.edition.editions import open_edition
program = Path(sys.argv[1])
number = 0
while True:
    remove_fingerprint(program / "edition-cache")
    open_edition(program, None, program / "edition-cache")
    print(number, flush=True)
    number += 1
"""
Look = Callable[[Path, int], str]
"""Looks at what is left, knowing the last write that was told, and says what it saw."""


@dataclass(frozen=True, slots=True)
class Target:
    """What writes, how often at most before the kill, and how many seconds one time takes."""

    script: str
    most: int
    seconds: float
    prepare: Callable[[Path], None]
    look: Look


def killed(target: Target, folder: Path, random: Random) -> int:
    """Start the script and kill it at some moment; the number of the last write that it has told."""
    command = [sys.executable, "-c", target.script, str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for _write in range(random.randrange(1, target.most)):
            process.stdout.readline()
        until = perf_counter() + random.random() * target.seconds
        while perf_counter() < until:
            pass  # sleeping would be too coarse
        process.kill()
        lines = process.stdout.read().split()
    return int(lines[-1]) if lines else _write


def look_at_profile(folder: Path, told: int) -> str:
    left = [one for one in folder.iterdir() if one.name.endswith(".new")]
    bookmarks, settings = Bookmarks(folder / "bookmarks.json"), Settings(folder / "settings.json")
    assert bookmarks.load() is None, "the bookmarks are damaged"
    assert settings.load() is None, "the settings are damaged"
    pages = tuple(f"page-{number}" for number in range(len(bookmarks.pages)))
    assert bookmarks.pages == pages, "a bookmark is lost"
    assert len(pages) in (told + 1, told + 2), f"{len(pages)} bookmarks, and {told + 1} were written"
    assert settings.get(TEXT_SIZE) in [choice.value for choice in TEXT_SIZE.choices]
    names = sorted(one.name for one in folder.iterdir())
    assert names == ["bookmarks.json", "settings.json"], f"left behind: {names}"
    return "an unfinished copy was left, and removed" if left else "whole"


def look_at_edition(folder: Path, _told: int) -> str:
    cache = folder / "edition-cache"
    left = [one for one in cache.iterdir() if one.name.endswith(".new")]
    edition = open_edition(folder, None, cache)
    edition.verify()
    assert edition.notice == ""
    assert json.dumps(sorted(edition.library.heads)) == json.dumps(sorted(all_pages()))
    names = sorted(one.name for one in cache.iterdir())
    assert names == ["index.bin", "library.bin", "manifest.json", "stamp"], f"left behind: {names}"
    return "an unfinished copy was left, and removed" if left else "whole"


def all_pages() -> list[str]:
    pages = [*(SMALL / "pages").glob("*.md"), *(ROOT / "content" / "handbook" / "pages").glob("*.md")]
    return [page.stem for page in pages]


def empty_folder(_folder: Path) -> None:
    """A profile that was never used."""


def checkout(folder: Path) -> None:
    """As much of a checkout as is compiled."""
    shutil.copytree(SMALL, folder / "content" / "leeds")


TARGETS: Mapping[str, Target] = {
    "profile": Target(PROFILE, 30, 0.02, empty_folder, look_at_profile),
    "edition": Target(EDITION, 3, 0.6, checkout, look_at_edition),
}


def attack(target: str, number: int, seed: int) -> tuple[Counter[str], list[str]]:
    """Kill this many times; what was left each time, and what went wrong."""
    became: Counter[str] = Counter()
    wrong: list[str] = []
    for drawn in range(seed, seed + number):
        with tempfile.TemporaryDirectory(prefix="handrail-attack-") as name:
            folder = Path(name)
            TARGETS[target].prepare(folder)
            told = killed(TARGETS[target], folder, Random(drawn))
            try:
                became[TARGETS[target].look(folder, told)] += 1
            except Exception as error:  # whatever it is, it is what we are looking for
                wrong.append(f"{target} --seed {drawn} --number 1: {type(error).__name__}: {error}")
    return became, wrong


if __name__ == "__main__":
    sys.exit(run(__doc__, TARGETS, attack, 100, sys.argv[1:]))
