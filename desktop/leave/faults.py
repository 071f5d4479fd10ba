"""What is known of parts of the program that failed unexpectedly: where, and never about what was read.

Messages, arguments and variables are left out, because they may hold a page's name or the words of a search.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from types import TracebackType

MOST = 50
"""Different faults; the first ones tell most, and whatever fails on and on must not fill the memory."""
_OWN = ("content", "index", "desktop")
_UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Fault:
    """The kind of a failure and the file and line of the program where it came up."""

    kind: str
    place: str

    def __str__(self) -> str:
        return f"{self.kind} at {self.place}"


class Faults:
    """A bounded list in memory. Any thread may note: two that meet may lose a count, and none ever waits."""

    def __init__(self) -> None:
        self._counts: dict[Fault, int] = {}

    def note(self, error: BaseException) -> None:
        """Count a failure. Never raises: this stands where something has gone wrong already."""
        with suppress(Exception):
            self.note_raised(type(error), error.__traceback__)

    def note_raised(self, kind: type[BaseException], trace: TracebackType | None) -> Fault:
        """As `note`, from what a hook is told; returns what was noted."""
        fault = Fault(kind.__name__, _place(trace))
        counts = self._counts
        if fault in counts or len(counts) < MOST:
            counts[fault] = counts.get(fault, 0) + 1
        return fault

    def noted(self) -> tuple[tuple[Fault, int], ...]:
        """What failed, oldest first, and how often."""
        return tuple(self._counts.copy().items())

    def forget(self) -> None:
        """Hold none any more, as part of leaving."""
        self._counts.clear()


def install_hooks(faults: Faults) -> None:
    """Note whatever nobody caught, in any thread, and print its kind and place in place of a traceback."""

    def hook(kind: type[BaseException], trace: TracebackType | None) -> None:
        if issubclass(kind, (KeyboardInterrupt, SystemExit)):
            return
        fault = faults.note_raised(kind, trace)
        if sys.stderr is not None:  # a windowed program on Windows has none
            print(f"Handrail: {fault}", file=sys.stderr)

    sys.excepthook = lambda kind, _value, trace: hook(kind, trace)
    threading.excepthook = lambda told: hook(told.exc_type, told.exc_traceback)
    sys.unraisablehook = lambda told: hook(told.exc_type, told.exc_traceback)


def _place(trace: TracebackType | None) -> str:
    """The innermost line that is ours, else the innermost: a library's line does not tell who called it."""
    lines = list(_lines(trace))
    own = [line for line in lines if line.partition("/")[0] in _OWN]
    return (own or lines or [_UNKNOWN])[-1]


def _lines(trace: TracebackType | None) -> Iterator[str]:
    """File and line, outermost first. The file is named from its package on: no folder of this computer."""
    while trace is not None:
        frame = trace.tb_frame
        folders = str(frame.f_globals.get("__name__", "")).count(".")
        parts = frame.f_code.co_filename.replace("\\", "/").split("/")
        yield f"{'/'.join(parts[-1 - folders :])}:{trace.tb_lineno}"
        trace = trace.tb_next
