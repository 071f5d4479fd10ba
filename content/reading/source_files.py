"""The first stage of reading: a pack's files as text, none too large, none leading out of the folder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from content.errors import PackUnreadableError
from content.reading.control_characters import SENTENCE, find_control_character
from content.reading.diagnostics import Diagnostics

PACK_FILE = "pack.yml"
TABLES = ("themes", "groups", "contacts", "sources", "synonyms", "glossary", "questions")
NEEDED = ("themes", "groups")
MOST_BYTES = 256 * 1024  # per file: the longest page of guidance is under 40 kB
MOST_PAGES = 20_000
"""Twice as many as the largest pack that is measured; each page costs the author's computer 10 ms."""


@dataclass(frozen=True, slots=True)
class SourceFiles:
    """The pack's text as it lies in the folder; `pages` is by page id, in the order of the names.

    `page_ids` also names pages that could not be read, or are too many.
    """

    tables: dict[str, str]
    pages: dict[str, str]
    page_ids: frozenset[str]


def page_path(page_id: str) -> str:
    """Where a page lies in the pack."""
    return f"pages/{page_id}.md"


def read_source_files(folder: Path, diagnostics: Diagnostics) -> SourceFiles:
    """Read every file that a pack is made of; raises PackUnreadableError when the folder is not a pack."""
    if not (folder / PACK_FILE).is_file():
        raise PackUnreadableError(f"{folder} is not a pack: choose the folder that holds {PACK_FILE}.")
    files = sorted((folder / "pages").glob("*.md"))
    return SourceFiles(
        dict(_tables(folder, diagnostics)),
        dict(_pages(folder, files, diagnostics)),
        frozenset(file.stem for file in files),
    )


def _tables(folder: Path, diagnostics: Diagnostics) -> Iterator[tuple[str, str]]:
    for name in ("pack", *TABLES):
        path = f"{name}.yml"
        if (folder / path).exists():
            if (text := _text(folder, path, diagnostics)) is not None:
                yield name, text
        elif name in NEEDED:
            diagnostics.error(path, 1, "missing-file", f"The file {path} is missing from the pack.")


def _pages(folder: Path, found: Sequence[Path], diagnostics: Diagnostics) -> Iterator[tuple[str, str]]:
    if not found:
        diagnostics.error(
            "pages", 1, "missing-file", "The pack has no pages: put them into pages/ as .md files."
        )
    if len(found) > MOST_PAGES:
        sentence = f"A pack holds at most {MOST_PAGES:,} pages, and this one has {len(found):,}."
        diagnostics.error("pages", 1, "too-large", sentence)
    for file in found[:MOST_PAGES]:
        if (text := _text(folder, f"pages/{file.name}", diagnostics)) is not None:
            yield file.stem, text


def _text(folder: Path, path: str, diagnostics: Diagnostics) -> str | None:
    data = _bytes(folder / path, path, diagnostics)
    if data is None:
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        diagnostics.error(path, line, "encoding", "This line is not valid UTF-8: save the file as UTF-8.")
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if (offset := find_control_character(text)) is not None:
        diagnostics.error(path, text.count("\n", 0, offset) + 1, "encoding", SENTENCE)
        return None
    return text


def _bytes(file: Path, path: str, diagnostics: Diagnostics) -> bytes | None:
    if file.is_symlink() or file.parent.is_symlink():
        diagnostics.error(path, 1, "link", "This is a link to another place: put the file itself here.")
        return None
    try:
        with file.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
    except OSError as problem:
        diagnostics.error(
            path, 1, "unreadable", f"This file cannot be read: {problem.strerror or 'it is no file'}."
        )
        return None
    if len(data) > MOST_BYTES:
        diagnostics.error(path, 1, "too-large", f"This file is larger than {MOST_BYTES:,} bytes: split it.")
        return None
    return data
