"""The guidance, ready to read: compiled beside the program, or made from a pack's source.

`python -m desktop.edition.editions PACK OUT` compiles a pack into the files that a bundle carries.
Opening a compiled edition loads neither YAML nor a Markdown reader nor the index.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from content.compiled import open_compiled
from content.errors import ContentError, EditionDamagedError, PackUnreadableError
from content.model import Library
from desktop.app_paths import EDITION_FOLDER
from desktop.edition.build_fingerprint import (
    fingerprint_of,
    has_fingerprint,
    remove_fingerprint,
    write_fingerprint,
)
from desktop.edition.checksummed_files import INDEX, LIBRARY, MANIFEST, open_file, read_manifest, verify
from desktop.edition.offset_file import OffsetFile
from desktop.i18n import _

OWN_PACK = Path("content", "leeds")
_MANY_PAGES = 500
"""From here on a compile takes longer than somebody waits without a word."""


@dataclass(frozen=True, slots=True)
class Edition:
    """A pack to read. `index_blob` may take long and may raise: call it in the search thread.

    It checks how the index begins and how long it is; its parts are checked by whoever reads them. `verify`
    reads every byte of what was compiled and raises EditionDamagedError. `notice` is a sentence for the
    window when the pack has errors and part of it is left out.
    """

    library: Library
    index_blob: Callable[[], bytes | memoryview]
    content_hash: str
    source: Path
    notice: str = ""
    verify: Callable[[], None] = lambda: None


def open_edition(program_folder: Path, pack_folder: Path | None, cache_folder: Path | None) -> Edition:
    """The edition to show. ContentError carries the sentence when there is none to be had."""
    if pack_folder is not None:
        return _in_memory(pack_folder)
    for folder in (program_folder / EDITION_FOLDER, _beside_the_code()):
        if (folder / MANIFEST).is_file():
            return _compiled(folder)
    own_pack = program_folder / OWN_PACK
    if (own_pack / "pack.yml").is_file():
        return _from_checkout(own_pack, program_folder, cache_folder)
    raise EditionDamagedError(_("The guidance is missing from this program: install the program again."))


def compile_edition(pack_folder: Path, out_folder: Path) -> None:
    """Write a pack as library, index and manifest. A pack with errors is refused and nothing is written.

    The stages of a large pack, which take minutes, are told on stderr.
    """
    from desktop.edition.compile_edition import make_edition, read_library  # needs the source readers

    library, fault = read_library(pack_folder, _tell_stage)
    if fault:
        raise PackUnreadableError(fault)
    make_edition(library, out_folder, _tell_stage)


def _tell_stage(pages: int, stage: str) -> None:
    if pages >= _MANY_PAGES:
        print(
            _("{pages} pages: {stage}").format(pages=f"{pages:,}", stage=stage), file=sys.stderr, flush=True
        )


def _beside_the_code() -> Path:
    """Where a frozen program keeps its modules, if that is not beside the executable."""
    return Path(__file__).resolve().parents[2] / EDITION_FOLDER


def _compiled(folder: Path, replaceable: bool = False) -> Edition:
    """The edition in this folder; a replaceable one is read whole, so that none of its files stays in use."""
    manifest = read_manifest(folder)
    file = open_file(folder, LIBRARY, manifest)
    library = open_compiled(_whole(file) if replaceable else file)

    def index_blob() -> bytes | memoryview:
        index = open_file(folder, INDEX, manifest)
        return _whole(index) if replaceable else index.mapped()

    return Edition(library, index_blob, manifest.content_hash, folder, verify=lambda: verify(folder))


def _whole(file: OffsetFile) -> bytes:
    with closing(file):
        return file.read_at(0, file.size)


def _in_memory(pack: Path) -> Edition:
    from desktop.edition.compile_edition import read_library  # needs the source readers

    return _from_source(*read_library(pack), pack)


def _from_source(library: Library, notice: str, pack: Path) -> Edition:
    from index.build import build_index, content_hash  # loads Whoosh

    return Edition(library, lambda: build_index(library), content_hash(library), pack, notice)


def _from_checkout(pack: Path, program: Path, cache: Path | None) -> Edition:
    if cache is None:
        return _in_memory(pack)
    try:
        return _cached(pack, program, cache)
    except OSError:  # a read-only checkout is as good as any, only slower to start
        return _in_memory(pack)
    except EditionDamagedError:  # two starts wrote at once, or the disk failed: the source is still whole
        remove_fingerprint(cache)
        return _in_memory(pack)


def _cached(pack: Path, program: Path, cache: Path) -> Edition:
    fingerprint = fingerprint_of(pack, program)  # before reading: what changes meanwhile is stale next time
    if not has_fingerprint(cache, fingerprint):
        from desktop.edition.compile_edition import make_edition, read_library  # needs the source readers

        library, fault = read_library(pack)
        if fault:  # part is left out: read it anew at each start, until the pack is put right
            return _from_source(library, fault, pack)
        remove_fingerprint(cache)  # gone first and back last: half a cache never counts as fresh
        make_edition(library, cache)
        write_fingerprint(cache, fingerprint)
    return _with_index_fallback(_compiled(cache, replaceable=sys.platform == "win32"), cache)


def _with_index_fallback(edition: Edition, cache: Path) -> Edition:
    def index_blob() -> bytes | memoryview:
        try:
            return edition.index_blob()
        except EditionDamagedError:  # another start has just replaced it
            from index.build import build_index  # loads Whoosh

            remove_fingerprint(cache)
            return build_index(edition.library)

    return replace(edition, index_blob=index_blob)


def compile_from(argv: list[str]) -> int:
    """The command line of this module: the pack's folder and where the files go."""
    if len(argv) != 2:
        print(_("Name two folders: the pack and where to write the edition."), file=sys.stderr)
        return 2
    try:
        compile_edition(Path(argv[0]), Path(argv[1]))
    except (ContentError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(compile_from(sys.argv[1:]))
