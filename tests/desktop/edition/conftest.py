"""An edition as it is compiled once, and a program that carries it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desktop.edition.editions import compile_edition

SMALL = Path(__file__).parents[2] / "packs" / "small"


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("compiled") / "edition"
    compile_edition(SMALL, folder)
    return folder


@pytest.fixture
def bundle(tmp_path: Path, compiled: Path) -> Path:
    """A program with its edition beside it, as a worker gets it."""
    shutil.copytree(compiled, tmp_path / "program" / "edition")
    return tmp_path / "program"
