"""A file made of parts, each read where it lies and checked when it is read.

Opening such a file costs the same at any size, and a damaged part takes no other with it. It is a hash tree
(Merkle, 1987): the head holds the digest of the root, a node of the tree holds the digests of up to 64 nodes
below it, and the lowest nodes say where each part lies and hold its digest. The digests are the first
16 bytes of SHA-256. They show damage, and not who made the file.

From the start: the head, the parts one after another, the rows of the lowest nodes, the rows of the nodes
above them, and so on to the root. Numbers are unsigned and big-endian.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterator, Sequence
from typing import Protocol

from content.errors import damaged_edition
from content.lru_cache import LruCache

HEAD_SIZE = 60
_HEAD = struct.Struct(">16sIQQ16s")  # what it is, its format, how many parts, size of the file, the root
_CHECKED_HEAD = HEAD_SIZE - _HEAD.size
_ROW = struct.Struct(">Q16s")  # where a part starts (40 bits) and how long it is (24 bits), its digest
_DIGEST = 16
_FAN_OUT = 64
_LENGTH_BITS = 24
MOST_BYTES_OF_A_PART = (1 << _LENGTH_BITS) - 1
_MOST_PARTS = 1 << 32
_CACHED_NODES = 128 * 1024
"""Bytes of the tree that are kept, each checked once: some 5,000 rows."""


class Source(Protocol):
    """Bytes that can be read at any place."""

    @property
    def size(self) -> int:
        """How many bytes there are."""

    def read_at(self, offset: int, size: int) -> bytes:
        """These bytes; fewer where the source ends. May raise OSError. Safe in any thread."""


class BytesSource:
    """Bytes that are in memory already."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.size = len(data)

    def read_at(self, offset: int, size: int) -> bytes:
        """A copy of these bytes."""
        return self._data[offset : offset + size]


def write_parts(kind: bytes, file_format: int, parts: Sequence[bytes]) -> bytes:
    """The parts as one file of this kind; the same parts always give the same bytes."""
    rows, offset = [], HEAD_SIZE
    for part in parts:
        if len(part) > MOST_BYTES_OF_A_PART:
            raise ValueError("a part is too long")
        rows.append(_ROW.pack(offset << _LENGTH_BITS | len(part), _digest(part)))
        offset += len(part)
    levels = [rows]
    while len(levels[-1]) > _FAN_OUT:
        levels.append([_digest(node) for node in _nodes(levels[-1])])
    tree = b"".join(row for level in levels for row in level)
    root = _digest(b"".join(levels[-1]))
    head = _HEAD.pack(kind, file_format, len(parts), offset + len(tree), root)
    return b"".join((head, _digest(head)[:_CHECKED_HEAD], *parts, tree))


class Parts:
    """The parts of a source by their numbers. Safe to share between threads.

    Raises EditionDamagedError unless the head and the root are as they were written, and `read` does when
    the part that is asked for is not.
    """

    def __init__(self, source: Source, kind: bytes, file_format: int) -> None:
        self._source = source
        self._nodes = LruCache[tuple[int, int], bytes](_CACHED_NODES)
        self._count, root = self._read_head(kind, file_format)
        self._levels = _level_lengths(self._count)
        tree = sum(length * _row_size(level) for level, length in enumerate(self._levels))
        if HEAD_SIZE + tree > source.size:
            raise damaged_edition()
        self._starts = self._level_starts(source.size - tree)
        self._root = root
        if not self._is_whole(*self._node_place(len(self._levels) - 1, 0), root):
            raise damaged_edition()

    def __len__(self) -> int:
        return self._count

    def read(self, number: int) -> bytes:
        """The bytes of a part, as they were written."""
        if not 0 <= number < self._count:
            raise damaged_edition()
        node = self._node(0, number // _FAN_OUT)
        place, digest = _ROW.unpack_from(node, number % _FAN_OUT * _ROW.size)
        return self._checked(place >> _LENGTH_BITS, place & MOST_BYTES_OF_A_PART, digest)

    def _read_head(self, kind: bytes, file_format: int) -> tuple[int, bytes]:
        head = self._bytes(0, HEAD_SIZE)
        if len(head) != HEAD_SIZE or head[_HEAD.size :] != _digest(head[: _HEAD.size])[:_CHECKED_HEAD]:
            raise damaged_edition()
        found_kind, found_format, count, size, root = _HEAD.unpack_from(head)
        if (found_kind, found_format, size) != (kind, file_format, self._source.size):
            raise damaged_edition()
        if not 0 < count < _MOST_PARTS:
            raise damaged_edition()
        return count, root

    def _level_starts(self, start: int) -> list[int]:
        starts = []
        for level, length in enumerate(self._levels):
            starts.append(start)
            start += length * _row_size(level)
        return starts

    def _node_place(self, level: int, number: int) -> tuple[int, int]:
        """Where a node starts and how long it is."""
        rows = min(_FAN_OUT, self._levels[level] - number * _FAN_OUT)
        return self._starts[level] + number * _FAN_OUT * _row_size(level), rows * _row_size(level)

    def _node(self, level: int, number: int) -> bytes:
        if (cached := self._nodes.get((level, number))) is not None:
            return cached
        digest = self._root
        if level + 1 < len(self._levels):
            at = number % _FAN_OUT * _DIGEST
            digest = self._node(level + 1, number // _FAN_OUT)[at : at + _DIGEST]
        node = self._checked(*self._node_place(level, number), digest)
        return self._nodes.put((level, number), node, len(node))

    def _checked(self, offset: int, size: int, digest: bytes) -> bytes:
        data = self._bytes(offset, size)
        if len(data) != size or _digest(data) != digest:
            raise damaged_edition()
        return data

    def _is_whole(self, offset: int, size: int, digest: bytes) -> bool:
        return _digest(self._bytes(offset, size)) == digest

    def _bytes(self, offset: int, size: int) -> bytes:
        try:
            return self._source.read_at(offset, size)
        except OSError as problem:  # the stick was pulled out, the share is gone
            raise damaged_edition() from problem


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()[:_DIGEST]


def _row_size(level: int) -> int:
    return _DIGEST if level else _ROW.size


def _level_lengths(count: int) -> list[int]:
    """How many rows each level has, the lowest first."""
    lengths = [count]
    while lengths[-1] > _FAN_OUT:
        lengths.append(-(-lengths[-1] // _FAN_OUT))
    return lengths


def _nodes(rows: Sequence[bytes]) -> Iterator[bytes]:
    for start in range(0, len(rows), _FAN_OUT):
        yield b"".join(rows[start : start + _FAN_OUT])
