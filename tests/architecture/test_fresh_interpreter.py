"""What a start pays for: modules are imported in an interpreter of their own, to see what they drag in."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.architecture import sources

QT = ("PySide6", "shiboken6")
COMPOSITION_ROOT = ("desktop/app.py", "desktop/front.py", "desktop/program.py", "desktop/__main__.py")

# An edition is read without a parser, and the index is opened after the first paint
LATE = ("whoosh", "yaml", "markdown_it")
AT_EACH_START = ("content.model", "content.blocks", "content.text", "content.tree", "content.compiled")


def loaded_by(*modules: str) -> set[str]:
    """The top-level packages that are in memory once these modules are."""
    show = f"import sys, {', '.join(modules)}; print(*{{name.partition('.')[0] for name in sys.modules}})"
    return set(printed(show).split())


def printed(program: str) -> str:
    """What a program says in an interpreter of its own."""
    answer = subprocess.run(
        [sys.executable, "-c", program],
        cwd=sources.ROOT,
        env=os.environ,
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    return answer.stdout


def without_qt() -> list[str]:
    files = sources.files(*sources.PROGRAM)
    mine = [path for path in files if not path.startswith("desktop/ui/") and path not in COMPOSITION_ROOT]
    return [sources.module_name(path) for path in mine if not path.endswith("__main__.py")]


def test_only_the_window_loads_qt() -> None:
    """Where this fails, `./dev test tests/architecture/test_rooms.py` names the import."""
    assert not loaded_by(*without_qt()).intersection(QT)


def test_the_start_of_the_command_line_loads_no_qt() -> None:
    assert not loaded_by("desktop.__main__").intersection(QT)


def test_reading_an_edition_loads_no_parser() -> None:
    assert not loaded_by(*AT_EACH_START).intersection(LATE)


def test_the_window_opens_before_the_index_and_without_a_parser() -> None:
    assert not loaded_by("desktop.app").intersection(LATE)


def test_no_source_is_read_to_load_the_window() -> None:
    """PySide reads that of each module that is imported, unless it is kept from it."""
    late = "import desktop.program, PySide6.QtSvg, PySide6.QtPrintSupport, linecache"
    read = printed(
        f"from desktop.__main__ import _load_window; _load_window(); {late}; print(*linecache.cache)"
    )
    ours = {Path(file).name for file in read.split() if Path(file).is_relative_to(sources.ROOT / "desktop")}
    assert ours <= {"plain_imports.py"}, "this one is still imported in PySide's way"
