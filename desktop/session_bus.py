"""The session bus of this computer: used where there is one, never started; asked before Qt asks.

Where none is named, the library that Qt speaks through runs `dbus-launch`: a service that stays after
leaving, and a file below the account's home that nobody would look for.
"""

from __future__ import annotations

import os
import stat
from collections.abc import MutableMapping
from pathlib import Path

ADDRESS = "DBUS_SESSION_BUS_ADDRESS"
DISABLED = "disabled:"
"""The address that the library reads as: there is none, and none is to be started."""
_AUTOLAUNCH = "autolaunch:"


def start_no_bus(environ: MutableMapping[str, str], platform: str) -> None:
    """On Linux: say that there is no session bus where there is none."""
    if not platform.startswith("linux"):
        return
    named = environ.get(ADDRESS, "")
    if named.startswith(_AUTOLAUNCH) or not (named or _own_socket(environ.get("XDG_RUNTIME_DIR"))):
        environ[ADDRESS] = DISABLED


def _own_socket(folder: str | None) -> bool:
    """Whether the bus of this runtime folder is one that the library takes: this person's own socket."""
    try:
        seen = os.lstat(Path(folder, "bus")) if folder else None
    except OSError:
        return False
    return seen is not None and stat.S_ISSOCK(seen.st_mode) and seen.st_uid == os.getuid()
