"""The index as one blob, a checksummed container: a header that says what it is, then its files.

The digest (SHA-256) tells damage, not an attacker: who can write the file can also write the digest.
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
_FORMAT = 1
# Header length: unsigned, four bytes, big-endian
_LENGTH = struct.Struct(">I")
# A header holds a handful of names; more is not ours
_LONGEST_HEADER = 4096

_DAMAGED = "The search index is damaged. Build it again from the pack."
_FOREIGN = "The search index belongs to another edition or another version. Build it again from the pack."


def write_container(files: Mapping[str, bytes], content_hash: str) -> bytes:
    """The files as one blob that says which content it was made from."""
    payload = b"".join(files.values())
    header = json.dumps(
        {
            "format": _FORMAT,
            "schema_version": SCHEMA_VERSION,
            "content_hash": content_hash,
            "sha256": hashlib.sha256(payload).hexdigest(),
            "files": {name: len(data) for name, data in files.items()},
        }
    ).encode()
    return b"".join((_MAGIC, _LENGTH.pack(len(header)), header, payload))


def read_container(blob: bytes, expected_hash: str, names: frozenset[str]) -> dict[str, bytes]:
    """The files of a blob; IndexDamagedError unless it is whole, of this content, with just these names."""
    header, payload = _header_and_payload(blob)
    if (header.get("format"), header.get("schema_version")) != (_FORMAT, SCHEMA_VERSION):
        raise IndexDamagedError(_FOREIGN)
    if header.get("content_hash") != expected_hash:
        raise IndexDamagedError(_FOREIGN)
    if header.get("sha256") != hashlib.sha256(payload).hexdigest():
        raise IndexDamagedError(_DAMAGED)
    sizes = header.get("files")
    if not isinstance(sizes, dict) or sizes.keys() != names:
        raise IndexDamagedError("The search index holds files that do not belong there: refused.")
    return _files(payload, sizes)


def _header_and_payload(blob: bytes) -> tuple[dict[str, Any], bytes]:
    start = len(_MAGIC) + _LENGTH.size
    if not blob.startswith(_MAGIC) or len(blob) < start:
        raise IndexDamagedError(_DAMAGED)
    (length,) = _LENGTH.unpack_from(blob, len(_MAGIC))
    if length > _LONGEST_HEADER:
        raise IndexDamagedError(_DAMAGED)
    try:
        header = json.loads(blob[start : start + length])
    except ValueError as cause:
        raise IndexDamagedError(_DAMAGED) from cause
    if not isinstance(header, dict):
        raise IndexDamagedError(_DAMAGED)
    return header, blob[start + length :]


def _files(payload: bytes, sizes: Mapping[str, Any]) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    start = 0
    for name, size in sizes.items():
        if not isinstance(size, int) or size < 0:
            raise IndexDamagedError(_DAMAGED)
        files[name] = payload[start : start + size]
        start += size
    if start != len(payload):
        raise IndexDamagedError(_DAMAGED)
    return files
