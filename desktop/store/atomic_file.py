"""Small files that are either old and whole or new and whole, whatever happens while they are written."""

from __future__ import annotations

import json
import os
import re
from contextlib import suppress
from pathlib import Path

from desktop.errors import FileDamagedError

LARGEST = 1_000_000
"""Bytes. No file of ours comes near; a bigger one is damaged or not ours, and is not read into memory."""
PRIVATE = 0o600
"""On a shared computer other accounts have no business with a worker's bookmarks."""

_UNFINISHED = re.compile(r"\.(?P<file>.+)\.\d+-[0-9a-f]{8}\.new")
_QUARANTINED = re.compile(r"(?P<stem>.+)-damaged-\d+(?P<ending>\.[^.]+)")


def write_atomically(path: Path, data: bytes, mode: int = PRIVATE) -> None:
    """Write beside the file, flush to the disk, then put it in place. OSError leaves the old file whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.{os.getpid()}-{os.urandom(4).hex()}.new")
    try:
        _write_and_flush(new, data, mode)
        os.replace(new, path)
    except BaseException:
        with suppress(OSError):
            new.unlink()
        raise
    _flush_folder(path.parent)


def read_object(path: Path) -> dict[str, object] | None:
    """The JSON object in the file, or None where there is no file. FileDamagedError or OSError otherwise."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except (FileNotFoundError, NotADirectoryError):
        return None
    if len(data) > LARGEST:
        raise FileDamagedError("it is too large")
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:  # not UTF-8, not JSON, or nested beyond reason
        raise FileDamagedError("it is not JSON") from error
    if not isinstance(found, dict):
        raise FileDamagedError("it is not a JSON object")
    return found


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


def unfinished_of(name: str) -> str:
    """The file for which a write that was cut short left this one behind; empty if none did."""
    found = _UNFINISHED.fullmatch(name)
    return found["file"] if found else ""


def quarantined_of(name: str) -> str:
    """The damaged file that was quarantined under this name; empty if none was."""
    found = _QUARANTINED.fullmatch(name)
    return found["stem"] + found["ending"] if found else ""


def remove_leftovers(path: Path) -> tuple[Path, ...]:
    """Remove quarantined copies of this file and what interrupted writes left of it; returns what stays."""
    stuck: list[Path] = []
    with suppress(OSError):  # no folder, no leftovers
        for one in sorted(path.parent.iterdir()):
            if path.name in (unfinished_of(one.name), quarantined_of(one.name)):
                try:
                    one.unlink(missing_ok=True)
                except OSError:
                    stuck.append(one)
    return tuple(stuck)


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


def _write_and_flush(path: Path, data: bytes, mode: int) -> None:
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, mode), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the system can (Windows cannot open a folder)."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
