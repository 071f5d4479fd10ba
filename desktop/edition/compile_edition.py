"""From a pack's source to an edition, with the program's own handbook behind it.

Loads YAML, Markdown and Whoosh: import it only to compile.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from content.compiled import compile_library
from content.errors import ContentError, PackUnreadableError
from content.findings import Severity
from content.join import join
from content.model import Library
from desktop.edition.build_fingerprint import HANDBOOK
from desktop.edition.checksummed_files import FORMER_LIBRARY, INDEX, LIBRARY, MANIFEST, manifest_bytes
from desktop.i18n import _, ngettext
from desktop.store.atomic_file import write_atomically
from desktop.store.leftovers import remove_unfinished
from index.build import build_index, content_hash
from index.similar_pages import with_related

try:
    from content.reading.read import Reading, read_pack
except ImportError as error:  # a bundle carries its edition compiled, and no YAML
    raise PackUnreadableError(
        _("This build of the program opens only the guidance it came with, not pack folders.")
    ) from error

Tell = Callable[[int, str], None]
"""Hears of each stage of a compile when it is done: of how many pages, and what was done with them."""
FOR_EVERYONE = 0o666
"""Before the umask: an edition is read by every account of the computer it is installed on."""


def tell_nobody(_pages: int, _stage: str) -> None:
    """For a compile that nobody watches."""


def read_library(pack: Path, tell: Tell = tell_nobody) -> tuple[Library, str]:
    """The pack as far as it is whole, and a sentence if part of it is not; PackUnreadableError if none is.

    The handbook stands behind it, unless it is the pack itself or uses the same id: guidance comes first.
    Pages whose author named no related pages are given those most like them.
    """
    library, fault = _with_handbook(pack)
    tell(len(library.heads), _("read"))
    library = with_related(library)
    tell(len(library.heads), _("related pages found"))
    return library, fault


def _with_handbook(pack: Path) -> tuple[Library, str]:
    library, fault = _read(pack)
    if pack.resolve() == HANDBOOK:
        return library, fault
    try:
        handbook, own_fault = _read(HANDBOOK)
        return join(library, handbook), fault or own_fault
    except ContentError as error:
        return library, fault or str(error)


def _read(pack: Path) -> tuple[Library, str]:
    reading = read_pack(pack)
    if reading.library is None:
        raise PackUnreadableError(_faults(pack, reading))
    return reading.library, "" if reading.sound else _faults(pack, reading)


def make_edition(library: Library, folder: Path, tell: Tell = tell_nobody) -> None:
    """Write library, index and manifest into the folder, each file whole, the manifest last."""
    compiled = compile_library(library)
    tell(len(library.heads), _("compiled"))
    files = {LIBRARY: compiled, INDEX: build_index(library)}
    tell(len(library.heads), _("indexed"))
    manifest = manifest_bytes(library.info.id, library.info.edition, content_hash(library), files)
    for name, data in {**files, MANIFEST: manifest}.items():
        remove_unfinished(folder / name)
        write_atomically(folder / name, data, FOR_EVERYONE)
    with suppress(OSError):
        (folder / FORMER_LIBRARY).unlink()


def _faults(pack: Path, reading: Reading) -> str:
    """One sentence for a pack with errors: the first of them, and how to see all."""
    errors = [one for one in reading.findings if one.severity is Severity.ERROR]
    first = str(errors[0]) if errors else ""
    sentence = ngettext(
        "The pack has {number} error ({first}): “check {folder}” says more.",
        "The pack has {number} errors ({first}): “check {folder}” lists them all.",
        len(errors),
    )
    return sentence.format(number=len(errors), first=first.rstrip("."), folder=pack)
