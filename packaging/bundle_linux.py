"""The bundle for Linux: takes along what a bare desktop lacks, never what talks to its graphics drivers."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from bundle_plan import Plan

# Helpers of X and of the keyboard that some distributions do not install. GL, EGL, drm, Wayland and libxcb
# itself must be the machine's own, or its drivers do not fit; libstdc++ would raise the oldest usable glibc.
TAKEN_ALONG = re.compile(
    r"libxcb-(?:cursor|icccm|image|keysyms|randr|render|render-util|shape|shm|sync|util|xfixes|xkb)\.so"
    r"|libxkbcommon(?:-x11)?\.so"
    r"|libpython3|lib(?:ffi|z|zstd)\.so"
)
# Found on every Linux desktop, and by their names the same for years
FROM_THE_MACHINE = re.compile(
    r"ld-linux|linux-vdso|lib(?:c|m|dl|rt|pthread|util|gcc_s|stdc\+\+|resolv)\.so"
    r"|libGL\.so|libEGL\.so|libX11\.so|libX11-xcb\.so|libxcb\.so|libfontconfig\.so|libfreetype\.so"
    r"|libglib-2\.0\.so|libgthread-2\.0\.so|libdbus-1\.so|libwayland-(?:client|cursor|egl)\.so"
)


class IncompleteBundleError(Exception):
    """A library is needed that is neither in the bundle nor found on every machine."""


def complete(folder: Path) -> None:
    """See to it that nothing which was left out is missed."""
    here = {file.name for file in folder.rglob("*") if ".so" in file.name}
    missed = {
        f"{file.name} needs {name}"
        for file in folder.rglob("*")
        if file.is_file() and not file.is_symlink() and (".so" in file.name or file.name == PLAN.program)
        for name in _needed(file)
        if name not in here and not FROM_THE_MACHINE.match(name)
    }
    if missed:
        raise IncompleteBundleError("; ".join(sorted(missed)))


def _needed(library: Path) -> Iterator[str]:
    listing = subprocess.run(["objdump", "-p", library], capture_output=True, text=True, check=True).stdout
    return (line.split()[1] for line in listing.splitlines() if line.split()[:1] == ["NEEDED"])


PLAN = Plan(
    target="linux",
    program="handrail",
    output="handrail",
    platform="linux",
    plugins=frozenset(
        {
            *("platforms/qxcb", "platforms/qwayland", "platforms/qoffscreen"),
            *("wayland-shell-integration/xdg-shell", "wayland-decoration-client/bradient"),
            # dead keys and accents; input methods. No `printsupport`: it would speak to a printing service
            *(
                "platforminputcontexts/composeplatforminputcontextplugin",
                "platforminputcontexts/ibusplatforminputcontextplugin",
            ),
        }
    ),
    system_libraries=TAKEN_ALONG,
    finish=complete,
    strip=True,
)
