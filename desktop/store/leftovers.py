"""What stands beside a file of ours: damaged copies that were kept, and writes that were cut short."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

PRIVATE = 0o600
"""On a shared computer other accounts have no business with a worker's bookmarks."""
_LONGEST_WRITE = 60.0
"""Seconds after which no write of ours still goes on, whoever bears the number of its process by now."""

_UNFINISHED = re.compile(r"\.(?P<file>.+)\.(?P<process>\d+)-[0-9a-f]{8}\.new")
_QUARANTINED = re.compile(r"(?P<stem>.+)-damaged-\d+(?P<ending>\.[^.]+)")


def unfinished_name(path: Path) -> Path:
    """A free name beside the file to write it under, which says what it is and who writes it."""
    return path.with_name(f".{path.name}.{os.getpid()}-{os.urandom(4).hex()}.new")


def unfinished_of(name: str) -> str:
    """The file for which a write that was cut short left this one behind; empty if none did."""
    found = _UNFINISHED.fullmatch(name)
    return found["file"] if found else ""


def quarantined_of(name: str) -> str:
    """The damaged file that was quarantined under this name; empty if none was."""
    found = _QUARANTINED.fullmatch(name)
    return found["stem"] + found["ending"] if found else ""


def quarantine(path: Path) -> Path:
    """Move a damaged file to a free name beside it and return that name, so that nothing is lost."""
    backup = _reserve(path)
    try:
        os.replace(path, backup)
    except BaseException:
        with suppress(OSError):
            backup.unlink()
        raise
    return backup


def remove_leftovers(path: Path) -> tuple[Path, ...]:
    """Remove quarantined copies of this file and what interrupted writes left of it; returns what stays."""
    return tuple(one for one in copies_of(path) if not _removed(one))


def copies_of(path: Path) -> tuple[Path, ...]:
    """Quarantined and unfinished copies of this file."""
    return tuple(
        one for one in _beside(path) if path.name in (unfinished_of(one.name), quarantined_of(one.name))
    )


def remove_unfinished(path: Path) -> None:
    """Remove what interrupted writes left of this file, but none that another window still writes."""
    for one in _beside(path):
        if unfinished_of(one.name) == path.name and not _still_written(one):
            _removed(one)


def _beside(path: Path) -> Iterator[Path]:
    with suppress(OSError):  # no folder, no leftovers
        yield from sorted(path.parent.iterdir())


def _removed(path: Path) -> bool:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def _still_written(unfinished: Path) -> bool:
    """Whether whoever began to write it may still be at it. Windows refuses to remove an open file anyway."""
    found = _UNFINISHED.fullmatch(unfinished.name)
    if found is None or sys.platform == "win32" or int(found["process"]) == os.getpid():
        return False
    return _runs(int(found["process"])) and _age(unfinished) < _LONGEST_WRITE


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)  # asks, and sends nothing
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:  # somebody else's
        return True
    return True


def _age(path: Path) -> float:
    try:
        return abs(time.time() - path.stat().st_mtime)
    except OSError:
        return 0.0


def _reserve(path: Path) -> Path:
    number = 1
    while True:
        backup = path.with_name(f"{path.stem}-damaged-{number}{path.suffix}")
        try:
            os.close(os.open(backup, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE))
        except FileExistsError:
            number += 1
        else:
            return backup
