"""What the command line asks for, as one value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Task(StrEnum):
    """What this start of the program is for."""

    WINDOW = "window"
    SELF_TEST = "self-test"
    SEARCH = "search"
    CHECK = "check"
    TRACES = "traces"


@dataclass(frozen=True, slots=True)
class Options:
    """The command line, read once. Without any option the window opens."""

    task: Task = Task.WINDOW
    words: str = ""
    as_json: bool = False
    limit: int = 20
    folder: Path | None = None
    sign_off: bool = False
    statements: bool = False
    hazards: bool = False
    erase: bool = False
    pack: Path | None = None
    profile: Path | None = None
    portable: bool = False
    private: bool = False
