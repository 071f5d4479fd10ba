"""An edition that is damaged is one sentence; a damaged part leaves the others to read."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from content.errors import EditionDamagedError
from content.tree import group_tree, theme_tree
from desktop.edition.checksummed_files import INDEX, LIBRARY, MANIFEST
from desktop.edition.editions import open_edition
from index.container import read_container
from index.engine import FILES
from index.errors import IndexDamagedError


def flipped(data: bytes, at: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


def beginning_flipped(data: bytes) -> bytes:
    return flipped(data, 100)


def shortened(data: bytes) -> bytes:
    return data[:-1]


def lengthened(data: bytes) -> bytes:
    return data + b"\n"


def emptied(data: bytes) -> bytes:
    return data[:0]


@pytest.mark.parametrize("name", [LIBRARY, INDEX])
@pytest.mark.parametrize("harm", [beginning_flipped, shortened, lengthened, emptied])
def test_a_file_that_begins_or_ends_otherwise_is_one_sentence(
    bundle: Path, name: str, harm: Callable[[bytes], bytes]
) -> None:
    file = bundle / "edition" / name
    file.write_bytes(harm(file.read_bytes()))
    with pytest.raises(EditionDamagedError, match=f"{name} is missing or damaged"):
        open_edition(bundle, None, None).index_blob()


@pytest.mark.parametrize("name", [LIBRARY, INDEX])
def test_a_wrong_byte_anywhere_is_seen_when_all_is_verified(bundle: Path, name: str) -> None:
    open_edition(bundle, None, None).verify()
    file = bundle / "edition" / name
    file.write_bytes(flipped(file.read_bytes(), file.stat().st_size // 2))
    with pytest.raises(EditionDamagedError, match=f"{name} is missing or damaged"):
        open_edition(bundle, None, None).verify()


def test_a_start_reads_no_more_of_a_bundle_than_it_shows(bundle: Path) -> None:
    """Else it takes longer the more guidance there is."""
    file = bundle / "edition" / LIBRARY
    whole = open_edition(bundle, None, None).library
    middle = file.stat().st_size // 2
    file.write_bytes(flipped(file.read_bytes(), middle))
    library = open_edition(bundle, None, None).library
    assert theme_tree(library).count == group_tree(library).count == len(whole.heads)
    damaged = 0
    for page in whole.pages:
        try:
            assert library.pages[page] == whole.pages[page]
        except EditionDamagedError:
            damaged += 1
    assert damaged <= 1


def test_a_wrong_byte_in_the_index_leaves_the_guidance_to_read(bundle: Path) -> None:
    file = bundle / "edition" / INDEX
    file.write_bytes(flipped(file.read_bytes(), file.stat().st_size - 1000))
    edition = open_edition(bundle, None, None)
    assert all(edition.library.pages[page] for page in edition.library.heads)
    with pytest.raises(EditionDamagedError):
        edition.verify()
    parts = read_container(edition.index_blob(), edition.content_hash, FILES).values()
    with pytest.raises(IndexDamagedError):
        any(part.whole() is None for part in parts)


@pytest.mark.parametrize(
    "manifest",
    [
        b"",
        b"[]",
        b"{}",
        b'{"format": 99}',
        b'{"format": 2}',
        b'{"format": 3}',
        b'{"format": 1e999}',
        b'{"format": 3, "checksum": "", "files": {}}',
        b'{"format": 3, "size": %s}' % (b"9" * 5000),
        *(b'{"format": 3, "a": %s}' % (b"[" * deep + b"]" * deep) for deep in range(900, 1000, 7)),
    ],
)
def test_a_damaged_manifest_is_one_sentence(bundle: Path, manifest: bytes) -> None:
    (bundle / "edition" / MANIFEST).write_bytes(manifest)
    with pytest.raises(EditionDamagedError, match="install the program again"):
        open_edition(bundle, None, None)


def with_checksum(manifest: dict[str, Any]) -> bytes:
    """As by somebody who knows how the checksum is made, which is no secret."""
    rest = {name: value for name, value in manifest.items() if name != "checksum"}
    checksum = hashlib.sha256(json.dumps(rest, sort_keys=True).encode()).hexdigest()
    return json.dumps({**rest, "checksum": checksum}).encode()


def read_manifest_of(bundle: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((bundle / "edition" / MANIFEST).read_bytes())
    return found


def refused(bundle: Path, manifest: bytes) -> None:
    (bundle / "edition" / MANIFEST).write_bytes(manifest)
    with pytest.raises(EditionDamagedError, match="install the program again"):
        open_edition(bundle, None, None)


def test_what_the_manifest_says_has_a_checksum_and_how_it_is_spaced_does_not(bundle: Path) -> None:
    manifest = read_manifest_of(bundle)
    (bundle / "edition" / MANIFEST).write_bytes(json.dumps(manifest).encode())
    open_edition(bundle, None, None).verify()
    refused(bundle, json.dumps({**manifest, "edition": "2020-01-01"}).encode())
    refused(bundle, json.dumps({**manifest, "more": 1}).encode())


@pytest.mark.parametrize(
    "field",
    [
        {"pack": 5},
        {"edition": "2026-02-30"},
        {"edition": "20261101"},
        {"content_hash": "h"},
        {"content_hash": None},
        {"files": []},
        {"files": {}},
        {"files": {LIBRARY: 5}},
    ],
)
def test_a_field_that_is_never_written_so_is_refused(bundle: Path, field: dict[str, Any]) -> None:
    refused(bundle, with_checksum({**read_manifest_of(bundle), **field}))


@pytest.mark.parametrize("size", ["many", math.inf, -math.inf, math.nan, -1, 1.5, True, None, 10**400])
def test_a_size_that_no_file_has_is_refused(bundle: Path, size: object) -> None:
    manifest = read_manifest_of(bundle)
    manifest["files"][LIBRARY]["size"] = size
    refused(bundle, with_checksum(manifest))


@pytest.mark.parametrize("name", ["head", "sha256"])
@pytest.mark.parametrize("digest", ["", "A" * 64, "0" * 63, "0" * 65, None, ["0" * 64]])
def test_a_digest_that_is_none_is_refused(bundle: Path, name: str, digest: object) -> None:
    manifest = read_manifest_of(bundle)
    manifest["files"][INDEX][name] = digest
    refused(bundle, with_checksum(manifest))
