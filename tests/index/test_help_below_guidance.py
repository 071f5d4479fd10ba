"""Help with the program is found by its own words, and gives way to guidance."""

from __future__ import annotations

from pathlib import Path

import pytest

from content.join import join
from content.reading.read import read_pack
from index.build import build_index, content_hash
from index.engine import open_index
from index.grouping import PageFound, weighed
from index.searcher import Searcher

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def searcher() -> Searcher:
    small = read_pack(ROOT / "tests" / "packs" / "small").library
    handbook = read_pack(ROOT / "content" / "handbook").library
    assert small
    assert handbook
    both = join(small, handbook)
    return Searcher(open_index(build_index(both), content_hash(both)), both)


def pages(searcher: Searcher, words: str, limit: int = 50) -> list[str]:
    answer = searcher.search(words, limit=limit)
    assert answer is not None
    return [hit.page for hit in answer.hits]


@pytest.mark.parametrize(
    ("words", "page"),
    [
        ("quick leave", "help-leaving"),
        ("screenshot", "help-display"),
        ("search", "help-search"),
        ("print", "help-bookmarks"),
        ("bookmark", "help-bookmarks"),
        ("text size", "help-display"),
    ],
)
def test_help_is_found_by_its_own_words(searcher: Searcher, words: str, page: str) -> None:
    assert pages(searcher, words)[0] == page


def test_guidance_comes_before_help_that_lacks_a_word(searcher: Searcher) -> None:
    found = pages(searcher, "leave the baby to sleep on the sofa")
    assert found[0] == "safe-sleep"
    assert pages(searcher, "leave the baby to sleep on the sofa", limit=1) == found[:1]


def test_help_moves_down_and_guidance_keeps_its_order() -> None:
    found = [
        PageFound(0, 0, 4.0, 0, (1,)),
        PageFound(1, 1, 3.0, 0, ()),
        PageFound(2, 2, 2.9, 0, ()),
        PageFound(3, 3, 2.0, 0, (0,)),
    ]
    assert [page.page for page in weighed(found, {0, 1})] == [2, 1, 3, 0]
    assert weighed(found, frozenset()) == found
