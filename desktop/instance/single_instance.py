"""One window for each person and profile: a second start asks the first to come forward. No socket is used.

Where the first cannot be reached, the second start opens a window of its own, which leaves by itself.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Mapping
from pathlib import Path

from desktop.app_paths import AppPaths
from desktop.instance.instance import Instance, NullInstance

PATIENCE = 2.5
"""Seconds that a second start waits for an answer before it opens a window of its own."""


def acquire(paths: AppPaths, environ: Mapping[str, str], patience: float = PATIENCE) -> Instance | None:
    """Be the window of this profile; None when another has just come forward. Never raises OSError."""
    try:
        if sys.platform == "win32":
            from desktop.instance.windows_events import WindowsEvents, acquire_events  # loads ctypes

            return acquire_events(instance_name(paths), WindowsEvents(), patience)
        from desktop.instance.lock_file import acquire_file, lock_file

        return acquire_file(lock_file(instance_name(paths), environ), patience)
    except OSError:
        return NullInstance()


def lock_path(paths: AppPaths, environ: Mapping[str, str]) -> Path | None:
    """The file that stands there while the window is open; Windows needs none."""
    if sys.platform == "win32":
        return None
    from desktop.instance.lock_file import lock_file

    return lock_file(instance_name(paths), environ)


def is_open(paths: AppPaths, environ: Mapping[str, str]) -> bool:
    """Whether a window of this profile is open. Asks without calling it forward."""
    if sys.platform == "win32":
        from desktop.instance.windows_events import WindowsEvents, is_there

        return is_there(instance_name(paths), WindowsEvents())
    lock = lock_path(paths, environ)
    return lock is not None and is_held(lock)


def is_held(lock: Path) -> bool:
    """Whether the window that made this file is still open."""
    if sys.platform == "win32":
        return False
    from desktop.instance.lock_file import is_held as held

    return held(lock)


def instance_name(paths: AppPaths) -> str:
    """A neutral name, the same for every start with this profile; it does not tell the folder."""
    file = paths.settings_file
    profile = "" if file is None else str(file.parent.resolve())
    return f"handrail-{hashlib.sha256(profile.encode(errors='surrogateescape')).hexdigest()[:12]}"
