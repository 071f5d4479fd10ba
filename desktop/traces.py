"""Every file and folder that the program has written on this computer, and the one action that erases them.

What is found is told by its name: a file that somebody else put beside ours is neither listed nor touched.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

from desktop.app_paths import (
    BOOKMARKS_FILE,
    CHECKOUT_FOLDER,
    EDITION_FOLDER,
    OWN_FOLDERS,
    SETTINGS_FILE,
    AppPaths,
)
from desktop.edition.build_fingerprint import NAME as STAMP
from desktop.edition.checksummed_files import FORMER_LIBRARY, INDEX, LIBRARY, MANIFEST
from desktop.i18n import N_, _
from desktop.instance.single_instance import all_locks, is_held, lock_folders
from desktop.store.leftovers import copies_of, quarantined_of, unfinished_of
from desktop.store.plain_file import target_of


class TraceKind(StrEnum):
    """Why something was written."""

    SETTINGS = "settings"
    BOOKMARKS = "bookmarks"
    DAMAGED = "damaged"
    UNFINISHED = "unfinished"
    GUIDANCE = "guidance"
    LOCK = "lock"
    FOLDER = "folder"


_WORDS: Mapping[TraceKind, str] = MappingProxyType(
    {
        TraceKind.SETTINGS: N_("your settings"),
        TraceKind.BOOKMARKS: N_("your bookmarks"),
        TraceKind.DAMAGED: N_("a damaged file that was kept"),
        TraceKind.UNFINISHED: N_("left over from a write that was cut short"),
        TraceKind.GUIDANCE: N_("the guidance made ready, nothing about you"),
        TraceKind.LOCK: N_("an empty file that stands there while the window is open"),
        TraceKind.FOLDER: N_("a folder made for these"),
    }
)
_CACHED = frozenset((LIBRARY, FORMER_LIBRARY, INDEX, MANIFEST, STAMP))


@dataclass(frozen=True, slots=True)
class Trace:
    """One file or folder of ours."""

    path: Path
    kind: TraceKind

    @property
    def words(self) -> str:
        """What it is, for a person."""
        return _(_WORDS[self.kind])


class Traces:
    """Looks anew each time, so that what it tells is what stands on the disk."""

    def __init__(self, paths: AppPaths, environ: Mapping[str, str]) -> None:
        self._paths = paths
        self._environ = environ

    def found(self) -> tuple[Trace, ...]:
        """All traces: files first, then folders from the inside out, which is the order to erase them in."""
        files: list[Trace] = []
        folders: list[Trace] = []
        for trace in self._all():
            (folders if trace.kind is TraceKind.FOLDER else files).append(trace)
        return (*files, *folders)

    def erasable(self) -> tuple[Trace, ...]:
        """All but the locks of windows that are open, and their folder: leaving removes these."""
        held = {lock for lock in all_locks(self._environ) if is_held(lock)}
        stay = held | {lock.parent for lock in held}
        return tuple(one for one in self.found() if one.path not in stay)

    def erase(self) -> tuple[Trace, ...]:
        """Erase whatever can be erased; returns what could not."""
        return tuple(one for one in self.erasable() if not _erased(one))

    def _all(self) -> Iterator[Trace]:
        state = self._paths.state_folder
        cache = self._paths.cache_folder
        cached: tuple[Trace, ...] = ()
        if cache is not None:
            cached = (*_in_folder(cache, ()), *_in_checkout(cache, state))
            yield from cached
        if state is not None:
            yield from _in_folder(state, {one.path for one in cached})
        for lock in all_locks(self._environ):
            yield Trace(lock, TraceKind.LOCK)
        for folder in lock_folders(self._environ):
            yield Trace(folder, TraceKind.FOLDER)


def _in_folder(folder: Path, ours_already: Iterable[Path]) -> tuple[Trace, ...]:
    """Our files in this folder, and the folder itself when nothing else stands in it."""
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        return ()
    in_cache = folder.name == EDITION_FOLDER
    kinds = {entry: _kind(entry, in_cache) for entry in entries}
    own = tuple(
        trace for entry, kind in kinds.items() if kind is not None for trace in _with_target(entry, kind)
    )
    foreign = [entry for entry, kind in kinds.items() if kind is None and entry not in ours_already]
    named = in_cache or folder.name in OWN_FOLDERS
    if foreign or not (named or entries):
        return own
    return (*own, Trace(folder, TraceKind.FOLDER))


def _with_target(entry: Path, kind: TraceKind) -> Iterator[Trace]:
    """A file of ours and, where it is a link, first what is written through it, with its copies beside it."""
    target = _target(entry)
    if target is not None:
        for one in copies_of(target):
            yield Trace(one, TraceKind.UNFINISHED if unfinished_of(one.name) else TraceKind.DAMAGED)
        if target.is_file():
            yield Trace(target, kind)
    yield Trace(entry, kind)


def _target(entry: Path) -> Path | None:
    """What a link leads to, if it can lead anywhere."""
    with suppress(OSError):
        return target_of(entry) if entry.is_symlink() else None
    return None


def _in_checkout(cache: Path, state: Path | None) -> tuple[Trace, ...]:
    above = cache.parent
    if above == state or above.name != CHECKOUT_FOLDER:
        return ()
    with suppress(OSError):
        if all(entry == cache for entry in above.iterdir()):
            return (Trace(above, TraceKind.FOLDER),)
    return ()


def _kind(entry: Path, in_cache: bool) -> TraceKind | None:
    if entry.is_dir():
        return None
    name, kinds = entry.name, _kinds_by_name(in_cache)
    if unfinished_of(name) in kinds:
        return TraceKind.UNFINISHED
    if not in_cache and quarantined_of(name) in kinds:
        return TraceKind.DAMAGED
    return kinds.get(name)


def _kinds_by_name(in_cache: bool) -> dict[str, TraceKind]:
    if in_cache:
        return dict.fromkeys(_CACHED, TraceKind.GUIDANCE)
    return {SETTINGS_FILE: TraceKind.SETTINGS, BOOKMARKS_FILE: TraceKind.BOOKMARKS}


def _erased(trace: Trace) -> bool:
    try:
        if trace.kind is TraceKind.FOLDER:
            trace.path.rmdir()
        else:
            trace.path.unlink()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True
