"""Reading a file that must be one: a pipe would wait for ever, and a device has no end."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

_AT_ONCE = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)


def read_regular(file: Path, most: int) -> bytes:
    """At most so many bytes; OSError for what is no regular file, which is not even opened."""
    _refuse_other(os.lstat(file))
    descriptor = os.open(file, os.O_RDONLY | _AT_ONCE)
    with os.fdopen(descriptor, "rb") as opened:
        _refuse_other(os.fstat(descriptor))  # it may have been put in another's place since
        return opened.read(most)


def _refuse_other(seen: os.stat_result) -> None:
    if not stat.S_ISREG(seen.st_mode):
        raise OSError(errno.EINVAL, "it is no file")
