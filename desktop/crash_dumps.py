"""No picture of the memory is written when the program breaks down: it would hold what was read."""

from __future__ import annotations

import sys
from contextlib import suppress

SEM_FAILCRITICALERRORS = 0x0001
SEM_NOGPFAULTERRORBOX = 0x0002


def write_no_dumps() -> None:
    """Ask the system to write none of this process; it may refuse, and that is no reason not to start."""
    if sys.platform == "win32":
        import ctypes

        # with the second, Windows Error Reporting is not called either
        ctypes.windll.kernel32.SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX)
    else:
        import resource

        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
