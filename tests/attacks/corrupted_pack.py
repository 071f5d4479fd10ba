"""A pack's source is damaged: its author is told in sentences with a place, and nothing is compiled of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from content.checks.check import check
from content.errors import PackUnreadableError
from content.findings import Severity
from content.reading.read import read_pack
from desktop.edition.editions import compile_edition
from tests.attacks.damage import KINDS

SMALL = Path(__file__).parents[1] / "packs" / "small"


def rounds_of_packs(folder: Path) -> Iterator[Callable[[Random], str]]:
    """Each round damages one file of a pack, checks it, and compiles what was found to be sound."""
    pack = folder / "pack"
    shutil.copytree(SMALL, pack)
    files = sorted(path for path in pack.rglob("*") if path.is_file())

    def one(random: Random) -> str:
        file = random.choice(files)
        before = file.read_bytes()
        file.write_bytes(random.choice(KINDS)(before, random))
        try:
            return became(pack, folder / "edition")
        finally:
            file.write_bytes(before)

    while True:
        yield one


def became(pack: Path, edition: Path) -> str:
    """What an author is told of the pack; AssertionError where that is not enough."""
    try:
        reading = read_pack(pack)
    except PackUnreadableError:
        return "refused"
    findings = check(reading)
    for finding in findings:
        assert finding.path, f"{finding} has no place"
        assert finding.sentence.strip(), f"{finding} says nothing"
    if reading.sound:
        compile_edition(pack, edition)
        shutil.rmtree(edition)
    if any(finding.severity is Severity.ERROR for finding in findings):
        return "refused"
    return "warned" if findings else "as another pack"
