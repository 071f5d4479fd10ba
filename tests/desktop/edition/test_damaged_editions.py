"""An edition that is damaged is one sentence; a damaged part leaves the others to read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

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
        b'{"format": 1}',
        b'{"format": 1e999}',
        b'{"format": 2}',
        b'{"format": 2, "pack": "p", "edition": "e", "content_hash": "h", "files": []}',
        b'{"format": 2, "pack": "p", "edition": "e", "content_hash": "h", "files": {}}',
        b'{"format": 2, "pack": "p", "edition": "e", "content_hash": "h", "files": {"library.bin": 5}}',
        *(
            b'{"format": 2, "pack": "p", "edition": "e", "content_hash": "h",'
            b' "files": {"library.bin": {"sha256": "", "head": "", "size": %s}}}' % size
            for size in (b'"many"', b"1e999", b"-1e999", b"NaN", b"-1", b"1.5", b"true", b"null", b"9" * 5000)
        ),
    ],
)
def test_a_damaged_manifest_is_one_sentence(bundle: Path, manifest: bytes) -> None:
    (bundle / "edition" / MANIFEST).write_bytes(manifest)
    with pytest.raises(EditionDamagedError, match="install the program again"):
        open_edition(bundle, None, None)
