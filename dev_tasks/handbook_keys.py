"""The handbook's page of keys, written from the table: `./dev handbook-keys` renews it.

The page is kept with the others, so that an edition is made from pages alone; a test compares both.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path

from desktop.commands import COMMANDS, WINDOW, Command
from desktop.edition.build_fingerprint import HANDBOOK
from desktop.store.atomic_file import write_atomically

PAGE = HANDBOOK / "pages" / "help-keys.md"
READABLE = 0o666
"""Before the umask: a page of the source, like the others."""

_HEAD = """\
---
title: All keys
kind: help
themes: [using-handrail]
groups: [everyone-who-uses-it]
summary: Every key of the program, on Windows, Linux and Mac.
at_a_glance: |
  - **Leave:** Shift three times, or F12.
  - **Search:** Ctrl+K.
  - **Back:** Alt and Left arrow.
  - **Keep the page:** Ctrl+D.
  - **Larger text:** Ctrl and +.
  - **Next part of the window:** F6. You can do everything without a mouse.
sources: [the-program]
reviewed: 2026-11-23
review_by: 2027-11-23
owner: Handrail project
related: [help-search, help-leaving, help-display]
search_terms:
- keys
- keyboard
- shortcuts
- keyboard shortcuts
- hotkeys
- without a mouse
---
These are all the keys. They work wherever you are in the window, unless the last column names a place.
"""
_NAMES = {
    "Return": "Enter",
    "PgUp": "Page Up",
    "PgDown": "Page Down",
    "Up": "Up arrow",
    "Down": "Down arrow",
    "Left": "Left arrow",
    "Right": "Right arrow",
}
_MAC_NAMES = {"Ctrl": "Cmd", "Meta": "Ctrl", "Alt": "Option"}
_PLACES = {"results": "In the list of results.", "tree": "In a list of topics.", "page": "On a page."}


def keys_page() -> str:
    """The page's whole text, front matter and all."""
    return _HEAD + "".join(_tables(COMMANDS.values()))


def _tables(commands: Iterable[Command]) -> Iterator[str]:
    for heading, rows in groupby(commands, key=lambda command: command.heading):
        yield f"\n## {heading}\n| Command | Keys | On a Mac | What it does |\n| --- | --- | --- | --- |\n"
        yield from map(_row, rows)


def _row(command: Command) -> str:
    place = "" if command.scope == WINDOW else f" {_PLACES[command.scope]}"
    also = f"; {command.also}" if command.also else ""
    keys = _or(map(_key, command.keys_on("linux"))) + also
    mac = _or(map(_mac_key, command.keys_on("darwin"))) + also
    return f"| {command.text} | {keys} | {mac} | {command.help}{place} |\n"


def _or(keys: Iterable[str]) -> str:
    return " or ".join(dict.fromkeys(key.replace("*", r"\*") for key in keys))


def _key(key: str, names: Mapping[str, str] = _NAMES) -> str:
    """A key as a person calls it; the last part may itself be a plus."""
    held, plus, last = key[:-1].rpartition("+")
    parts = [*held.split("+"), last + key[-1]] if plus else [key]
    return "+".join(names.get(part, part) for part in parts)


def _mac_key(key: str) -> str:
    return _key(key, {**_NAMES, **_MAC_NAMES})


def main(page: str = str(PAGE)) -> int:
    """Write the page anew."""
    write_atomically(Path(page), keys_page().encode(), READABLE)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
