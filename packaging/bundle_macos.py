"""The bundle for macOS: an .app whose program also answers on the command line."""

from __future__ import annotations

import re
from pathlib import Path

from bundle_plan import Plan

# Python's own library, wherever its installation keeps it; macOS brings all that Qt links to
TAKEN_ALONG = re.compile(r"Python$|libpython3|lib(?:ffi|z)\.")


def complete(folder: Path) -> None:
    """Both the program and what the Finder reads about it must be there."""
    for part in (f"Contents/MacOS/{PLAN.program}", "Contents/Info.plist"):
        if not (folder / part).is_file():
            raise FileNotFoundError(folder / part)


PLAN = Plan(
    target="macos",
    program="Handrail",
    output="Handrail.app",
    platform="darwin",
    plugins=frozenset({"platforms/qcocoa", "platforms/qoffscreen", "printsupport/cocoaprintersupport"}),
    system_libraries=TAKEN_ALONG,
    finish=complete,
)
