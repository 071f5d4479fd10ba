"""From a pack's source to an edition. Loads YAML, Markdown and Whoosh: import it only to compile."""

from __future__ import annotations

from pathlib import Path

from content.compiled import compile_library
from content.errors import PackUnreadable
from content.findings import Finding, Severity
from content.model import Library
from desktop.safe_file import write_whole
from desktop.sealed_files import INDEX, LIBRARY, MANIFEST, manifest_bytes
from desktop.words import _
from index.build import build_index, content_hash

try:
    from content.read import read_pack
except ImportError as error:  # a bundle carries its edition compiled, and no YAML
    raise PackUnreadable(
        _("This build of the program opens only the guidance it came with, not pack folders.")
    ) from error

__all__ = ["build_index", "content_hash", "make_edition", "read_library", "read_without_errors"]


def read_library(pack: Path) -> Library:
    """The pack as far as it can be read, with its errors if it must be; PackUnreadable if it cannot."""
    reading = read_pack(pack)
    if reading.library is None:
        raise _unusable(pack, reading.findings)
    return reading.library


def read_without_errors(pack: Path) -> Library:
    """The pack, fit to be given to workers; PackUnreadable names the first error otherwise."""
    reading = read_pack(pack)
    errors = tuple(one for one in reading.findings if one.severity is Severity.ERROR)
    if reading.library is None or errors:
        raise _unusable(pack, errors)
    return reading.library


def make_edition(library: Library, folder: Path) -> None:
    """Write library, index and manifest into the folder, each file whole, the manifest last."""
    files = {LIBRARY: compile_library(library), INDEX: build_index(library)}
    manifest = manifest_bytes(library.info.id, library.info.edition, content_hash(library), files)
    for name, data in files.items():
        write_whole(folder / name, data)
    write_whole(folder / MANIFEST, manifest)


def _unusable(pack: Path, findings: tuple[Finding, ...]) -> PackUnreadable:
    first = f" ({findings[0]})" if findings else ""
    return PackUnreadable(
        _("The pack in {folder} has errors{first}; run “check {folder}” to see them all.").format(
            folder=pack, first=first
        )
    )
