"""Whether the edition compiled at an earlier start still matches its source."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from desktop.store.atomic_file import write_atomically
from desktop.store.plain_file import read_plain

NAME = "stamp"
"""The file's name has stayed since the first caches: `traces` finds old ones by it."""
HANDBOOK = Path(__file__).resolve().parents[2] / "content" / "handbook"
"""The program's own help, part of every edition that is compiled."""


def fingerprint_of(pack: Path, program: Path) -> str:
    """A short name for the state of the pack, of the handbook and of the code that compiles them.

    It is made of times and sizes.
    """
    rows = [_row(path) for path in _sources(pack, program)]
    return hashlib.sha256("\n".join(rows).encode(errors="surrogateescape")).hexdigest()


def has_fingerprint(folder: Path, fingerprint: str) -> bool:
    """Whether the edition in this folder was compiled from just that state."""
    try:
        return read_plain(folder / NAME, len(fingerprint) + 1) == fingerprint.encode()
    except OSError:
        return False


def write_fingerprint(folder: Path, fingerprint: str) -> None:
    """Say that the edition in this folder is complete; the last file to be written."""
    write_atomically(folder / NAME, fingerprint.encode())


def remove_fingerprint(folder: Path) -> None:
    """Have the next start compile anew; where that cannot be written nothing changes."""
    with suppress(OSError):
        (folder / NAME).unlink()


def _sources(pack: Path, program: Path) -> Iterator[Path]:
    for folder in (pack, HANDBOOK):
        yield from sorted(path for path in folder.rglob("*") if path.is_file())
    for package in ("content", "index"):
        yield from sorted((program / package).rglob("*.py"))


def _row(path: Path) -> str:
    seen = path.stat()
    return f"{path} {seen.st_mtime_ns} {seen.st_size}"
