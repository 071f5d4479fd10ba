"""`check FOLDER --statements`: each statement of a pack, and whose word it is."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from content.model import ELSEWHERE, LAW, LOCAL, NATIONAL, OURS, PackInfo
from desktop.cli.check_command import exit_code, read_and_check, summary
from desktop.cli.print_json import print_json
from desktop.i18n import N_, _

if TYPE_CHECKING:  # loads YAML and Markdown, which a bundle does not carry
    from content.checks.statements import MarkedStatement

_NAMES: Mapping[str, str] = {
    LAW: N_("law"),
    NATIONAL: N_("national"),
    ELSEWHERE: N_("elsewhere"),
    OURS: N_("ours"),
}


def run_statements(folder: Path, *, as_json: bool = False) -> int:
    """Print the statements as far as the pack can be read; 1 if the pack has an error, as for `check`."""
    reading, found = read_and_check(folder)
    if reading.library is not None:
        from content.checks.statements import marked_statements

        statements = tuple(marked_statements(reading.library, reading))
        if as_json:
            print_json([asdict(one) for one in statements])
        else:
            print("\n".join(_lines(statements, reading.library.info)))
    print(summary(found), file=sys.stderr)
    return exit_code(found)


def mark_name(mark: str, info: PackInfo) -> str:
    """A mark as it is printed; those who are responsible here are called as the pack is."""
    return info.id.capitalize() if mark == LOCAL else _(_NAMES[mark])


def mark_names(statement: MarkedStatement, info: PackInfo) -> str:
    """The marks of a statement, the strongest first."""
    return " + ".join(mark_name(mark, info) for mark in statement.marks) or _("not yet marked")


def _lines(statements: tuple[MarkedStatement, ...], info: PackInfo) -> Iterator[str]:
    for one in statements:
        sources = ", ".join(one.sources)
        yield f"{one.path}:{one.line}: {mark_names(one, info)} ({sources}): {one.words}"
