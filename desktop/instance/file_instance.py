"""One window for each profile on Linux and macOS, and one leave for all of a person's, by lock files."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from desktop.instance.instance import Instance, Patience, Request, TouchedFile
from desktop.instance.lock_file import (
    LockFile,
    held_locks,
    lock_files,
    make_lock,
    process_of,
    remove_dead_locks,
    tell_to_leave,
)
from desktop.store.own_folder import only_writer

MakeFolder = Callable[[], Path]
_ASK_EVERY = 0.01
"""Seconds between two looks for an answer."""
_UNTIL_KILLED = 0.2
"""Seconds for the system to end a process."""
_TRIES = 5
"""A folder that the last window has just removed is made anew."""


def acquire_file(make_folder: MakeFolder, window: str, patience: Patience) -> Instance | None:
    """Be the window of this name, or have the open one come forward (None). OSError without a folder."""
    passed_by: frozenset[Path] = frozenset()
    while True:
        found = _lock_or_holders(make_folder, window, passed_by)
        if isinstance(found, LockFile):
            return FileInstance(make_folder, window, found, passed_by)
        try:
            answered = _ask(found, patience)
            if answered:
                return None
            passed_by |= {lock.path for lock in found if lock.is_there}
        finally:
            for lock in found:
                lock.close()


def _lock_or_holders(
    make_folder: MakeFolder, window: str, passed_by: frozenset[Path]
) -> LockFile | list[LockFile]:
    """A lock of our own where no other process has one for this window; those that hang do not count."""
    for _try in range(_TRIES):
        folder = make_folder()
        with only_writer(folder), suppress(FileNotFoundError):
            holders = _but(held_locks(folder, window), passed_by)
            if holders:
                return holders
            remove_dead_locks(folder)
            return make_lock(folder, window)
    raise FileNotFoundError("the folder of the lock does not stay")


def _ask(holders: Sequence[LockFile], patience: Patience) -> bool:
    """Ask the holders to come forward. Whether this start may end: one has answered, or all were left."""
    for lock in holders:
        lock.ask(Request.COME_FORWARD)
    end = time.monotonic() + patience.loading
    waits_for_open = False
    while True:
        here = [lock for lock in holders if not _is_gone(lock)]
        if any(lock.request is not Request.COME_FORWARD for lock in holders):
            return True
        if not here or time.monotonic() > end:
            return False
        if not waits_for_open and all(lock.is_open for lock in here):
            waits_for_open, end = True, time.monotonic() + patience.open
        time.sleep(_ASK_EVERY)


def _is_gone(lock: LockFile) -> bool:
    """Whether nobody holds it any more."""
    if not lock.take():
        return False
    lock.let_go()
    return True


class FileInstance:
    """The hold of a window on its lock, and its way to those of this person's other windows."""

    def __init__(
        self, make_folder: MakeFolder, window: str, lock: LockFile, passed_by: frozenset[Path]
    ) -> None:
        self._make_folder = make_folder
        self._window = window
        self._lock = lock
        self._passed_by = passed_by
        self._is_told = False
        self._told: tuple[Path, ...] = ()

    @property
    def told_by(self) -> TouchedFile:
        """The lock itself."""
        return TouchedFile(str(self._lock.path))

    told_to_leave_by = None

    def open(self) -> bool:
        """Say that the window opens; not if another start, which would not wait for it, has been quicker."""
        with only_writer(self._folder):
            if self._lock.request is Request.LEAVE:
                return False
            others = _but(held_locks(self._folder, self._window), self._passed_by | {self._lock.path})
            quicker = [lock for lock in others if lock.is_open]
            for lock in quicker:
                lock.ask(Request.COME_FORWARD)
            if not quicker:
                self._lock.say_open()
        _close(others)
        return not quicker

    def request(self) -> Request:
        """What the time of the lock asks for. A lock that a cleaner took away is made anew."""
        found = self._lock.request
        if found is Request.COME_FORWARD:
            self.answer()
        if not self._lock.is_there:
            self._put_back()
        self._is_told = self._is_told or found is Request.LEAVE
        return found

    def answer(self) -> None:
        """Set the time of the lock to now."""
        self._lock.answer()

    def release(self) -> None:
        """Let go of the lock. A start that has asked and still waits ends: it belongs to what is left now."""
        with suppress(OSError):
            self._lock.ask(Request.LEAVE)
        self._lock.let_go()

    def tell_others(self) -> None:
        """Set the time of every lock of this person's, unless this window was told itself: so were they."""
        if self._is_told:
            return
        self._told = tuple(path for path in lock_files(self._folder) if path != self._lock.path)
        for path in self._told:
            tell_to_leave(path)

    def others_stay(self) -> bool:
        """Whether a window that was shown still holds its lock. One that loads will not open by itself."""
        others = self._told_and_open()
        _close(others)
        return bool(others)

    def end_others(self) -> None:
        """End those processes, as far as it is sure that they are ours."""
        others = self._told_and_open()
        for lock in others:
            if _has_open(process_of(lock.path), lock.path):
                _kill(process_of(lock.path))
        until = time.monotonic() + _UNTIL_KILLED
        while not all(map(_is_gone, others)) and time.monotonic() < until:
            time.sleep(_ASK_EVERY)
        _close(others)
        tidy(self._folder)

    def remove(self) -> None:
        """Remove the lock, what killed windows have left, and the folder after the last one."""
        self._lock.remove()
        self._lock.close()
        tidy(self._folder)

    @property
    def _folder(self) -> Path:
        return self._lock.path.parent

    def _told_and_open(self) -> list[LockFile]:
        """Of the windows that were told; a start that came later is none of ours to end."""
        held = held_locks(self._folder)
        stay = [lock for lock in held if lock.path in self._told and lock.is_open]
        _close([lock for lock in held if lock not in stay])
        return stay

    def _put_back(self) -> None:
        with suppress(OSError):
            lock = make_lock(self._make_folder(), self._window)
            if self._lock.is_open:
                lock.say_open()
            self._lock.close()
            self._lock = lock


def tidy(folder: Path) -> None:
    """Remove locks that nobody holds, and the folder if it is empty then."""
    with only_writer(folder):
        remove_dead_locks(folder)
        with suppress(OSError):
            folder.rmdir()


def remove_locks_of(process: int, folder: Path) -> None:
    """Remove the locks that this process made, and the folder if it is empty then."""
    with only_writer(folder):
        for path in lock_files(folder):
            if process_of(path) == process:
                with suppress(OSError):
                    path.unlink()
        with suppress(OSError):
            folder.rmdir()


def _has_open(process: int, path: Path) -> bool:
    """Whether the process has this file open: in a sandbox its number may mean another process."""
    if not sys.platform.startswith("linux"):
        return True
    with suppress(OSError):
        links = Path("/proc", str(process), "fd").iterdir()
        return any(os.readlink(link) == str(path) for link in links)
    return False


def _kill(process: int) -> None:
    if sys.platform != "win32" and process != os.getpid():
        with suppress(OSError):
            os.kill(process, signal.SIGKILL)


def _but(locks: Sequence[LockFile], passed_by: frozenset[Path]) -> list[LockFile]:
    _close([lock for lock in locks if lock.path in passed_by])
    return [lock for lock in locks if lock.path not in passed_by]


def _close(locks: Sequence[LockFile]) -> None:
    for lock in locks:
        lock.close()
