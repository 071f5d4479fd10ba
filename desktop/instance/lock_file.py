"""The lock of the open window on Linux and macOS: an empty file, held as long as the process lives.

The system lets go of it when the process ends, however it ends, so a lock is never stale. A second
start asks for the window by setting the file's time to zero; the window answers by setting it to now. It
stays empty.
"""

from __future__ import annotations

import os
import stat
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from desktop.instance.instance import Instance, NullInstance, TouchedFile

if sys.platform != "win32":
    import fcntl

_ASK_EVERY = 0.01
"""Seconds between two looks for an answer."""
_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)


def lock_file(name: str, environ: Mapping[str, str]) -> Path:
    """Where the lock lies: in the person's runtime folder, which is memory, else in the temporary folder."""
    named = (environ.get(one, "") for one in ("XDG_RUNTIME_DIR", "TMPDIR"))
    folder = next((one for one in named if os.path.isabs(one) and os.path.isdir(one)), "/tmp")
    return Path(folder, f"{name}-{_person()}.lock")


def acquire_file(path: Path, patience: float) -> Instance | None:
    """Hold the file, or have its holder come forward (None). OSError when the file cannot be used."""
    until = time.monotonic() + patience
    asked = False
    while True:
        handle = os.open(path, _FLAGS, 0o600)
        try:
            if _held_by_us(handle, path):
                os.utime(handle)
                return FileInstance(path, os.dup(handle))
            if asked and os.fstat(handle).st_mtime_ns:
                return None
            if not asked:
                os.utime(handle, ns=(0, 0))
                asked = True
        finally:
            os.close(handle)
        if time.monotonic() > until:
            return NullInstance()
        time.sleep(_ASK_EVERY)


def is_held(path: Path) -> bool:
    """Whether a window of this profile is open."""
    try:
        handle = os.open(path, _FLAGS & ~os.O_CREAT)
    except OSError:
        return False
    try:
        return not _take(handle)
    finally:
        os.close(handle)


class FileInstance:
    """The open window's hold on its file."""

    def __init__(self, path: Path, handle: int) -> None:
        self._path = path
        self._handle = handle

    @property
    def told_by(self) -> TouchedFile:
        """The lock itself."""
        return TouchedFile(str(self._path))

    def activation_requested(self) -> bool:
        """Whether the file's time was set to zero; it is set to now."""
        if os.fstat(self._handle).st_mtime_ns:
            return False
        self.answer()
        return True

    def answer(self) -> None:
        """Set the file's time to now."""
        os.utime(self._handle)

    def release(self) -> None:
        """Let go of the lock; the file goes when nobody is watching."""
        _let_go(self._handle)

    def remove(self) -> None:
        """Remove the file, unless a start that came after the release holds it now."""
        with suppress(OSError):
            if _held_by_us(self._handle, self._path):
                self._path.unlink()
        os.close(self._handle)


def _held_by_us(handle: int, path: Path) -> bool:
    """Take the lock. PermissionError if the file is not a plain one of this person's own."""
    seen = os.fstat(handle)
    if not stat.S_ISREG(seen.st_mode) or seen.st_uid != _person():
        raise PermissionError(str(path))
    if not _take(handle):
        return False
    try:
        if os.path.samestat(seen, os.stat(path)):
            return True
    except FileNotFoundError:
        pass
    _let_go(handle)  # the holder has removed it since it was opened
    return False


if sys.platform != "win32":

    def _take(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _let_go(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)

    def _person() -> int:
        return os.getuid()
