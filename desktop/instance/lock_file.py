"""The lock of a window on Linux and macOS: an empty file, held as long as its process lives.

The system lets go of it when the process ends, however it ends, so a lock is never stale. It stays empty;
others ask by its time: zero asks the window to come forward, one second to leave, and the window answers by
setting it to now. Its mode says whether the window still loads. Its folder is this account's own.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from desktop.instance.instance import Request
from desktop.store.plain_file import open_plain

if sys.platform != "win32":
    import fcntl

_LOADING, _OPEN = 0o400, 0o600
_NAME = re.compile(r"(?P<window>handrail-[0-9a-f]{12})-(?P<process>\d+)-[0-9a-f]{8}\.lock")
_TIMES = {Request.COME_FORWARD: 0, Request.LEAVE: 10**9}
_REQUESTS = {time: request for request, time in _TIMES.items()}


class LockFile:
    """One lock, by its open file: that of this process, or one that another process may hold."""

    def __init__(self, path: Path, handle: int) -> None:
        self.path = path
        self._handle = handle

    @property
    def is_there(self) -> bool:
        """Whether it still has its name: its window removes it on leaving, and cleaners may."""
        with suppress(OSError):
            return os.path.samestat(os.fstat(self._handle), self.path.lstat())
        return False

    @property
    def is_open(self) -> bool:
        """Whether its window has been shown."""
        return os.fstat(self._handle).st_mode & 0o777 == _OPEN

    @property
    def request(self) -> Request:
        """What was asked for and not answered yet."""
        return _REQUESTS.get(os.fstat(self._handle).st_mtime_ns, Request.NOTHING)

    def say_open(self) -> None:
        """The window is shown from now on."""
        os.fchmod(self._handle, _OPEN)

    def ask(self, request: Request) -> None:
        """Ask its window for this, or say so of oneself."""
        os.utime(self._handle, ns=(_TIMES[request],) * 2)

    def answer(self) -> None:
        """Say that the request was heard."""
        os.utime(self._handle)

    def take(self) -> bool:
        """Hold it, if no process does."""
        return _take(self._handle)

    def let_go(self) -> None:
        """Hold it no longer."""
        _let_go(self._handle)

    def remove(self) -> None:
        """Take its name away."""
        with suppress(OSError):
            self.path.unlink()

    def close(self) -> None:
        """Look at it no longer; whoever held it holds it no longer."""
        os.close(self._handle)


def make_lock(folder: Path, window: str) -> LockFile:
    """A lock of this process for the window of this name, held. OSError if it cannot be made."""
    path = folder / f"{window}-{os.getpid()}-{os.urandom(4).hex()}.lock"
    lock = LockFile(path, os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, _LOADING))
    lock.take()
    return lock


def process_of(path: Path) -> int:
    """The process that made this lock."""
    found = _NAME.fullmatch(path.name)
    return int(found["process"]) if found else 0


def lock_files(folder: Path, window: str = "") -> Iterator[Path]:
    """All locks in this folder, or those of the window of this name, held or not."""
    with suppress(OSError):
        for path in sorted(folder.iterdir()):
            found = _NAME.fullmatch(path.name)
            if found and window in ("", found["window"]):
                yield path


def held_locks(folder: Path, window: str = "") -> list[LockFile]:
    """Those that a process holds; close each. What a dead process has left is not among them."""
    return [lock for path in lock_files(folder, window) if (lock := _held(path))]


def tell_to_leave(path: Path) -> None:
    """Ask the window that holds this lock to leave, if there is one."""
    with suppress(OSError):
        os.utime(path, ns=(_TIMES[Request.LEAVE],) * 2, follow_symlinks=False)


def remove_dead_locks(folder: Path) -> None:
    """Remove what processes left that were killed. Call it while no other process may make one."""
    for path in lock_files(folder):
        if not is_held(path):
            with suppress(OSError):
                path.unlink()


def is_held(path: Path) -> bool:
    """Whether a process holds the lock."""
    lock = _held(path)
    if lock is not None:
        lock.close()
    return lock is not None


def _held(path: Path) -> LockFile | None:
    try:
        lock = LockFile(path, open_plain(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0)))
    except OSError:
        return None
    if lock.take():
        lock.close()
        return None
    return lock


if sys.platform != "win32":

    def _take(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _let_go(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)
