"""A file of an edition, read at the places where something is wanted.

Guidance is read by offset and not mapped into memory: where the disk fails, the stick is pulled out or
another program cuts the file, a read raises OSError, which becomes a sentence for one page; a mapped page
would end the program. What is read so is also nobody's memory but the system's cache. The index is mapped: a
search jumps about in it too much to ask the system each time.

The file stays open. On Linux and macOS an edition that is compiled meanwhile takes its name, and this one is
read on. Windows neither replaces nor removes a file in use: there a checkout, where an edition is compiled
again and again into one folder, reads it whole instead (see `editions`). A bundle is replaced as a folder.
"""

from __future__ import annotations

import mmap
import os
from pathlib import Path
from threading import Lock
from weakref import finalize

from desktop.store.plain_file import open_plain


class OffsetFile:
    """Bytes of a file by their place; safe to share between threads, closed when nobody holds it any more."""

    def __init__(self, path: Path) -> None:
        self._descriptor = open_plain(path)
        self.close = finalize(self, os.close, self._descriptor)
        self.size = os.fstat(self._descriptor).st_size
        self._lock = Lock()

    def read_at(self, offset: int, size: int) -> bytes:
        """These bytes; fewer where the file ends. Raises OSError."""
        with self._lock:  # Windows has no pread: two threads would move each other's place
            os.lseek(self._descriptor, offset, os.SEEK_SET)
            return _read_all(self._descriptor, size)

    def mapped(self) -> memoryview:
        """All bytes, each fetched when it is looked at. Raises OSError or, for an empty file, ValueError."""
        with self._lock:
            return memoryview(mmap.mmap(self._descriptor, 0, access=mmap.ACCESS_READ))


def _read_all(descriptor: int, size: int) -> bytes:
    """Reads may give less than was asked for."""
    found = os.read(descriptor, size)
    while len(found) < size and (more := os.read(descriptor, size - len(found))):
        found += more
    return found
