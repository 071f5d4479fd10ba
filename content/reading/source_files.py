"""The first stage of reading: a pack's files as text, none too large, none leading out of the folder."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from content.errors import PackUnreadableError
from content.reading.broken_letters import broken_letters, sentence
from content.reading.diagnostics import Diagnostics
from content.reading.invisible_signs import invisible_signs
from content.reading.passed_over import is_junk, passed_over_in_pack, passed_over_in_pages, unusable_names
from content.reading.regular_file import read_regular

PACK_FILE = "pack.yml"
TABLES = ("themes", "groups", "contacts", "sources", "synonyms", "glossary", "questions", "hazards")
NEEDED = ("themes", "groups")
_READ = frozenset({PACK_FILE, "pages", *(f"{name}.yml" for name in TABLES)})
_LINK = "This is a link to another place: put the file itself here."
MOST_BYTES = 512 * 1024  # per file: the longest page of guidance is under 40 kB, 640 sources take 240 kB
MOST_SIGNS = 100
"""Signs that nobody sees, named in one file: whoever has more of them cleans the whole file at once."""
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
    folder = folder.resolve()  # the folder itself may be a link, such as current -> 2026-11
    there = frozenset(one.name for one in folder.iterdir())
    files = _page_files(folder / "pages", diagnostics)
    diagnostics.findings += (*unusable_names(sorted(there)), *passed_over_in_pack(folder, _READ))
    return SourceFiles(
        dict(_tables(folder, there, diagnostics)),
        dict(_pages(folder, files, diagnostics)),
        frozenset(file.stem for file in files),
    )


def _page_files(folder: Path, diagnostics: Diagnostics) -> list[Path]:
    """What is called as a page is, in the order of the names; the rest is named."""
    if folder.is_symlink():
        diagnostics.error("pages", 1, "link", _LINK)
        diagnostics.unread.add("pages")
    if folder.is_symlink() or not folder.is_dir():
        return []
    names = sorted(one.name for one in folder.iterdir())
    read = frozenset(name for name in names if name.endswith(".md") and not is_junk(name))
    diagnostics.findings += (*unusable_names(names, "pages/"), *passed_over_in_pages(folder, read))
    return [folder / name for name in sorted(read)]


def _tables(folder: Path, there: Collection[str], diagnostics: Diagnostics) -> Iterator[tuple[str, str]]:
    for name in ("pack", *TABLES):
        path = f"{name}.yml"
        if path in there:
            if (text := _text(folder, path, diagnostics)) is not None:
                yield name, text
        elif name in NEEDED:
            diagnostics.error(path, 1, "missing-file", f"The file {path} is missing from the pack.")
            diagnostics.unread.add(path)


def _pages(folder: Path, found: Sequence[Path], diagnostics: Diagnostics) -> Iterator[tuple[str, str]]:
    if not found and "pages" not in diagnostics.unread:
        diagnostics.error(
            "pages", 1, "missing-file", "The pack has no pages: put them into pages/ as .md files."
        )
    if len(found) > MOST_PAGES:
        most = f"A pack holds at most {MOST_PAGES:,} pages, and this one has {len(found):,}."
        diagnostics.error("pages", 1, "too-large", most)
    for file in found[:MOST_PAGES]:
        if (text := _text(folder, f"pages/{file.name}", diagnostics)) is not None:
            yield file.stem, text


def _text(folder: Path, path: str, diagnostics: Diagnostics) -> str | None:
    text = _readable(folder, path, diagnostics)
    if text is None:
        diagnostics.unread.add(path)
    return text


def _readable(folder: Path, path: str, diagnostics: Diagnostics) -> str | None:
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
    for at, seen in broken_letters(text):
        diagnostics.error(path, text.count("\n", 0, at) + 1, "broken-letters", sentence(seen))
    return text if _is_all_seen(text, path, diagnostics) else None


def _is_all_seen(text: str, path: str, diagnostics: Diagnostics) -> bool:
    """Whether no sign hides in the text; each line that holds some is named with the first of them."""
    found: dict[int, str] = {}
    for sign in islice(invisible_signs(text), MOST_SIGNS):
        found.setdefault(text.count("\n", 0, sign.offset) + 1, sign.sentence)
    for line, told in found.items():
        diagnostics.error(path, line, "encoding", told)
    return not found


def _bytes(file: Path, path: str, diagnostics: Diagnostics) -> bytes | None:
    if file.is_symlink():
        diagnostics.error(path, 1, "link", _LINK)
        return None
    try:
        data = read_regular(file, MOST_BYTES + 1)
    except OSError as problem:
        diagnostics.error(
            path, 1, "unreadable", f"This file cannot be read: {problem.strerror or 'it is no file'}."
        )
        return None
    if len(data) > MOST_BYTES:
        diagnostics.error(path, 1, "too-large", f"This file is larger than {MOST_BYTES:,} bytes: split it.")
        return None
    return data
