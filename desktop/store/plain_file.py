"""Opening plain files and no others: a pipe or a device in a file's place would keep the program waiting."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

_NEVER_WAIT = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)


def open_plain(path: Path, flags: int = os.O_RDONLY) -> int:
    """A descriptor of the file, links followed. OSError at once for whatever is no plain file."""
    descriptor = os.open(path, flags | _NEVER_WAIT)
    if stat.S_ISREG(os.fstat(descriptor).st_mode):
        return descriptor
    os.close(descriptor)
    raise OSError(errno.EINVAL, "not a plain file", str(path))


def read_plain(path: Path, most: int) -> bytes:
    """The first bytes of the file, `most` of them if there are so many. OSError as for `open_plain`."""
    with os.fdopen(open_plain(path), "rb") as file:
        return file.read(most)


def target_of(path: Path) -> Path:
    """The file that is read and written under this name: where a link leads to, else the path itself.

    OSError for links that lead in a circle.
    """
    try:
        return Path(os.path.realpath(path, strict=True)) if path.is_symlink() else path
    except FileNotFoundError:  # a link to a file that is not there yet
        return Path(os.path.realpath(path))
