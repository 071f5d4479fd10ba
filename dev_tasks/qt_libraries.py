"""The system libraries that Qt links to: found missing by loading them, then fetched as allowed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dev_tasks import apt


@dataclass(frozen=True, slots=True)
class Library:
    """A shared object, and the packages that bring it (Debian and Ubuntu, Fedora, Arch)."""

    file: str
    debian: str
    fedora: str
    arch: str


# Read off Qt6Core, Qt6Gui, Qt6DBus and the xcb platform plugin. Offscreen needs the first half just the same.
LIBRARIES = (
    Library("libGL.so.1", "libgl1", "libglvnd-glx", "libglvnd"),
    Library("libEGL.so.1", "libegl1", "libglvnd-egl", "libglvnd"),
    Library("libX11.so.6", "libx11-6", "libX11", "libx11"),
    Library("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon", "libxkbcommon"),
    Library("libfontconfig.so.1", "libfontconfig1", "fontconfig", "fontconfig"),
    Library("libfreetype.so.6", "libfreetype6", "freetype", "freetype2"),
    Library("libglib-2.0.so.0", "libglib2.0-0t64 libglib2.0-0", "glib2", "glib2"),
    Library("libgthread-2.0.so.0", "libglib2.0-0t64 libglib2.0-0", "glib2", "glib2"),
    Library("libdbus-1.so.3", "libdbus-1-3", "dbus-libs", "dbus"),
    Library("libz.so.1", "zlib1g", "zlib", "zlib"),
    Library("libzstd.so.1", "libzstd1", "libzstd", "zstd"),
    Library("libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb", "libx11"),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11"),
    Library("libxcb.so.1", "libxcb1", "libxcb", "libxcb"),
    Library("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm", "xcb-util-wm"),
    Library("libxcb-image.so.0", "libxcb-image0", "xcb-util-image", "xcb-util-image"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms"),
    Library("libxcb-randr.so.0", "libxcb-randr0", "libxcb", "libxcb"),
    Library("libxcb-render.so.0", "libxcb-render0", "libxcb", "libxcb"),
    Library("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil", "xcb-util-renderutil"),
    Library("libxcb-shape.so.0", "libxcb-shape0", "libxcb", "libxcb"),
    Library("libxcb-shm.so.0", "libxcb-shm0", "libxcb", "libxcb"),
    Library("libxcb-sync.so.1", "libxcb-sync1", "libxcb", "libxcb"),
    Library("libxcb-util.so.1", "libxcb-util1", "xcb-util", "xcb-util"),
    Library("libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb", "libxcb"),
    Library("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb", "libxcb"),
)
SCREEN_TOOLS = {"Xvfb": "xvfb", "openbox": "openbox", "xdotool": "xdotool"}


class LibrariesMissingError(Exception):
    """Qt cannot start here: the message names what to install, and how."""


def provide(folder: Path) -> dict[str, str]:
    """Make Qt's libraries loadable; the answer is what the program's environment needs for that."""
    missing = lacking()
    if not missing:
        return {}
    print(f"Fetching {len(missing)} system libraries that Qt needs ...", file=sys.stderr)
    if apt.present():
        unpacked = apt.Unpacked(folder)
        packages = sorted({library.debian for library in missing})
        if apt.install(packages) and not lacking():
            return {}
        if unpacked.add(packages) and not lacking(environment := paths_into(unpacked.tree)):
            return environment
    raise LibrariesMissingError(sentence(missing))


def lacking(environment: Mapping[str, str] | None = None) -> list[Library]:
    """The libraries that cannot be loaded, tried in a new process: LD_LIBRARY_PATH is read at its start."""
    if sys.platform != "linux":
        return []
    tried = subprocess.run(
        [sys.executable, "-c", _TRY, *(library.file for library in LIBRARIES)],
        env={**os.environ, **(environment or {})}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    missing = set(tried.stdout.split())
    return [library for library in LIBRARIES if library.file in missing]


_TRY = """
import ctypes, sys
for name in sys.argv[1:]:
    try:
        ctypes.CDLL(name)
    except OSError:
        print(name)
"""


def paths_into(tree: Path) -> dict[str, str]:
    """The environment that finds what was unpacked: libraries, keyboard tables, font settings."""
    folders = {str(file.parent) for file in tree.rglob("*.so.*")}
    environment = {"LD_LIBRARY_PATH": os.pathsep.join(sorted(folders))}
    for name, inside, machine in _DATA:
        if (tree / inside).exists() and not Path(machine).exists():
            environment[name] = str(tree / inside)
    return environment


_DATA = (
    ("XKB_CONFIG_ROOT", "usr/share/X11/xkb", "/usr/share/X11/xkb"),
    ("FONTCONFIG_PATH", "etc/fonts", "/etc/fonts/fonts.conf"),
)


def sentence(missing: Sequence[Library]) -> str:
    """What the person at the keyboard can do."""
    ways = (
        ("apt-get", "apt-get install", "debian"),
        ("dnf", "dnf install", "fedora"),
        ("pacman", "pacman -S", "arch"),
    )
    commands = [
        f"{words} {' '.join(sorted({getattr(library, column).split()[-1] for library in missing}))}"
        for tool, words, column in ways
        if shutil.which(tool)
    ]
    names = ", ".join(library.file for library in missing)
    return (
        f"Qt needs libraries that are not here ({names}). As an administrator, run: {' or '.join(commands)}"
    )


def provide_screen() -> None:
    """Let the tests that need a screen run, where we may install one; elsewhere they are skipped by name."""
    packages = [package for tool, package in SCREEN_TOOLS.items() if shutil.which(tool) is None]
    if packages and apt.present() and apt.root_prefix() is not None:
        print(f"Installing {', '.join(packages)} for the tests that need a screen ...", file=sys.stderr)
        apt.install(packages)
