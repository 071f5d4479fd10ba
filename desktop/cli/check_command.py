"""`check FOLDER`: everything an author should put right in a pack, in one run."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from content.errors import PackUnreadableError
from content.findings import Finding, Severity
from desktop.cli.print_json import print_json
from desktop.i18n import _, ngettext

if TYPE_CHECKING:  # loads YAML and Markdown, which a bundle does not carry
    from content.reading.read import Reading


def run_check(folder: Path, *, as_json: bool = False) -> int:
    """Print the findings, worst news for the exit code: 1 if there is an error, else 0."""
    _reading, found = read_and_check(folder)
    if as_json:
        print_json([asdict(finding) for finding in found])
    else:
        for finding in found:
            print(finding)
    print(summary(found), file=sys.stderr)
    return exit_code(found)


def read_and_check(folder: Path) -> tuple[Reading, tuple[Finding, ...]]:
    """The pack as far as it can be read, and all there is to say against it."""
    try:
        from content.checks.check import check
        from content.reading.read import read_pack
        from desktop.cli.progress import progress_on
    except ImportError as error:
        raise PackUnreadableError(
            _("This build of the program cannot check packs: use the program from source.")
        ) from error
    with progress_on(sys.stderr) as progress:
        reading = read_pack(folder, progress)
    return reading, tuple(sorted(set(check(reading))))


def exit_code(found: Iterable[Finding]) -> int:
    """1 if there is an error, else 0."""
    return 1 if any(one.severity is Severity.ERROR for one in found) else 0


def summary(found: tuple[Finding, ...]) -> str:
    """The findings in figures."""
    errors = sum(one.severity is Severity.ERROR for one in found)
    warnings = sum(one.severity is Severity.WARNING for one in found)
    return "{}, {}".format(
        ngettext("{n} error", "{n} errors", errors).format(n=errors),
        ngettext("{n} warning", "{n} warnings", warnings).format(n=warnings),
    )
