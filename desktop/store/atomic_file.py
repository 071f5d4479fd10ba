"""Small files that are either old and whole or new and whole, whatever happens while they are written."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path

from desktop.errors import FileDamagedError
from desktop.store.leftovers import PRIVATE, unfinished_name
from desktop.store.plain_file import read_plain, target_of

LARGEST = 1_000_000
"""Bytes. No file of ours comes near; a bigger one is damaged or not ours, and is not read into memory."""


def write_atomically(path: Path, data: bytes, mode: int = PRIVATE) -> None:
    """Write beside the file, flush to the disk, then put it in place. OSError leaves the old file whole.

    Where the path is a link, the link stays, and the file that it leads to is the one that is replaced.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    file = target_of(path)
    new = unfinished_name(file)
    try:
        _write_and_flush(new, data, mode)
        os.replace(new, file)
    except BaseException:
        with suppress(OSError):
            new.unlink()
        raise
    _flush_folder(file.parent)


def read_object(path: Path) -> dict[str, object] | None:
    """The JSON object in the file, or None where there is no file. FileDamagedError or OSError otherwise."""
    try:
        data = read_plain(path, LARGEST + 1)
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
