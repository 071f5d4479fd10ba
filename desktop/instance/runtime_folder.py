"""The folder of the locks on Linux and macOS: this account's own, and gone with the last window.

It is looked for in the person's runtime folder, which is memory, then in the temporary folders, and where
somebody else has put something in its place there, in the home. Other accounts cannot look into it; in a
folder that is shared its name does not tell whose it is.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

_NAME = "handrail"
_ACCOUNT_ONLY = 0o700
_OTHERS = 0o077


def make_runtime_folder(environ: Mapping[str, str]) -> Path:
    """The folder, made where there is none. OSError where none can be had."""
    for folder in _candidates(environ):
        with suppress(OSError):
            folder.mkdir(_ACCOUNT_ONLY, exist_ok=True)
            if is_own(folder):
                folder.chmod(_ACCOUNT_ONLY)
                return folder
    raise FileNotFoundError("no folder for the lock of the window")


def runtime_folders(environ: Mapping[str, str]) -> tuple[Path, ...]:
    """Those that stand there now, in which windows of this person may be found."""
    return tuple(folder for folder in _candidates(environ) if is_own(folder))


def is_own(folder: Path) -> bool:
    """Whether it is a folder, no link to one, and this account's."""
    try:
        seen = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(seen.st_mode) and seen.st_uid == _person()


def _candidates(environ: Mapping[str, str]) -> Iterator[Path]:
    yield from (Path(base, _NAME) for base in _named(environ, "XDG_RUNTIME_DIR"))
    yield from (Path(base, _shared_name()) for base in (*_named(environ, "TMPDIR"), "/tmp"))
    yield from (Path(base, f".{_NAME}-window") for base in _named(environ, "HOME"))


def _named(environ: Mapping[str, str], name: str) -> tuple[str, ...]:
    base = environ.get(name, "")
    return (base,) if os.path.isabs(base) and os.path.isdir(base) else ()


def _shared_name() -> str:
    return "." + hashlib.sha256(f"{_NAME}-{_person()}".encode()).hexdigest()[:12]


if sys.platform != "win32":

    def _person() -> int:
        return os.getuid()
