"""The program as it is started, except that it prints what it shows: tests on a real screen wait for that.

    python -m tests.journeys.watched_program [hold] [OPTIONS OF THE PROGRAM]

`hold` keeps the hidden process alive after leaving, until its standard input ends: it can be examined.
"""

from __future__ import annotations

import os
import sys
from typing import Any

from PySide6.QtCore import QSocketNotifier

import desktop.app
from desktop.__main__ import main
from desktop.app import complete
from desktop.front import Front, build_front
from desktop.program import Program


def say(words: str) -> None:
    print(words, flush=True)


def told(front: Front) -> Program:
    program = complete(front)
    program.navigation.page_shown.connect(lambda page: say(f"page {page}"))
    program.search.results_shown.connect(lambda: say(f"found {program.window.header.search.words()}"))
    return program


def build_held(*known: Any, **named: Any) -> Front:
    """The hidden process goes on answering others, as it does between the hiding and the end."""
    released = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    released.activated.connect(lambda: os._exit(0))
    front = build_front(*known, **named, end=lambda: say("ended"))
    released.setParent(front.window)
    return front


if __name__ == "__main__":
    held = sys.argv[1:2] == ["hold"]
    desktop.app.complete = told
    if held:
        desktop.app.build_front = build_held
    sys.exit(main(sys.argv[1 + held :]))
