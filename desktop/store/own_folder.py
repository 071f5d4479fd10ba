"""The folder of the worker's own files: closed to other accounts, and written by one window at a time."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from desktop.app_paths import BOOKMARKS_FILE, EDITION_FOLDER, OWN_FOLDERS, SETTINGS_FILE
from desktop.store.leftovers import quarantined_of, unfinished_of

if sys.platform != "win32":
    import fcntl

_OURS = frozenset((SETTINGS_FILE, BOOKMARKS_FILE, EDITION_FOLDER))
_ACCOUNT_ONLY = 0o700
_OTHERS = 0o077
_PATIENCE = 1.0
"""Seconds to wait for another window that writes, which takes milliseconds; one that hangs is passed by."""
_ASK_EVERY = 0.002


def is_own_name(name: str) -> bool:
    """Whether the program writes a file of this name into the worker's folder."""
    return not _OURS.isdisjoint((name, unfinished_of(name), quarantined_of(name)))


def make_own_folder(folder: Path) -> None:
    """Make the folder, where there is none, for this account alone; those above it as is usual here."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(_ACCOUNT_ONLY, exist_ok=True)
    close_to_others(folder)


def close_to_others(folder: Path) -> None:
    """Close a folder that is ours alone to other accounts; one that somebody put more into stays as it is."""
    if sys.platform == "win32":  # what APPDATA holds is the account's alone there
        return
    with suppress(OSError):
        seen = folder.stat()
        if seen.st_uid == os.getuid() and seen.st_mode & _OTHERS and _is_ours(folder):
            folder.chmod(_ACCOUNT_ONLY)


def _is_ours(folder: Path) -> bool:
    return folder.name in OWN_FOLDERS or all(is_own_name(one.name) for one in folder.iterdir())


@contextmanager
def only_writer(folder: Path) -> Iterator[None]:
    """Hold the folder while a file in it is read, changed and written, so that no two windows mix.

    Nothing is made for it. Where folders cannot be held, or a window hangs, the write goes on without.
    """
    handle = _held(folder)
    try:
        yield
    finally:
        if handle is not None:
            os.close(handle)


def _held(folder: Path) -> int | None:
    if sys.platform == "win32":
        return None
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError:
        return None
    until = time.monotonic() + _PATIENCE
    while not _taken(handle) and time.monotonic() < until:
        time.sleep(_ASK_EVERY)
    return handle


def _taken(handle: int) -> bool:
    """Whether it is ours now, or can be nobody's on this file system."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True
