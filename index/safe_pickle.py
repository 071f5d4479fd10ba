"""Reads the pickles inside an index file as plain values and refuses everything that could run code.

Whoosh keeps its block headers, postings and directories as pickles. All of them are numbers, strings,
tuples and dictionaries, so no name whatever may be looked up while one is read.
"""

from __future__ import annotations

import io
import pickle
import types
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


def guard(module: types.ModuleType) -> None:
    """Put the safe readers wherever the module holds one of pickle's own."""
    for name, value in list(vars(module).items()):
        for unsafe, safe in _REPLACEMENTS:
            if value is unsafe:
                setattr(module, name, safe)
        if isinstance(value, type) and issubclass(value, pickle.Unpickler) and value is not pickle.Unpickler:
            value.find_class = Unpickler.find_class  # type: ignore[method-assign, assignment]  # meant: Whoosh reads old files so


def _guarded_pickle() -> types.ModuleType:
    module = types.ModuleType("guarded_pickle")
    vars(module).update({**vars(pickle), "load": load, "loads": loads, "Unpickler": Unpickler})
    return module


_REPLACEMENTS: tuple[tuple[object, object], ...] = (
    (pickle, _guarded_pickle()),
    (pickle.load, load),
    (pickle.loads, loads),
    (pickle.Unpickler, Unpickler),
)
