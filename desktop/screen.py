"""Whether this computer has a screen to open a window on; asked before Qt, which would end the process."""

from __future__ import annotations

from collections.abc import Mapping

CHOSEN = "QT_QPA_PLATFORM"
"""Names the platform that Qt draws on; whoever sets it knows why."""
OFFSCREEN = "offscreen"
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY")


def has_screen(environ: Mapping[str, str], platform: str) -> bool:
    """True on Windows and macOS, and on Linux when a display or a platform of Qt's is named."""
    if not platform.startswith("linux"):
        return True
    return any(environ.get(name) for name in (CHOSEN, *_SCREENS))
