"""What is said when a part of the program fails unexpectedly: where, and never about what was read."""

from __future__ import annotations

import sys
from pathlib import Path
from types import TracebackType


def redacting_excepthook(
    kind: type[BaseException], value: BaseException, trace: TracebackType | None
) -> None:
    """A hook for `sys.excepthook`: one line with the kind and the place.

    The message of the failure is left out, because it may hold a page's name or the words of a search.
    """
    if issubclass(kind, KeyboardInterrupt):
        return
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "unknown"
    if sys.stderr is not None:  # a windowed program on Windows has none
        print(f"Handrail: {kind.__name__} at {place}", file=sys.stderr)
