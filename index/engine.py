"""The one door to Whoosh: postings are written with its codec and read in place, a term at a time.

Whoosh's own way in (its table of contents and compound files) is not used: those are pickles that may
name any class. What is left of its format is read by an unpickler that knows no class at all.
Importing this module costs some 10 ms, the codec, which only building needs, another 40: do it in the search
thread, after the first paint.
"""

from __future__ import annotations

import io
import sys
import types
import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.machinery import ModuleSpec
from itertools import accumulate
from struct import Struct
from typing import Any

from index import safe_pickle
from index.container import Buffer, Part, read_container
from index.errors import IndexDamagedError
from index.kept_apart import KEPT_APART
from index.schema import STEMS, TITLE_WORDS
from index.tables import PARTS, Tables
from index.terms_file import TermsFile


def _refuse_download(*_: object) -> None:
    raise RuntimeError("this program does not use a network")


@contextmanager
def _without_network() -> Iterator[None]:
    """While Whoosh is imported: without the network modules that a function wants which nobody here calls."""
    stand_in = types.ModuleType("urllib.request")
    vars(stand_in)["urlretrieve"] = _refuse_download
    ours = sys.modules.setdefault("urllib.request", stand_in) is stand_in
    try:
        yield
    finally:
        if ours:
            del sys.modules["urllib.request"]


def _reading_modules() -> tuple[Any, Any]:
    """What search needs of Whoosh."""
    with _without_network():
        from whoosh.filedb import filetables
        from whoosh.lang import porter2
    return filetables, porter2


def _writing_modules() -> tuple[Any, Any, Any]:
    """What building needs of it beside that, four times as much to load."""
    with _without_network():
        from whoosh import formats
        from whoosh.codec import whoosh3
        from whoosh.filedb import filestore
    return formats, whoosh3, filestore


class _GuardedLoader:
    """Loads a module of Whoosh, and puts the safe readers in it before anybody can call it."""

    def __init__(self, loader: Any) -> None:
        self._loader = loader

    def __getattr__(self, name: str) -> Any:
        return getattr(self._loader, name)

    def create_module(self, spec: ModuleSpec) -> types.ModuleType | None:
        return self._loader.create_module(spec)  # type: ignore[no-any-return]  # whatever loads it

    def exec_module(self, module: types.ModuleType) -> None:
        self._loader.exec_module(module)
        safe_pickle.guard(module)


class _GuardedFinder:
    """Finds the modules of Whoosh, whoever asks for them and whenever, for the loader above."""

    @classmethod
    def find_spec(cls, name: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        if name.partition(".")[0] != "whoosh":
            return None
        others = (finder for finder in sys.meta_path if finder is not cls)
        specs = (finder.find_spec(name, path, target) for finder in others)
        spec = next((spec for spec in specs if spec is not None), None)
        if spec is not None and spec.loader is not None:
            spec.loader = _GuardedLoader(spec.loader)  # type: ignore[assignment]  # all of it is handed on
        return spec


for _module in [module for name, module in sys.modules.items() if name.partition(".")[0] == "whoosh"]:
    safe_pickle.guard(_module)
sys.meta_path.insert(0, _GuardedFinder)
_filetables, _porter2 = _reading_modules()

_NAME = "sections"
_TERMS = f"{_NAME}_1.trm"
_POSTINGS = f"{_NAME}_1.pst"
FILES = frozenset((_TERMS, _POSTINGS)) | PARTS

# The facts of a term: Whoosh's (flags, weight, documents, lengths, weights, ids, then where its postings
# lie), and in how many sections one field has it at most
_EXTENT = Struct("!qi")
_DOCUMENTS = Struct("!5xI")
_FACTS_SIZE, _LARGEST_FIELD = Struct("!BfIBBfII").size, Struct("!I")
_FIELD_NUMBER = Struct("!H")

# One postings block: a signed length (negative: the last one), the pickled facts of the block, its data
_BLOCK_LENGTH = Struct("!i")
_BLOCKS_MAGIC = b"W3Bl"
# Postings of a block: a list is always read whole, so the longer the block, the better it is compressed
_BLOCK_POSTINGS, _COMPRESSION = 2048, 9
# Far above what a block needs, far below what would hurt
_LARGEST_BLOCK = 1 << 20
# Shorter lists would only grow
_WORTH_COMPRESSING = 12
_BROKEN = "The search index is damaged. Build it again from the pack."

Postings = tuple[Sequence[int], Sequence[int]]
"""Sections (or pages) in rising order, and the pattern of each."""


def stem(word: str) -> str:
    """Porter2: the form under which "abused" and "abusing" are one word, and "missed" and "missing" two."""
    return KEPT_APART.get(word) or str(_porter2.stem(word))


def write_postings(fields: Mapping[str, Mapping[str, tuple[Postings, int]]]) -> dict[str, bytes]:
    """The postings as parts of an index: field -> term -> its postings and its largest field."""
    formats, whoosh3, filestore = _writing_modules()

    class PostingsWriter(whoosh3.W3PostingsWriter):  # type: ignore[misc, name-defined]  # Whoosh has no types
        """Whoosh's, but that it adds one number to the facts of a term."""

        def finish_postings(self) -> Any:
            return _TermFacts(super().finish_postings().to_bytes() + _LARGEST_FIELD.pack(codec.largest_field))

    class Codec(whoosh3.W3Codec):  # type: ignore[misc, name-defined]  # Whoosh has no types
        """Whoosh's, but that short lists are not compressed."""

        compression = largest_field = 0

        def postings_writer(self, dbfile: Any, byteids: bool = False) -> PostingsWriter:
            return PostingsWriter(dbfile, _BLOCK_POSTINGS, byteids, self.compression)

    class Field:
        """What Whoosh's writer asks of a field: patterns are kept as weights, nothing else per posting."""

        format = formats.Existence()

    storage, codec = filestore.RamStorage(), Codec()
    writer = codec.field_writer(storage, whoosh3.W3Segment(codec, _NAME, segid="1"))
    for name in (STEMS, TITLE_WORDS):
        for text, term in sorted((term.encode(), term) for term in fields[name]):
            (documents, patterns), codec.largest_field = fields[name][term]
            codec.compression = _COMPRESSION if len(documents) >= _WORTH_COMPRESSING else 0
            writer.start_field(name, Field)
            writer.start_term(text)
            for document, pattern in zip(documents, patterns, strict=True):
                writer.add(document, float(pattern), b"", 1)
            writer.finish_term()
            writer.finish_field()
    writer.close()
    return {name: bytes(storage.files[name]) for name in (_TERMS, _POSTINGS)}


class _TermFacts:
    """The facts of a term as they are written."""

    def __init__(self, facts: bytes) -> None:
        self._facts = facts

    def to_bytes(self) -> bytes:
        """What Whoosh's field writer asks for."""
        return self._facts


class Engine:
    """An open index: what is in it and where each term occurs. Not thread-safe: one per thread."""

    def __init__(self, parts: Mapping[str, Part]) -> None:
        try:
            self.tables = Tables(parts)
            self._terms = _filetables.OrderedHashReader(TermsFile(parts[_TERMS]), parts[_TERMS].size)
            fields = self._terms.extras["fieldmap"]
            self._prefixes = {
                name: _FIELD_NUMBER.pack(fields.get(name, 0xFFFF)) for name in (STEMS, TITLE_WORDS)
            }
        except IndexDamagedError:
            raise
        except Exception as cause:  # whatever Whoosh trips over, the sentence for the worker is the same
            raise IndexDamagedError(_BROKEN) from cause
        self._postings = parts[_POSTINGS]

    def postings(self, stem: str) -> Postings:
        """The sections that have the stem, and the number of the pattern in which they do."""
        sections, patterns = self._read(STEMS, stem)
        if len(sections) and (
            max(sections) >= self.tables.count
            or not 0 <= min(patterns) <= max(patterns) < len(self.tables.patterns)
        ):
            raise IndexDamagedError(_BROKEN)
        return sections, patterns

    def document_frequency(self, stem: str) -> int:
        """How many sections have the stem. Reads no posting."""
        facts = self._facts(STEMS, stem)
        return 0 if facts is None else min(_DOCUMENTS.unpack_from(facts)[0], self.tables.count)

    def largest_field(self, stem: str) -> int:
        """In how many sections the stem stands in that field where most have it."""
        facts = self._facts(STEMS, stem)
        if facts is None:
            return 0
        largest: int = _LARGEST_FIELD.unpack_from(facts, _FACTS_SIZE + _EXTENT.size)[0]
        return min(largest, self.tables.count)

    def pages_titled(self, word: str) -> Sequence[int]:
        """The pages whose title has the word."""
        pages = self._read(TITLE_WORDS, word)[0]
        if len(pages) and max(pages) >= len(self.tables.pages):
            raise IndexDamagedError(_BROKEN)
        return pages

    def title_words(self, prefix: str) -> Iterator[str]:
        """The words of titles that begin so, in alphabetical order."""
        begun = self._prefixes[TITLE_WORDS] + prefix.encode(errors="replace")
        try:
            for key in self._terms.keys_from(begun):
                if not key.startswith(begun):
                    return
                yield key[_FIELD_NUMBER.size :].decode()
        except IndexDamagedError:
            raise
        except Exception as cause:  # as with postings
            raise IndexDamagedError(_BROKEN) from cause

    def _read(self, field: str, term: str) -> Postings:
        documents, patterns = array("I"), array("I")
        try:
            if (facts := self._facts(field, term)) is not None:
                start, length = _EXTENT.unpack_from(facts, _FACTS_SIZE)
                for ids, weights in _read_blocks(self._postings.read(start, start + length)):
                    documents.extend(ids)
                    patterns.extend(weights)
        except IndexDamagedError:
            raise
        except Exception as cause:  # a crafted block may break in any way; none of them may reach the window
            raise IndexDamagedError(_BROKEN) from cause
        return documents, patterns

    def _facts(self, field: str, term: str) -> bytes | None:
        try:
            facts: bytes | None = self._terms.get(self._prefixes[field] + term.encode(errors="replace"))
        except IndexDamagedError:
            raise
        except Exception as cause:  # as with postings
            raise IndexDamagedError(_BROKEN) from cause
        return facts


def open_index(blob: Buffer, expected_hash: str) -> Engine:
    """The index in a blob, which may be a mapped file: looked into, not copied; raises IndexDamagedError."""
    return Engine(read_container(blob, expected_hash, FILES))


def _read_blocks(data: bytes) -> Iterator[tuple[Iterable[int], Iterable[int]]]:
    """The blocks of one posting list: documents and patterns."""
    if data[:4] != _BLOCKS_MAGIC:
        raise IndexDamagedError(_BROKEN)
    at = 4
    length = 1
    while length > 0:
        (length,) = _BLOCK_LENGTH.unpack_from(data, at)
        at += _BLOCK_LENGTH.size
        yield _read_block(data[at : at + abs(length)])
        at += abs(length)


def _read_block(block: bytes) -> tuple[Sequence[int], Sequence[int]]:
    file = io.BytesIO(block)
    facts = safe_pickle.load(file)
    count, data = facts[0], file.read()
    if facts[3]:
        data = zlib.decompressobj().decompress(data, _LARGEST_BLOCK)
    steps, weights, _ = safe_pickle.loads(data)
    # arrays refuse whatever is not a number of their kind, also negative documents
    ids = array("I", accumulate(array("I", steps)))
    if weights is None or isinstance(weights, float):
        patterns = array("I", (1 if weights is None else int(weights),)) * len(ids)
    else:
        patterns = array("I", map(int, weights))
    if not len(ids) == len(patterns) == count:
        raise IndexDamagedError(_BROKEN)
    return ids, patterns
