"""Screenshots for the README and the docs: the real program, drawn off the screen.

`./dev shots [FOLDER] [--look NAME] [--size WxH] [--text PERCENT]`; without a folder they go to docs/shots.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication  # noqa: E402  # the platform is chosen first

from desktop.app import build_program, make_application  # noqa: E402  # as above
from desktop.app_paths import AppPaths  # noqa: E402  # as above
from desktop.edition.editions import open_edition  # noqa: E402  # as above
from desktop.leave.faults import Faults  # noqa: E402  # as above
from desktop.program import Program  # noqa: E402  # as above
from desktop.store.settings import LOOK, TEXT_SIZE  # noqa: E402  # as above

PATIENCE = 20.0


def wait_for(done: Callable[[], bool]) -> None:
    """Let the program run until something is so; seconds of patience, then an error."""
    begun = monotonic()
    while not done():
        QApplication.processEvents()
        if monotonic() - begun > PATIENCE:
            raise SystemExit("The program did not come to the picture that was asked for.")


def search(program: Program, words: str) -> None:
    """Type words and wait for their hits."""
    box = program.window.header.search
    box.begin()
    box.field.setText(words)
    wait_for(lambda: f"“{words}”" in program.window.results.title.text())


def scroll_to_end(program: Program) -> None:
    """Show the foot of a page."""
    bar = program.window.reading.page.verticalScrollBar()
    bar.setValue(bar.maximum())


def open_hit(program: Program) -> None:
    """Open the first hit of a search."""
    search(program, "bruise on a baby")
    program.window.results.hits.open_chosen()


def open_end(program: Program) -> None:
    """Open a page and go to its last line."""
    program.navigation.open_page("babies")
    scroll_to_end(program)


SCENES: dict[str, Callable[[Program], object]] = {
    "start": lambda program: program.navigation.open_start(),
    "page": lambda program: program.navigation.open_page("babies"),
    "contacts": lambda program: program.navigation.open_page("who-to-call"),
    "page-end": open_end,
    "search": lambda program: search(program, "bruise baby"),
    "hit": open_hit,
    "topic": lambda program: program.navigation.open_node("theme", "babies"),
    "group": lambda program: program.navigation.open_node("group", "teenagers"),
    "display": lambda program: program.window.header.display.click(),
    "help": lambda program: program.navigation.open_panel("help"),
}


def main() -> None:
    """Take every scene."""
    reader = argparse.ArgumentParser()
    reader.add_argument("folder", nargs="?", type=Path, default=ROOT / "docs" / "shots")
    reader.add_argument("--look", default="light")
    reader.add_argument("--size", default="1366x705")
    reader.add_argument("--text", type=int, default=100)
    reader.add_argument("--scenes", nargs="*", default=list(SCENES))
    wanted = reader.parse_args()
    make_application()
    program = build_program(
        open_edition(ROOT, None, ROOT / ".build" / "edition"), AppPaths(), Faults(), end=lambda: None
    )
    program.window.resize(*map(int, wanted.size.split("x")))
    program.show()
    QApplication.processEvents()
    program.settings.set(LOOK, wanted.look)
    program.settings.set(TEXT_SIZE, wanted.text)
    wanted.folder.mkdir(parents=True, exist_ok=True)
    for name in wanted.scenes:
        SCENES[name](program)
        for _turn in range(5):
            QApplication.processEvents()
        program.window.grab().save(str(wanted.folder / f"{name}.png"))
    program.thread.stop()
    program.thread.wait()


if __name__ == "__main__":
    main()
