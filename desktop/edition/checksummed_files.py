"""The files of a compiled edition, and the manifest that shows when a byte of one has changed.

Checksums, not signatures: they show damage, and not who made the edition.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from content.errors import EditionDamagedError
from desktop.errors import FileDamagedError
from desktop.i18n import _
from desktop.store.atomic_file import read_object

FORMAT = 1
LIBRARY = "library.jsonl"
INDEX = "index.bin"
MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class FileDigest:
    """What a file must be: its SHA-256 in hexadecimal and its size in bytes."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """Which pack and edition the files hold, and the digest of each."""

    pack: str
    edition: str
    content_hash: str
    files: Mapping[str, FileDigest]


def manifest_bytes(pack: str, edition: date, content_hash: str, files: Mapping[str, bytes]) -> bytes:
    """The manifest of these files; the same files always give the same bytes."""
    content = {
        "format": FORMAT,
        "pack": pack,
        "edition": edition.isoformat(),
        "content_hash": content_hash,
        "files": {name: {"sha256": _sha256(data), "size": len(data)} for name, data in files.items()},
    }
    return (json.dumps(content, indent=1) + "\n").encode()


def read_manifest(folder: Path) -> Manifest:
    """The manifest in this folder; EditionDamagedError if there is none that this version understands."""
    try:
        found = read_object(folder / MANIFEST)
    except (FileDamagedError, OSError) as error:
        raise damaged(folder / MANIFEST) from error
    if found is None or found.get("format") != FORMAT:
        raise damaged(folder / MANIFEST)
    try:
        return _manifest(found)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise damaged(folder / MANIFEST) from error


def read_verified(folder: Path, name: str, manifest: Manifest) -> bytes:
    """The bytes of a file that are those of the manifest; EditionDamagedError if one of them differs."""
    digest = manifest.files.get(name)
    try:
        data = (folder / name).read_bytes()
    except OSError as error:
        raise damaged(folder / name) from error
    if digest is None or len(data) != digest.size or _sha256(data) != digest.sha256:
        raise damaged(folder / name)
    return data


def damaged(file: Path) -> EditionDamagedError:
    """The one sentence for a file of an edition that is missing or changed."""
    return EditionDamagedError(
        _("The guidance file {file} is missing or damaged: install the program again.").format(file=file)
    )


def _manifest(found: Mapping[str, object]) -> Manifest:
    files = found["files"]
    if not isinstance(files, dict):
        raise TypeError("files is not an object")
    digests = {name: FileDigest(str(one["sha256"]), int(one["size"])) for name, one in files.items()}
    return Manifest(str(found["pack"]), str(found["edition"]), str(found["content_hash"]), digests)


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
