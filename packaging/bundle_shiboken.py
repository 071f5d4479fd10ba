"""PySide's own Python files, compiled at build time.

As it is installed, PySide carries them as packed text inside a library, and unpacks and compiles them at
every start: some 70 ms. Where a folder `shiboken6/files.dir` lies beside that library, it reads them from
there. PySide makes such a folder itself if it is started with SBK_EMBED=0, but only where it is installed.
"""

from __future__ import annotations

import compileall
import importlib
from pathlib import Path
from py_compile import PycInvalidationMode

PLACE = "shiboken6/files.dir"
"""Where PySide looks for them in the bundle."""

PACKAGE = "shibokensupport/"


class NoPackedFilesError(Exception):
    """This version of PySide keeps its Python files in another way: see what it does at a start."""


def compile_support_files(folder: Path, optimize: int) -> None:
    """Write them, compiled, into a new folder."""
    importlib.import_module("shiboken6")  # makes the next name importable
    loader = importlib.import_module(PACKAGE.rstrip("/")).__loader__
    packed = getattr(loader, "zfile", None)
    if packed is None:
        raise NoPackedFilesError(f"No packed files in {loader}")
    names = [name for name in packed.namelist() if name.startswith(PACKAGE) and name.endswith(".py")]
    packed.extractall(folder, names)
    unchecked = PycInvalidationMode.UNCHECKED_HASH  # there is no source beside them to compare with
    if not compileall.compile_dir(
        folder, quiet=1, legacy=True, optimize=optimize, invalidation_mode=unchecked, stripdir=str(folder)
    ):
        raise NoPackedFilesError(f"Not all of PySide's files in {folder} can be compiled.")
    for name in names:
        (folder / name).unlink()
