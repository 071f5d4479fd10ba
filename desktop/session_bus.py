"""The session bus of this computer: used where there is one, never started; asked before Qt asks.

Where none is named, the library that Qt speaks through runs `dbus-launch`: a service that stays after
leaving, and a file below the account's home that nobody would look for.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from pathlib import Path

ADDRESS = "DBUS_SESSION_BUS_ADDRESS"
DISABLED = "disabled:"
"""The address that the library reads as: there is none, and none is to be started."""


def start_no_bus(environ: MutableMapping[str, str], platform: str) -> None:
    """On Linux: say that there is no session bus where there is none."""
    if not platform.startswith("linux") or environ.get(ADDRESS):
        return
    folder = environ.get("XDG_RUNTIME_DIR")
    if not folder or not Path(folder, "bus").exists():
        environ[ADDRESS] = DISABLED
