"""`check FOLDER`: everything an author should put right in a pack, in one run."""

from __future__ import annotations

import sys
from pathlib import Path

from content.errors import PackUnreadable
from content.findings import Finding, Severity
from desktop.words import _, plural


def run_check(folder: Path) -> int:
    """Print the findings, worst news for the exit code: 1 if there is an error, else 0."""
    found = _findings(folder)
    for finding in found:
        print(finding)
    errors = sum(one.severity is Severity.ERROR for one in found)
    print(_summary(errors, len(found) - errors), file=sys.stderr)
    return 1 if errors else 0


def _findings(folder: Path) -> tuple[Finding, ...]:
    try:
        from content.check import check  # loads YAML and Markdown, which a bundle does not carry
        from content.read import read_pack
    except ImportError as error:
        raise PackUnreadable(
            _("This build of the program cannot check packs: use the program from source.")
        ) from error
    return tuple(sorted(set(check(read_pack(folder)))))


def _summary(errors: int, warnings: int) -> str:
    return "{}, {}".format(
        plural("{n} error", "{n} errors", errors).format(n=errors),
        plural("{n} warning", "{n} warnings", warnings).format(n=warnings),
    )
