"""The one door to Whoosh: postings are written and read with its codec, entirely in memory.

Whoosh's own way in (its table of contents and compound files) is not used: those are pickles that may
name any class. What is left of its format is read by an unpickler that knows no class at all.
Importing this module costs some 40 ms: do it in the search thread, after the first paint.
"""

from __future__ import annotations

import io
import json
import pickle
import sys
import types
import zlib
from array import array
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from struct import Struct
from typing import Any

from index import safe_pickle
from index.container import read_container
from index.errors import IndexDamagedError
from index.schema import STEMMED, WORDS


def _refuse_download(*_: object) -> None:
    raise RuntimeError("this program does not use a network")


def _import_whoosh() -> tuple[Any, Any, Any, Any]:
    """Whoosh without the network modules it would load for a function that nobody here calls."""
    stand_in = types.ModuleType("urllib.request")
    vars(stand_in)["urlretrieve"] = _refuse_download
    ours = sys.modules.setdefault("urllib.request", stand_in) is stand_in
    try:
        from whoosh import formats
        from whoosh.codec import whoosh3
        from whoosh.filedb import filestore
        from whoosh.lang import porter2
    finally:
        if ours:
            del sys.modules["urllib.request"]
    return formats, whoosh3, filestore, porter2


def _guard_pickles() -> None:
    """Put the safe readers wherever a module of Whoosh holds one of pickle's own."""
    safe_names = {name: vars(safe_pickle)[name] for name in ("load", "loads", "Unpickler")}
    guarded_module = types.ModuleType("guarded_pickle")
    vars(guarded_module).update({**vars(pickle), **safe_names})
    replacements: tuple[tuple[object, object], ...] = (
        (pickle, guarded_module),
        (pickle.load, safe_pickle.load),
        (pickle.loads, safe_pickle.loads),
    )
    for module in [m for name, m in sys.modules.items() if name.partition(".")[0] == "whoosh"]:
        for name, value in list(vars(module).items()):
            for unsafe, safe in replacements:
                if value is unsafe:
                    setattr(module, name, safe)
            if isinstance(value, type) and issubclass(value, pickle.Unpickler):
                value.find_class = safe_pickle.Unpickler.find_class  # type: ignore[method-assign, assignment]  # meant: Whoosh reads old files so


_formats, _whoosh3, _filestore, _porter2 = _import_whoosh()
_guard_pickles()

_NAME = "sections"
_TERMS = f"{_NAME}_1.trm"
_POSTINGS = f"{_NAME}_1.pst"
_TABLES = "tables.json"
FILES = frozenset((_TERMS, _POSTINGS, _TABLES))

# One postings block: a signed length (negative: the last one), the pickled facts of the block, its data
_BLOCK_LENGTH = Struct("!i")
_BLOCKS_MAGIC = b"W3Bl"
# Far above what 128 postings need, far below what would hurt
_LARGEST_BLOCK = 1 << 20
_BROKEN = "The search index is damaged. Build it again from the pack."

Postings = Mapping[str, Mapping[str, Sequence[tuple[int, int]]]]


def stem(word: str) -> str:
    """Porter2: the form under which "abused" and "abusing" are one word."""
    return str(_porter2.stem(word))


def write_files(postings: Postings, tables: Mapping[str, Any]) -> dict[str, bytes]:
    """The files of an index: field -> term -> (document, times it occurs) in rising order, and the tables."""
    storage = _filestore.RamStorage()
    codec, segment = _codec_and_segment()
    writer = codec.field_writer(storage, segment)
    for name in (*STEMMED, WORDS):
        writer.start_field(name, _Field())
        for text, term in sorted((term.encode(), term) for term in postings.get(name, ())):
            writer.start_term(text)
            for document, times in postings[name][term]:
                writer.add(document, float(times), b"", 1)
            writer.finish_term()
        writer.finish_field()
    writer.close()
    files = {name: bytes(storage.files[name]) for name in (_TERMS, _POSTINGS)}
    return {**files, _TABLES: json.dumps(tables, ensure_ascii=False, separators=(",", ":")).encode()}


class Engine:
    """An open index: what is in it and where each term occurs. Not thread-safe: one per thread."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        try:
            self.tables = Tables(json.loads(files[_TABLES]))
            storage = _filestore.RamStorage()
            storage.files.update(files)
            codec, segment = _codec_and_segment()
            self._terms = codec.terms_reader(storage, segment)
        except IndexDamagedError:
            raise
        except Exception as cause:  # whatever Whoosh trips over, the sentence for the worker is the same
            raise IndexDamagedError(_BROKEN) from cause
        self._blocks = files[_POSTINGS]

    def postings(self, field: str, term: str) -> tuple[list[int], list[float]]:
        """The documents that hold the term, in rising order, and how often; both empty when none does."""
        key = (field, term.encode())
        documents: list[int] = []
        times: list[float] = []
        try:
            start = self._terms.term_info(*key).extent()[0]
            for ids, weights in _read_blocks(self._blocks, start):
                documents.extend(ids)
                times.extend(weights)
        except _whoosh3.TermNotFound:
            return documents, times
        except IndexDamagedError:
            raise
        except Exception as cause:  # a crafted block may break in any way; none of them may reach the window
            raise IndexDamagedError(_BROKEN) from cause
        if documents and max(documents) >= self.tables.count:
            raise IndexDamagedError(_BROKEN)
        return documents, times

    def document_frequency(self, field: str, term: str) -> int:
        """How many documents hold the term."""
        try:
            return min(int(self._terms.term_info(field, term.encode()).doc_frequency()), self.tables.count)
        except _whoosh3.TermNotFound:
            return 0
        except Exception as cause:  # as with postings
            raise IndexDamagedError(_BROKEN) from cause


class Tables:
    """What is known of every document and every word without reading a posting."""

    def __init__(self, tables: Mapping[str, Any]) -> None:
        # arrays refuse whatever is not a number
        self.pages = [str(page) for page in tables["pages"]]
        self.page_of = array("I", tables["page_of"])
        self.lengths = {name: array("I", tables["lengths"][name]) for name in STEMMED}
        self.words = [str(word) for word in tables["words"]]
        self.word_counts = array("I", tables["word_counts"])
        self.count = len(self.page_of)
        firsts: dict[int, int] = {}
        for section, page in enumerate(self.page_of):
            firsts.setdefault(page, section)
        self.first_of = [firsts[page] for page in range(len(self.pages))]
        lengths = {len(column) for column in self.lengths.values()}
        if lengths != {self.count} or max(self.page_of, default=-1) >= len(self.pages):
            raise IndexDamagedError(_BROKEN)
        if len(self.words) != len(self.word_counts):
            raise IndexDamagedError(_BROKEN)


def open_index(blob: bytes, expected_hash: str) -> Engine:
    """The index in a blob, checked whole before it is opened; raises IndexDamagedError."""
    return Engine(read_container(blob, expected_hash, FILES))


class _Field:
    """What Whoosh's writer asks of a field: times are kept as weights, nothing else per posting."""

    format = _formats.Existence()


def _codec_and_segment() -> tuple[Any, Any]:
    codec = _whoosh3.W3Codec()
    return codec, _whoosh3.W3Segment(codec, _NAME, segid="1")


def _read_blocks(data: bytes, start: int) -> Iterator[tuple[Sequence[int], Sequence[float]]]:
    """The blocks of one posting list: documents and times."""
    if data[start : start + 4] != _BLOCKS_MAGIC:
        raise IndexDamagedError(_BROKEN)
    at = start + 4
    length = 1
    while length > 0:
        (length,) = _BLOCK_LENGTH.unpack_from(data, at)
        at += _BLOCK_LENGTH.size
        yield _read_block(data[at : at + abs(length)])
        at += abs(length)


def _read_block(block: bytes) -> tuple[Sequence[int], Sequence[float]]:
    file = io.BytesIO(block)
    facts = safe_pickle.load(file)
    count, data = facts[0], file.read()
    if facts[3]:
        data = zlib.decompressobj().decompress(data, _LARGEST_BLOCK)
    steps, weights, _ = safe_pickle.loads(data)
    if weights is None or isinstance(weights, float):
        weights = (1.0 if weights is None else weights,) * count
    # arrays refuse whatever is not a number of their kind, also negative documents
    ids, times = array("I", accumulate(array("I", steps))), array("f", weights)
    if not len(ids) == len(times) == count:
        raise IndexDamagedError(_BROKEN)
    return ids, times
