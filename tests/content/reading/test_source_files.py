"""A pack's files are read as text, whole or not at all, and none from outside its folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from content.errors import PackUnreadableError
from content.reading import source_files
from content.reading.diagnostics import Diagnostics
from content.reading.source_files import MOST_BYTES, SourceFiles, read_source_files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("pack", "themes", "groups"):
        (tmp_path / f"{name}.yml").write_text(f"{name}\n", "utf-8")
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "one.md").write_text("one\n", "utf-8")
    return tmp_path


def read(folder: Path) -> tuple[SourceFiles, list[tuple[str, int, str]]]:
    diagnostics = Diagnostics()
    files = read_source_files(folder, diagnostics)
    return files, [(one.path, one.line, one.rule) for one in diagnostics.findings]


def test_tables_and_pages_come_by_name(folder: Path) -> None:
    files, found = read(folder)
    assert (files.tables, files.pages) == (
        {"pack": "pack\n", "themes": "themes\n", "groups": "groups\n"},
        {"one": "one\n"},
    )
    assert found == []


@pytest.mark.parametrize(
    ("data", "line", "rule"),
    [
        (b"a\nb\n\xff\n", 3, "encoding"),
        ("a\n\u202e0113\n".encode(), 2, "encoding"),
        (b"a\r\n\x00\r\n", 2, "encoding"),
        (b"x" * (MOST_BYTES + 1), 1, "too-large"),
    ],
    ids=["no UTF-8", "turned round", "NUL", "too large"],
)
def test_a_file_that_is_not_text_is_left_out_with_its_line(
    folder: Path, data: bytes, line: int, rule: str
) -> None:
    (folder / "pages" / "two.md").write_bytes(data)
    files, found = read(folder)
    assert list(files.pages) == ["one"]
    assert found == [("pages/two.md", line, rule)]


def test_a_file_of_just_the_most_bytes_is_read(folder: Path) -> None:
    (folder / "pages" / "two.md").write_bytes(b"x" * MOST_BYTES)
    files, found = read(folder)
    assert (len(files.pages["two"]), found) == (MOST_BYTES, [])


@pytest.mark.skipif(os.name == "nt", reason="links need rights that Windows gives to few")
@pytest.mark.parametrize("linked", ["pages/two.md", "glossary.yml", "pages"])
def test_nothing_is_read_through_a_link(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, linked: str
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "two.md").write_text("secret\n", "utf-8")
    if linked == "pages":
        (folder / "pages" / "one.md").unlink()
        (folder / "pages").rmdir()
        (folder / "pages").symlink_to(outside, target_is_directory=True)
    else:
        (folder / linked).symlink_to(outside / "two.md")
    files, found = read(folder)
    assert "secret\n" not in {*files.pages.values(), *files.tables.values()}
    assert "link" in {rule for _path, _line, rule in found}


@pytest.mark.parametrize("name", ["themes", "groups"])
def test_a_table_that_is_needed_is_missed(folder: Path, name: str) -> None:
    (folder / f"{name}.yml").unlink()
    assert read(folder)[1] == [(f"{name}.yml", 1, "missing-file")]


def test_more_pages_than_an_edition_holds_are_an_error(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_files, "MOST_PAGES", 1)
    (folder / "pages" / "two.md").write_text("two\n", "utf-8")
    files, found = read(folder)
    assert (list(files.pages), found) == (["one"], [("pages", 1, "too-large")])
    assert files.page_ids == {"one", "two"}


def test_a_folder_without_pack_yml_is_no_pack(folder: Path) -> None:
    (folder / "pack.yml").unlink()
    with pytest.raises(PackUnreadableError, match="choose the folder"):
        read(folder)
