"""Carries out the three known attacks on Whoosh's own way of opening an index; run as a script.

Arguments: where the payload lies (schema, segments, seg), whether our engine is loaded (guarded, bare),
and the folder that the payload makes when it runs.
"""

from __future__ import annotations

import os
import pickle
import struct
import sys
from typing import Any

WHERE, GUARDED, FOLDER = sys.argv[1:]
if GUARDED == "guarded":
    import index.engine  # noqa: F401  # loading it is the whole point

from whoosh import fields  # noqa: E402  # after our engine, as in the program
from whoosh.filedb.compound import CompoundStorage  # noqa: E402
from whoosh.filedb.filestore import RamStorage  # noqa: E402
from whoosh.index import TOC, FileIndex  # noqa: E402

SCHEMA = fields.Schema(body=fields.TEXT)


class Payload:
    """Unpickling this makes a folder."""

    def __reduce__(self) -> tuple[Any, tuple[str]]:
        return os.mkdir, (FOLDER,)


class PayloadSchema(fields.Schema):
    """A schema that is pickled as the payload."""

    def __reduce__(self) -> tuple[Any, tuple[str]]:
        return os.mkdir, (FOLDER,)


def open_crafted() -> None:
    storage = RamStorage()
    if WHERE == "seg":
        # where the directory lies and how long it is, then the directory
        storage.files["evil.seg"] = struct.pack("!qi", 12, 0) + pickle.dumps(Payload())
        CompoundStorage(storage.open_file("evil.seg"), use_mmap=False)
        return
    toc = TOC(PayloadSchema(), [], 0) if WHERE == "schema" else TOC(SCHEMA, Payload(), 0)
    toc.write(storage, "MAIN")
    FileIndex(storage, None if WHERE == "schema" else SCHEMA)


try:
    open_crafted()
except Exception as problem:  # what it trips over after the payload is of no interest
    print(type(problem).__name__, problem)
