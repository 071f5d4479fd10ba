"""Reads the pickles inside an index file as plain values and refuses everything that could run code.

Whoosh keeps its block headers, postings and directories as pickles. All of them are numbers, strings,
tuples and dictionaries, so no name whatever may be looked up while one is read.
"""

from __future__ import annotations

import io
import pickle
from typing import IO, Any, NoReturn

from index.errors import IndexDamagedError


class Unpickler(pickle.Unpickler):
    """An unpickler to which no class and no function exists."""

    def find_class(self, module: str, name: str) -> NoReturn:
        """Refuse: an index that names a class or a function was not made by this program."""
        raise IndexDamagedError(f"The search index asks for {module}.{name}: refused. Build it again.")


def load(file: IO[bytes]) -> Any:
    """Stands in for pickle.load."""
    return Unpickler(file).load()


def loads(data: bytes) -> Any:
    """Stands in for pickle.loads."""
    return Unpickler(io.BytesIO(data)).load()
