"""One window for each person and profile, and one leave for all windows of a person. No socket is used.

A second start asks the first to come forward, and waits for one that still loads. Where the first cannot be
reached, the second opens a window of its own; leaving in either ends both.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from desktop.app_paths import AppPaths
from desktop.instance.instance import Instance, NullInstance, Patience

PATIENCE = Patience(loading=20.0, open=2.5)


def acquire(paths: AppPaths, environ: Mapping[str, str], patience: Patience = PATIENCE) -> Instance | None:
    """Be the window of this profile; None when another has just come forward. Never raises OSError."""
    try:
        if sys.platform == "win32":
            from desktop.instance.windows_events import WindowsEvents, acquire_events  # loads ctypes

            return acquire_events(instance_name(paths), WindowsEvents(), patience)
        from desktop.instance.file_instance import acquire_file
        from desktop.instance.runtime_folder import make_runtime_folder

        return acquire_file(lambda: make_runtime_folder(environ), instance_name(paths), patience)
    except OSError:
        return NullInstance()


def remove_own(environ: Mapping[str, str]) -> None:
    """Take away what this process made of locks: for a start that ends before there is a window."""
    if sys.platform == "win32":
        return
    from desktop.instance.file_instance import remove_locks_of
    from desktop.instance.runtime_folder import runtime_folders

    for folder in runtime_folders(environ):
        remove_locks_of(os.getpid(), folder)


def all_locks(environ: Mapping[str, str]) -> tuple[Path, ...]:
    """The files that stand there while windows of this person are open; Windows needs none."""
    if sys.platform == "win32":
        return ()
    from desktop.instance.lock_file import lock_files

    return tuple(lock for folder in lock_folders(environ) for lock in lock_files(folder))


def lock_folders(environ: Mapping[str, str]) -> tuple[Path, ...]:
    """The folders that were made for them."""
    if sys.platform == "win32":
        return ()
    from desktop.instance.runtime_folder import runtime_folders

    return runtime_folders(environ)


def is_open(paths: AppPaths, environ: Mapping[str, str]) -> bool:
    """Whether a window of this profile is open. Asks without calling it forward."""
    name = instance_name(paths)
    if sys.platform == "win32":
        from desktop.instance.windows_events import WindowsEvents, is_there

        return is_there(name, WindowsEvents())
    from desktop.instance.lock_file import lock_files

    return any(is_held(lock) for folder in lock_folders(environ) for lock in lock_files(folder, name))


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
