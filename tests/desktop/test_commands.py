from __future__ import annotations

from collections import Counter
from itertools import groupby
from pathlib import Path

import pytest

from desktop.commands import COMMANDS, WINDOW, Command

KEYBOARD = {
    "search": ("Ctrl+K", "Ctrl+L", "/"),
    "next_result": ("Down",),
    "previous_result": ("Up",),
    "open_result": ("Return", "Enter"),
    "escape": ("Esc",),
    "find": ("Ctrl+F",),
    "find_next": ("F3",),
    "find_previous": ("Shift+F3",),
    "back": ("Alt+Left",),
    "forward": ("Alt+Right",),
    "start_page": ("Alt+Home",),
    "next_part": ("F6",),
    "previous_part": ("Shift+F6",),
    "topics_panel": ("F9",),
    "topics": ("Ctrl+1",),
    "groups": ("Ctrl+2",),
    "bookmarks": ("Ctrl+3",),
    "tree_expand": ("*",),
    "bookmark": ("Ctrl+D",),
    "outline": ("Ctrl+Shift+O",),
    "previous_heading": ("Alt+Up",),
    "next_heading": ("Alt+Down",),
    "previous_page": ("Ctrl+PgUp",),
    "next_page": ("Ctrl+PgDown",),
    "next_link": ("Tab",),
    "previous_link": ("Shift+Tab",),
    "caret": ("F7",),
    "print": ("Ctrl+P",),
    "copy": ("Ctrl+C",),
    "larger": ("Ctrl++", "Ctrl+="),
    "smaller": ("Ctrl+-",),
    "usual_size": ("Ctrl+0",),
    "colours": ("Ctrl+Shift+D",),
    "help": ("F1",),
    "full_screen": ("F11",),
    "close": ("Ctrl+W", "Ctrl+Q"),
    "leave": ("F12",),
}
"""The keyboard of the design, written down a second time so that a key cannot get lost."""


@pytest.mark.parametrize("id", KEYBOARD)
def test_each_key_of_the_design_is_there(id: str) -> None:
    assert COMMANDS[id].keys == KEYBOARD[id]


@pytest.mark.parametrize("command", COMMANDS.values(), ids=lambda command: command.id)
def test_each_command_is_whole(command: Command) -> None:
    assert command.id.isidentifier()
    assert command.text[0].isupper()
    assert not command.text.endswith(".")
    assert command.help.endswith(".")
    assert command.keys
    assert command.heading


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
@pytest.mark.parametrize("scope", sorted({command.scope for command in COMMANDS.values()}))
def test_no_key_means_two_things(platform: str, scope: str) -> None:
    heard = [one for one in COMMANDS.values() if one.scope in (scope, WINDOW)]
    counts = Counter(key for one in heard for key in one.keys_on(platform))
    assert [key for key, count in counts.items() if count > 1] == []


def test_a_heading_stands_once_over_all_its_commands() -> None:
    headings = [heading for heading, _rows in groupby(one.heading for one in COMMANDS.values())]
    assert len(headings) == len(set(headings))


def test_a_mac_has_its_own_way_back() -> None:
    assert COMMANDS["back"].keys_on("darwin") == ("Ctrl+[",)
    assert COMMANDS["back"].keys_on("win32") == ("Alt+Left",)
    assert COMMANDS["find"].keys_on("darwin") == ("Ctrl+F",)


def test_leaving_has_a_single_key_on_each_system() -> None:
    assert all("F12" in COMMANDS["leave"].keys_on(platform) for platform in ("linux", "win32", "darwin"))


def test_esc_never_leaves() -> None:
    assert [one.id for one in COMMANDS.values() if "Esc" in one.keys] == ["escape"]


def test_the_table_is_free_of_qt() -> None:
    source = Path(__file__).parents[2] / "desktop" / "commands.py"
    assert "PySide6" not in source.read_text(encoding="utf-8")
