"""What a start pays for: each module is imported in an interpreter of its own, to see what it drags in."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.architecture import sources

QT = ("PySide6", "shiboken6")
COMPOSITION_ROOT = ("desktop/app.py", "desktop/__main__.py")
WITHOUT_QT = [
    path
    for path in sources.files(*sources.PROGRAM)
    if not path.startswith("desktop/ui/") and path not in COMPOSITION_ROOT
]

# A sealed edition is read without a parser, and the index is opened after the first paint
LATE = ("whoosh", "yaml", "markdown_it")
AT_EACH_START = (
    "content/model.py",
    "content/blocks.py",
    "content/text.py",
    "content/tree.py",
    "content/compiled.py",
)


def loaded_by(path: str) -> set[str]:
    """The top-level packages that are in memory once this module is."""
    show = (
        f"import sys, {sources.module_name(path)}; print(*{{name.partition('.')[0] for name in sys.modules}})"
    )
    answer = subprocess.run(
        [sys.executable, "-c", show],
        cwd=sources.ROOT,
        env=os.environ,
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    return set(answer.stdout.split())


@pytest.mark.parametrize("path", WITHOUT_QT)
def test_only_the_window_loads_qt(path: str) -> None:
    assert not loaded_by(path).intersection(QT)


@pytest.mark.parametrize("path", AT_EACH_START)
def test_reading_a_sealed_edition_loads_no_parser(path: str) -> None:
    assert not loaded_by(path).intersection(LATE)


def test_the_window_opens_before_the_index_and_without_a_parser() -> None:
    assert not loaded_by("desktop/app.py").intersection(LATE)
