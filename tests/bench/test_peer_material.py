"""The peers are given the same guidance: every page, readable, with its links and its numbers."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.bench.grown_pack import LEEDS
from tests.bench.peers.formats import DOCSET, project_of, write_docset
from tests.bench.peers.html_pages import read_titles, write_html
from tests.bench.peers.measures import words
from tests.bench.peers.programs import PROGRAMS

PAGES = {file.stem for file in (LEEDS / "pages").glob("*.md")}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("peers") / "html"
    write_html(LEEDS, folder)
    return folder


def test_every_page_is_there_and_listed(pages: Path) -> None:
    listed = {page.file.removesuffix(".html") for page in read_titles(pages)}
    assert listed == PAGES
    index = (pages / "index.html").read_text("utf-8")
    assert all(f'href="{name}.html"' in index for name in PAGES)


def test_what_only_packs_have_is_written_out(pages: Path) -> None:
    text = (pages / "neglect.html").read_text("utf-8")
    assert '<a href="safer-sleep.html">where the baby sleeps</a>' in text
    assert "Duty and Advice" in text
    assert [sign for sign in ("{contact:", "[[", ":::") if sign in text] == []
    assert "<h2>Home and safety</h2>" in text


def test_a_docset_finds_every_title(pages: Path, tmp_path: Path) -> None:
    write_docset(pages, tmp_path)
    resources = tmp_path / DOCSET / "Contents" / "Resources"
    with closing(sqlite3.connect(resources / "docSet.dsidx")) as index:
        found = dict(index.execute("SELECT name, path FROM searchIndex"))
    assert found == {page.title: page.file for page in read_titles(pages)}
    assert all((resources / "Documents" / file).is_file() for file in found.values())


def test_a_help_project_names_every_page_once(pages: Path) -> None:
    project = ElementTree.fromstring(project_of(read_titles(pages)))
    files = [file.text for file in project.iter("file")]
    assert sorted(files) == sorted({"index.html", *(f"{name}.html" for name in PAGES)})
    assert {keyword.get("name") for keyword in project.iter("keyword")} == {
        page.title for page in read_titles(pages)
    }


def test_a_session_has_words_enough(pages: Path) -> None:
    most = max(program.searches for program in PROGRAMS)
    found = words(read_titles(pages), most)
    assert len(set(found)) == len(found) == most
