"""How far a long command is, in one line of a terminal that is gone when it ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TextIO

from desktop.i18n import _

_PAUSE = 0.1
"""Seconds between two states: more often, nobody could read them."""
_CLEAR = "\r\x1b[K"


@contextmanager
def progress_on(stream: TextIO) -> Iterator[Callable[[int, int], None]]:
    """Tells in the stream which page is read; says nothing where the stream is no terminal."""
    if not stream.isatty():
        yield lambda _done, _total: None
        return
    line = _ProgressLine(stream)
    try:
        yield line.tell
    finally:
        line.clear()


class _ProgressLine:
    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._next = monotonic() + _PAUSE  # a small pack is read before anybody asks how far it is
        self._told = False

    def tell(self, done: int, total: int) -> None:
        """So many of so many pages are read."""
        if monotonic() >= self._next:
            self._next = monotonic() + _PAUSE
            self._told = True
            words = _("Reading page {n} of {all}").format(n=f"{done:,}", all=f"{total:,}")
            self._write(f"{_CLEAR}{words}")

    def clear(self) -> None:
        """Leave the terminal as it was."""
        if self._told:
            self._write(_CLEAR)

    def _write(self, words: str) -> None:
        self._stream.write(words)
        self._stream.flush()
