"""The files of a compiled edition, and the manifest that shows when they are not what was compiled.

All hangs on the manifest, which has a checksum of itself and is read strictly. A start reads the size of a
file and its first bytes. In these the file itself holds the digests of its parts, which are checked when they
are read; so no start waits for what it does not show. The digest of the whole is for `verify`. Checksums, not
signatures: they show damage, and not who made the edition.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from content.errors import EditionDamagedError
from desktop.edition.offset_file import OffsetFile
from desktop.errors import FileDamagedError
from desktop.i18n import _
from desktop.store.atomic_file import read_object

FORMAT = 3  # 1: without the digest of a file's first bytes; 2: without a checksum of the manifest
LIBRARY = "library.bin"
FORMER_LIBRARY = "library.jsonl"
"""Where the library stood up to format 1: the next compile removes it; until then it is told as a trace."""
INDEX = "index.bin"
MANIFEST = "manifest.json"
_CHECKSUM = "checksum"
_DIGEST = re.compile(r"[0-9a-f]{64}")
HEAD_SIZE = 4096
"""First bytes of each file that are checked at every start: its own digests hang on what stands there."""


@dataclass(frozen=True, slots=True)
class FileDigest:
    """What a file must be: its size in bytes, and the SHA-256 of its first bytes and of all, in hex."""

    size: int
    head: str
    sha256: str


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
        "files": {name: asdict(_digest_of(data)) for name, data in files.items()},
    }
    content[_CHECKSUM] = _checksum_of(content)
    return (json.dumps(content, indent=1) + "\n").encode()


def read_manifest(folder: Path) -> Manifest:
    """The manifest in this folder; EditionDamagedError if there is none that this version understands."""
    try:
        found = read_object(folder / MANIFEST)
    except (FileDamagedError, OSError) as error:
        raise damaged(folder / MANIFEST) from error
    manifest = _manifest(found) if found and _is_as_written(found) else None
    if manifest is None:
        raise damaged(folder / MANIFEST)
    return manifest


def open_file(folder: Path, name: str, manifest: Manifest) -> OffsetFile:
    """The file, to be read at any place; EditionDamagedError unless it begins and is as long as it must."""
    digest = manifest.files.get(name)
    try:
        file = OffsetFile(folder / name)
        head = file.read_at(0, HEAD_SIZE)
    except OSError as error:
        raise damaged(folder / name) from error
    if digest is None or file.size != digest.size or _sha256(head) != digest.head:
        raise damaged(folder / name)
    return file


def verify(folder: Path) -> None:
    """Read every byte of an edition; EditionDamagedError names the first file that is not as compiled."""
    manifest = read_manifest(folder)
    for name in (LIBRARY, INDEX):
        file = open_file(folder, name, manifest)
        if _sha256(file.read_at(0, file.size)) != manifest.files[name].sha256:
            raise damaged(folder / name)


def damaged(file: Path) -> EditionDamagedError:
    """The one sentence for a file of an edition that is missing or changed."""
    return EditionDamagedError(
        _("The guidance file {file} is missing or damaged: install the program again.").format(file=file)
    )


def _is_as_written(found: Mapping[str, object]) -> bool:
    rest = {name: value for name, value in found.items() if name != _CHECKSUM}
    try:
        return found.get("format") == FORMAT and found.get(_CHECKSUM) == _checksum_of(rest)
    except RecursionError:  # nested as deep as can just be read
        return False


def _checksum_of(content: Mapping[str, object]) -> str:
    """Of what is said, not of how it is spaced."""
    return _sha256(json.dumps(content, sort_keys=True).encode())


def _manifest(found: Mapping[str, object]) -> Manifest | None:
    """What the manifest says, or None where a field is not as it is ever written."""
    pack, edition, content, files = (found.get(name) for name in ("pack", "edition", "content_hash", "files"))
    if not (isinstance(pack, str) and _is_date(edition) and _is_digest(content) and isinstance(files, dict)):
        return None
    digests = {name: _file_digest(one) for name, one in files.items()}
    whole = {name: one for name, one in digests.items() if one is not None}
    return Manifest(pack, str(edition), str(content), whole) if set(whole) == set(digests) else None


def _file_digest(found: object) -> FileDigest | None:
    if not isinstance(found, dict):
        return None
    size, head, sha256 = (found.get(name) for name in ("size", "head", "sha256"))
    if type(size) is not int or size < 0 or not (_is_digest(head) and _is_digest(sha256)):
        return None  # 1e999 is infinity, which no file is as long as
    return FileDigest(size, str(head), str(sha256))


def _is_digest(found: object) -> bool:
    return isinstance(found, str) and _DIGEST.fullmatch(found) is not None


def _is_date(found: object) -> bool:
    try:
        return isinstance(found, str) and date.fromisoformat(found).isoformat() == found
    except ValueError:
        return False


def _digest_of(data: bytes) -> FileDigest:
    return FileDigest(len(data), _sha256(data[:HEAD_SIZE]), _sha256(data))


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
