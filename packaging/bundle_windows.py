"""The bundle for Windows: a windowed program, and its twin that prints to the console it was started from."""

from __future__ import annotations

import re
from pathlib import Path

from bundle_plan import Plan

# The C run-time comes with Python and Qt; Windows 10 and later have the rest
TAKEN_ALONG = re.compile(r"python3\d*\.dll|vcruntime140\w*\.dll|msvcp140\w*\.dll|libffi|zlib", re.IGNORECASE)


def complete(folder: Path) -> None:
    """Windows finds missing libraries only when it starts a program: the self-test does."""
    for name in (f"{PLAN.program}.exe", f"{PLAN.program}-console.exe"):
        if not (folder / name).is_file():
            raise FileNotFoundError(folder / name)


PLAN = Plan(
    target="windows",
    program="Handrail",
    output="Handrail",
    platform="win32",
    plugins=frozenset({"platforms/qwindows", "platforms/qoffscreen", "printsupport/windowsprintersupport"}),
    system_libraries=TAKEN_ALONG,
    finish=complete,
    console_too=True,
)
