"""Asks the system for no picture of the memory when the program breaks down: it would hold what was read.

A request, not a promise. Where Linux hands the memory to another program (`|` in its core_pattern), that
program decides: systemd-coredump heeds the limit that is set here, others need not. Taking the right to be
dumped away altogether would stop them, but also keep the desktop's own services from knowing this process.
"""

from __future__ import annotations

import sys
from contextlib import suppress

SEM_FAILCRITICALERRORS = 0x0001
SEM_NOGPFAULTERRORBOX = 0x0002


def write_no_dumps() -> None:
    """Ask the system to write none of this process; it may refuse, and that is no reason not to start."""
    if sys.platform == "win32":
        import ctypes

        system = ctypes.windll.kernel32
        # with the second, Windows Error Reporting is not called either; what else is set stays so
        system.SetErrorMode(system.GetErrorMode() | SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX)
    else:
        import resource

        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
