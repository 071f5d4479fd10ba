"""From a pack's folder to a library in four stages: load its files, read them, link them, order them."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

from content.findings import Finding, Severity
from content.model import Library
from content.reading.diagnostics import Diagnostics, FieldKey, Reference, SourcePassage
from content.reading.info import read_info
from content.reading.link import Known, Linker, half_references, linked_themes, shareable, unresolved
from content.reading.ordering import in_reading_order
from content.reading.pages import read_pages
from content.reading.progress import Progress, silent
from content.reading.records import PackTables, read_tables
from content.reading.signatures import HeldWords, roles_of
from content.reading.source_files import read_source_files
from content.reading.statements import Statement


@dataclass(frozen=True, slots=True)
class Reading:
    """What could be read of a pack, and everything that stood in the way.

    The library holds only what is whole: ids that lead nowhere and pages that cannot be read are left out,
    each with a finding. It is None when pack.yml itself cannot be read. Make no edition of a reading that
    is not `sound`. `unread` holds the files that are there and could not be read. For authors and for whoever
    signs, `held` tells of every part that asks for a signature, with its words, which the library has only
    where they are signed, and `statements` of each statement with its sources, which no library has.
    """

    library: Library | None
    findings: tuple[Finding, ...]
    references: tuple[Reference, ...] = field(default=(), repr=False)
    passages: tuple[SourcePassage, ...] = field(default=(), repr=False)
    field_lines: Mapping[FieldKey, int] = field(default_factory=dict, repr=False)
    unread: frozenset[str] = frozenset()
    held: tuple[HeldWords, ...] = field(default=(), repr=False)
    statements: tuple[Statement, ...] = field(default=(), repr=False)

    @property
    def sound(self) -> bool:
        """Whether there is a library and no error was found while reading it."""
        return self.library is not None and all(f.severity is not Severity.ERROR for f in self.findings)


def read_pack(folder: Path, progress: Progress = silent) -> Reading:
    """Read a pack; bad content becomes findings. Raises PackUnreadableError when the folder is not a pack."""
    with _collecting_later():
        return _read(folder, progress)


@contextmanager
def _collecting_later() -> Iterator[None]:
    """What is read is kept and holds no circles: looking for garbage in it took a fifth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _read(folder: Path, progress: Progress) -> Reading:
    diagnostics = Diagnostics()
    files = read_source_files(folder, diagnostics)
    opened = read_info(files.tables.get("pack", ""), diagnostics)
    tables = read_tables(files.tables, diagnostics)
    pages = read_pages(files.pages, diagnostics, progress)
    known = Known(pages, files.page_ids, tables, roles_of(opened[0] if opened else None))
    references = [one for one in diagnostics.references if opened or one.kind != "role"]
    diagnostics.findings += unresolved(references, known, diagnostics.unread)
    diagnostics.findings += half_references(diagnostics.passages, known)
    tables = _linked_tables(known, diagnostics)
    linker = Linker(replace(known, tables=tables))
    pages = {page_id: linker.page(page) for page_id, page in known.pages.items()}
    library = in_reading_order(*opened, tables, pages) if opened else None
    return Reading(
        library=library,
        findings=tuple(sorted(set(diagnostics.findings))),
        references=tuple(diagnostics.references),
        passages=tuple(diagnostics.passages),
        field_lines=MappingProxyType(diagnostics.field_lines),
        unread=frozenset(diagnostics.unread),
        held=tuple(map(linker.held, diagnostics.held)),
        statements=tuple(map(linker.statement, diagnostics.statements)),
    )


def _linked_tables(known: Known, diagnostics: Diagnostics) -> PackTables:
    contacts = {id_: shareable(contact) for id_, contact in known.tables.contacts.items()}
    themes = linked_themes(known.tables.themes, diagnostics)
    return replace(known.tables, themes=themes, contacts=contacts)
