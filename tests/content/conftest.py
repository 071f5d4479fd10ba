"""A copy of the small pack that a test may break."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from content.checks.check import check
from content.findings import Finding
from content.model import Library
from content.reading.read import read_pack

SMALL = Path(__file__).parent.parent / "packs" / "small"
TODAY = date(2026, 11, 23)


@dataclass(frozen=True)
class EditablePack:
    """Real files in a folder of the test's own."""

    folder: Path

    def edit(self, path: str, old: str, new: str) -> None:
        file = self.folder / path
        text = file.read_text("utf-8")
        assert text.count(old) >= 1, f"{path} does not hold {old!r}"
        file.write_text(text.replace(old, new, 1), "utf-8")

    def append(self, path: str, text: str) -> None:
        with (self.folder / path).open("a", encoding="utf-8") as opened:
            opened.write(text)

    def write(self, path: str, data: bytes | str) -> None:
        (self.folder / path).write_bytes(data.encode() if isinstance(data, str) else data)

    def check(self, today: date = TODAY) -> tuple[Finding, ...]:
        return check(read_pack(self.folder), today)

    def line_of(self, path: str, words: str) -> int:
        text = (self.folder / path).read_text("utf-8")
        return text.count("\n", 0, text.index(words)) + 1


@pytest.fixture
def pack(tmp_path: Path) -> EditablePack:
    folder = tmp_path / "pack"
    shutil.copytree(SMALL, folder)
    return EditablePack(folder)


@pytest.fixture(scope="session")
def small() -> Library:
    library = read_pack(SMALL).library
    assert library is not None
    return library
