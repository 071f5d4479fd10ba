"""Small real things the tests of the Qt-free rooms share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from content.model import Library, PackInfo, Page, PageHead, Status

LibraryOf = Callable[..., Library]


@pytest.fixture
def library_of() -> LibraryOf:
    """Make a library of bare pages: id -> the ids it had before."""

    def make(**renamed_from: tuple[str, ...]) -> Library:
        heads = {id: _head(id, old) for id, old in renamed_from.items()}
        pages = {id: Page(head, (), (), ()) for id, head in heads.items()}
        info = PackInfo("tiny", "Tiny", "Nobody", "en-GB", date(2026, 11, 1), "CC BY 4.0", Status.DRAFT)
        return Library(info, {}, {}, {}, {}, (), (), (), heads, pages)

    return make


@pytest.fixture
def unwritable(tmp_path: Path) -> Path:
    """A folder that no account can make, root included: it would have to stand below a file."""
    (tmp_path / "file").write_bytes(b"in the way")
    return tmp_path / "file" / "folder"


def _head(id: str, renamed_from: tuple[str, ...]) -> PageHead:
    today = date(2026, 11, 1)
    return PageHead(id, id.title(), "do_now", (), (), (), (), today, today, "", renamed_from=renamed_from)
