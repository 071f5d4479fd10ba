"""Damages what the program reads, again and again, and looks at what becomes of it.

    python -m tests.attacks.corruption [--number 1000] [--seed 11] [bookmarks] [settings] [edition] [pack]

Each round is drawn from its own seed, which is printed with whatever went wrong; the exit code is 1 then.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from random import Random
from time import process_time

from desktop.store.bookmarks import Bookmarks
from desktop.store.settings import LEAVE_KEY, LOOK, SETTINGS, TEXT_SIZE, Settings
from tests.attacks.command import run
from tests.attacks.corrupted_edition import rounds_of_editions
from tests.attacks.corrupted_pack import rounds_of_packs
from tests.attacks.damage import KINDS

MOST_SECONDS = 3.0
"""Of the processor's time, so that a busy machine counts for nothing."""
Round = Callable[[Random], str]
"""Does one round and says what became of it; AssertionError or any other error is a fault."""


def rounds_of_bookmarks(folder: Path) -> Iterator[Round]:
    """A list of pages is damaged: it is read as it stands or kept aside with a word, and goes on."""
    pages = [f"page-{number}" for number in range(12)]

    def one(random: Random) -> str:
        file = folder / "bookmarks.json"
        empty(folder)
        before = Bookmarks(file)
        for page in pages:
            before.toggle(page)
        harmed = random.choice(KINDS)(file.read_bytes(), random)
        file.write_bytes(harmed)
        bookmarks = Bookmarks(file)
        notice = bookmarks.load()
        kept = file.with_name("bookmarks-damaged-1.json") if notice else file
        assert kept.read_bytes() == harmed, "the damaged file is lost"
        bookmarks.toggle("a-page-of-now")
        again = Bookmarks(file)
        assert again.load() is None, "what was written then is damaged"
        assert again.pages == bookmarks.pages
        assert again.has("a-page-of-now")
        return "told and kept" if notice else "read as it stands"

    while True:
        yield one


def rounds_of_settings(folder: Path) -> Iterator[Round]:
    """Settings are damaged: each that is in force is one that can be chosen, and nothing is lost."""

    def one(random: Random) -> str:
        file = folder / "settings.json"
        empty(folder)
        before = Settings(file)
        before.set(LOOK, "dark")
        before.set(TEXT_SIZE, 150)
        before.set(LEAVE_KEY, "F8")
        harmed = random.choice(KINDS)(file.read_bytes(), random)
        file.write_bytes(harmed)
        settings = Settings(file)
        notice = settings.load()
        kept = file.with_name("settings-damaged-1.json") if notice else file
        assert kept.read_bytes() == harmed, "the damaged file is lost"
        for row in SETTINGS.values():
            assert settings.get(row) in [choice.value for choice in row.choices], row.id
        settings.set(TEXT_SIZE, 200)
        again = Settings(file)
        assert again.load() is None, "what was written then is damaged"
        assert again.get(TEXT_SIZE) == 200
        return "told and kept" if notice else "read as it stands"

    while True:
        yield one


def empty(folder: Path) -> None:
    for file in folder.iterdir():
        file.unlink()


TARGETS: Mapping[str, Callable[[Path], Iterator[Round]]] = {
    "bookmarks": rounds_of_bookmarks,
    "settings": rounds_of_settings,
    "edition": rounds_of_editions,
    "pack": rounds_of_packs,
}


def attack(target: str, number: int, seed: int) -> tuple[Counter[str], list[str]]:
    """Do this many rounds; what became of them, and what went wrong with the seed that shows it again."""
    became: Counter[str] = Counter()
    wrong: list[str] = []
    with tempfile.TemporaryDirectory(prefix="handrail-attack-") as folder:
        rounds = TARGETS[target](Path(folder))
        for drawn in range(seed, seed + number):
            begun = process_time()
            try:
                became[next(rounds)(Random(drawn))] += 1
            except Exception as error:  # whatever it is, it is what we are looking for
                wrong.append(f"{target} --seed {drawn} --number 1: {type(error).__name__}: {error}")
            if process_time() - begun > MOST_SECONDS:
                wrong.append(f"{target} --seed {drawn} --number 1: {process_time() - begun:.1f} s")
    return became, wrong


if __name__ == "__main__":
    sys.exit(run(__doc__, TARGETS, attack, 1000, sys.argv[1:]))
