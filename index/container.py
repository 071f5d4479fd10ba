"""The index as one blob, a checksummed container: a head that says what it is, then its parts.

Only what is read is checked: the head when the blob is opened, a part block by block when a block is first
wanted. So opening takes the same time whatever the size, and damage anywhere is told before it can give a
wrong hit. The digests (SHA-256) tell damage, not an attacker: who can write the file can also write those.
"""

from __future__ import annotations

import hashlib
import json
import struct
from collections.abc import Mapping
from typing import Any

from index.errors import IndexDamagedError
from index.schema import SCHEMA_VERSION

_MAGIC = b"handrail-index\n"
_FORMAT = 2
# How long the directory and the digests of the blocks are, unsigned and big-endian; the digest of both
_HEAD = struct.Struct(">II32s")
_DIGEST_SIZE = 32
# A directory holds a handful of names; more is not ours
_LONGEST_DIRECTORY = 4096
# What is checked at once, in bytes: small, since a term is found by a few bytes here and there
_BLOCK_BITS = 14
BLOCK_SIZE = 1 << _BLOCK_BITS

_DAMAGED = "The search index is damaged. Build it again from the pack."
_FOREIGN = "The search index belongs to another edition or another version. Build it again from the pack."

Buffer = bytes | bytearray | memoryview
"""Any bytes in one piece, also those of a mapped file once a memoryview looks at it."""


class Part:
    """One file of a container, read in place. A block is checked when it is first touched."""

    __slots__ = ("_data", "_digests", "_unchecked", "size")

    def __init__(self, data: memoryview, digests: memoryview) -> None:
        self.size = len(data)
        self._data = data
        self._digests = digests
        self._unchecked = bytearray(b"\1" * _blocks(self.size))

    def read(self, start: int, stop: int) -> bytes:
        """The bytes from `start` up to `stop`; IndexDamagedError where they are not what was written."""
        return bytes(self.view(start, stop))

    def view(self, start: int, stop: int) -> memoryview:
        """The same without a copy."""
        if not 0 <= start <= stop <= self.size:
            raise IndexDamagedError(_DAMAGED)
        unchecked = self._unchecked
        for block in range(start >> _BLOCK_BITS, (stop + BLOCK_SIZE - 1) >> _BLOCK_BITS):
            if unchecked[block]:
                self._check(block)
        return self._data[start:stop]

    def whole(self) -> memoryview:
        """All of it, checked, without a copy."""
        return self.view(0, self.size)

    def _check(self, block: int) -> None:
        start, at = block << _BLOCK_BITS, block * _DIGEST_SIZE
        digest = hashlib.sha256(self._data[start : start + BLOCK_SIZE]).digest()
        if digest != self._digests[at : at + _DIGEST_SIZE]:
            raise IndexDamagedError(_DAMAGED)
        self._unchecked[block] = 0


def write_container(parts: Mapping[str, bytes], content_hash: str) -> bytes:
    """The parts as one blob that says which content it was made from."""
    directory = json.dumps(
        {
            "format": _FORMAT,
            "schema_version": SCHEMA_VERSION,
            "content_hash": content_hash,
            "parts": {name: len(data) for name, data in parts.items()},
        }
    ).encode()
    digests = b"".join(digest for data in parts.values() for digest in _digests(data))
    head = _HEAD.pack(len(directory), len(digests), hashlib.sha256(directory + digests).digest())
    return b"".join((_MAGIC, head, directory, digests, *parts.values()))


def read_container(blob: Buffer, expected_hash: str, names: frozenset[str]) -> dict[str, Part]:
    """The parts of a blob; IndexDamagedError unless it is of this content, with just these names.

    Nothing is copied: the parts look into the blob, which must not change while they are used.
    """
    view = memoryview(blob)
    directory, digests, payload = _head(view)
    if (directory.get("format"), directory.get("schema_version")) != (_FORMAT, SCHEMA_VERSION):
        raise IndexDamagedError(_FOREIGN)
    if directory.get("content_hash") != expected_hash:
        raise IndexDamagedError(_FOREIGN)
    sizes = directory.get("parts")
    if not isinstance(sizes, dict) or sizes.keys() != names:
        raise IndexDamagedError("The search index holds files that do not belong there: refused.")
    return _parts(payload, digests, sizes)


def _head(view: memoryview) -> tuple[dict[str, Any], memoryview, memoryview]:
    start = len(_MAGIC) + _HEAD.size
    if len(view) < start or view[: len(_MAGIC)] != _MAGIC:
        raise IndexDamagedError(_DAMAGED)
    length, digests_length, digest = _HEAD.unpack_from(view, len(_MAGIC))
    end = start + length + digests_length
    if length > _LONGEST_DIRECTORY or end > len(view):
        raise IndexDamagedError(_DAMAGED)
    if hashlib.sha256(view[start:end]).digest() != digest:
        raise IndexDamagedError(_DAMAGED)
    try:
        directory = json.loads(bytes(view[start : start + length]))
    except ValueError as cause:
        raise IndexDamagedError(_DAMAGED) from cause
    if not isinstance(directory, dict):
        raise IndexDamagedError(_DAMAGED)
    return directory, view[start + length : end], view[end:]


def _parts(payload: memoryview, digests: memoryview, sizes: Mapping[str, Any]) -> dict[str, Part]:
    parts: dict[str, Part] = {}
    start = digest = 0
    for name, size in sizes.items():
        if not isinstance(size, int) or size < 0:
            raise IndexDamagedError(_DAMAGED)
        next_digest = digest + _blocks(size) * _DIGEST_SIZE
        parts[name] = Part(payload[start : start + size], digests[digest:next_digest])
        start, digest = start + size, next_digest
    if (start, digest) != (len(payload), len(digests)):
        raise IndexDamagedError(_DAMAGED)
    return parts


def _blocks(size: int) -> int:
    return (size + BLOCK_SIZE - 1) >> _BLOCK_BITS


def _digests(data: bytes) -> list[bytes]:
    starts = range(0, len(data), BLOCK_SIZE)
    return [hashlib.sha256(data[start : start + BLOCK_SIZE]).digest() for start in starts]
