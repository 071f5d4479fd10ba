"""Importing it lets every later import be Python's own again: import it before all else of the window.

PySide replaces the import statement, to see which modules ask it for other names (`__feature__`, such as
snake_case). For that it reads the source of each module that is imported, whosever it is, and keeps it: 5 MB,
or, in the packaged program, which has none, a search for it on the disk and among all modules. We ask for no
other names. What was there before is kept by PySide itself, under the name that is read here.
"""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401  # replaces it when it is first imported

builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
