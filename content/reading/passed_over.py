"""Files that nobody reads: the author is told, because a page with a wrong name is missing guidance."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from content.findings import Finding, error, warning

_JUNK = re.compile(
    r"\.|~\$|#.*#$|.*~$|.*\.(?:swp|swo|tmp|lock)$|(?:thumbs\.db|ehthumbs\.db|desktop\.ini|icon\r|__macosx)$",
    re.IGNORECASE,
)
"""What systems and editors leave in folders: shadows of a Mac, locks of an editor, pictures of Windows."""
_DEVICE = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³]|conin\$|conout\$)\s*(?:\.|$)", re.IGNORECASE)
_MOST_NAMED = 100
"""Files of one folder that are named one by one."""


def is_junk(name: str) -> bool:
    """Whether the author does not know of this file and need not."""
    return _JUNK.match(name) is not None


def unusable_names(names: Iterable[str], above: str = "") -> Iterator[Finding]:
    """Names that Windows keeps for its devices, whatever follows their dot."""
    for name in names:
        if _DEVICE.match(name):
            sentence = f'Windows cannot hold a file called "{name}": choose another name.'
            yield error(above + name, 1, "device-name", sentence)


def passed_over_in_pack(folder: Path, read: Collection[str]) -> Iterator[Finding]:
    """What lies beside pack.yml and is not read."""
    for name in _others(folder, read):
        near = _meant(name, read)
        if near:
            sentence = f'Nothing reads "{name}": the name must be {near}, letter for letter.'
            yield error(name, 1, "not-read", sentence)
        elif _looks_like_page(name) and not name.partition(".")[0].isupper():  # as README.md is
            yield error(name, 1, "not-read", "Nothing reads this page here: put it into pages/.")
        elif (folder / name).is_dir() and not (folder / name).is_symlink():
            yield from _in_folder(folder, name)
        else:
            yield warning(name, 1, "not-read", "Nothing reads this file: take it out, or look at its name.")


def passed_over_in_pages(folder: Path, read: Collection[str]) -> Iterator[Finding]:
    """What lies in pages/ and is no page."""
    for name in _others(folder, read):
        path = f"pages/{name}"
        if _looks_like_page(name):
            sentence = "Nothing reads this file: the name of a page ends in .md, in small letters."
            yield error(path, 1, "not-read", sentence)
        elif (folder / name).is_dir() and not (folder / name).is_symlink():
            yield from _in_folder(folder.parent, path)
        else:
            yield warning(path, 1, "not-read", "Nothing reads this file: take it out, or look at its name.")


def _others(folder: Path, read: Collection[str]) -> list[str]:
    return sorted(one.name for one in folder.iterdir() if one.name not in read and not is_junk(one.name))


def _meant(name: str, known: Collection[str]) -> str:
    """The name that this one was meant to be: another case, another ending, a slip."""
    plain = {one.casefold().partition(".")[0]: one for one in known}
    stem = name.casefold().partition(".")[0]
    if stem in plain:
        return plain[stem]
    near = difflib.get_close_matches(name.casefold(), known, 1, 0.85)
    return near[0] if near else ""


def _looks_like_page(name: str) -> bool:
    return re.search(r"\.(?:md|markdown|mdown|mkd)(?:\.|$)", name, re.IGNORECASE) is not None


def _in_folder(root: Path, path: str) -> Iterator[Finding]:
    """Each page in a folder of a folder; its other files are not meant to be guidance."""
    files = sorted(file for file in (root / path).rglob("*") if not is_junk(file.name))
    pages = [file for file in files if _looks_like_page(file.name)]
    for file in pages[:_MOST_NAMED]:
        sentence = "Nothing reads folders in folders: move this page up into pages/."
        yield error(file.relative_to(root).as_posix(), 1, "not-read", sentence)
    if files and not pages:
        yield warning(path, 1, "not-read", "Nothing reads this folder: take it out, or look at its name.")
