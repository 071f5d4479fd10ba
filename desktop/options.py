"""What the command line asks for, as one value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Task(StrEnum):
    """What this start of the program is for."""

    WINDOW = "window"
    SELF_TEST = "self-test"
    SEARCH = "search"
    CHECK = "check"


@dataclass(frozen=True, slots=True)
class Options:
    """The command line, read once. Without any option the window opens."""

    task: Task = Task.WINDOW
    words: str = ""
    as_json: bool = False
    limit: int = 20
    folder: Path | None = None
    sign_off: bool = False
    pack: Path | None = None
    profile: Path | None = None
    portable: bool = False
    private: bool = False


def read_options(argv: Sequence[str]) -> Options:
    """Read the words after the program's name. OptionsWrong is the sentence; --help exits."""
    if not argv:
        return Options()
    from desktop.option_parser import parse  # a plain start of the window does not wait for argparse

    return parse(argv)
