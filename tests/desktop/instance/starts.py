"""Starts of one profile within a test: what one holds, and what another does to it."""

from __future__ import annotations

from pathlib import Path

from desktop.instance.file_instance import FileInstance, acquire_file
from desktop.instance.instance import Instance, Patience
from desktop.instance.lock_file import lock_files

WINDOW = "handrail-0123456789ab"
AT_ONCE = Patience(loading=0, open=0)
ASKED = 0
"""The time of a lock whose window was asked to come forward and has not answered."""


def start(folder: Path, window: str = WINDOW) -> Instance:
    """Be a start that waits for nobody."""
    instance = acquire_file(lambda: made(folder), window, AT_ONCE)
    assert isinstance(instance, FileInstance)
    return instance


def made(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    return folder


def leave(instance: Instance) -> None:
    instance.release()
    instance.remove()


def ask(folder: Path) -> None:
    """What another start does that gives up at once."""
    leave(start(folder))


def only_lock(folder: Path) -> Path:
    (lock,) = lock_files(folder)
    return lock


def answered(folder: Path) -> bool:
    return only_lock(folder).stat().st_mtime_ns != ASKED
