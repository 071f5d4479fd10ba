"""Search loads no network module and no part of Whoosh that reads questions or writes HTML."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
NEVER = (
    *("ssl", "_ssl", "http", "http.client", "socket", "_socket", "urllib.request", "email"),
    *("whoosh.qparser", "whoosh.highlight", "whoosh.searching", "whoosh.writing", "yaml", "markdown_it"),
)
SEARCH_ONCE = """
import sys
from datetime import date
from content.blocks import Paragraph, Run
from content.model import Library, PackInfo, Page, PageHead, Section, Status
import index.searcher
from index.build import build_index, content_hash
from index.engine import open_index
day = date(2026, 11, 1)
head = PageHead("page", "Title", "signs", (), (), (), (), day, day, "Us")
page = Page(head, (), (), (Section("", "", (Paragraph((Run("A bruise on a baby"),)),)),))
info = PackInfo("p", "P", "Us", "en-GB", day, "", Status.DRAFT)
library = Library(info, {}, {}, {}, {}, (), (), (), {"page": head}, {"page": page})
engine = open_index(build_index(library), content_hash(library))
answer = index.searcher.Searcher(engine, library).search("bruises", rerank=True)
assert answer.hits[0].page == "page"
print(*sys.modules)
"""


def modules_after(code: str) -> set[str]:
    run = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(run.stdout.split())


@pytest.fixture(scope="module")
def after_a_search() -> set[str]:
    return modules_after(SEARCH_ONCE)


@pytest.mark.parametrize("name", NEVER)
def test_a_search_never_loads(name: str, after_a_search: set[str]) -> None:
    assert name not in after_a_search


@pytest.mark.parametrize("module", ["index.hits", "index.errors", "index.schema", "index.text_pattern"])
def test_what_the_window_needs_loads_neither_whoosh_nor_guidance(module: str) -> None:
    loaded = modules_after(f"import sys, {module}; print(*sys.modules)")
    ours = {name for name in loaded if name.startswith("content.")}
    assert "whoosh" not in loaded
    assert ours <= {"content.errors", "content.translatable"}  # a class of errors, a mark for translators


def test_a_network_module_that_is_already_there_stays_itself() -> None:
    code = "import urllib.request as r, index.engine, sys; print(sys.modules['urllib.request'] is r)"
    assert modules_after(code) == {"True"}
