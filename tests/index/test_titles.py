"""Pages by the words of their title, small words too: the last word may be begun, short titles come first."""

from __future__ import annotations

import pytest

from index.build import build_index, content_hash
from index.engine import open_index
from index.titles import Titles
from tests.index.made import library

LIBRARY = library(
    {
        "who": ("Who to call when it is late", ""),
        "whom": ("Who to call", ""),
        "what": ("What if you are not sure", ""),
        "call": ("Call again", ""),
    }
)
ENGINE = open_index(build_index(LIBRARY), content_hash(LIBRARY))
TITLES = Titles(ENGINE)


@pytest.mark.parametrize(
    ("words", "limit", "pages"),
    [
        (["who", "to"], 9, ["whom", "who"]),
        (["who", "to"], 1, ["whom"]),
        (["w"], 9, ["whom", "what", "who"]),
        (["to", "who"], 9, ["whom", "who"]),
        (["wh", "to"], 9, []),
        (["call"], 9, ["call", "whom", "who"]),
        (["are", "n"], 9, ["what"]),
        (["you", "call"], 9, []),
        (["because"], 9, []),
        ([], 9, []),
    ],
)
def test_titles_that_hold_all_the_words(words: list[str], limit: int, pages: list[str]) -> None:
    assert [ENGINE.tables.pages[page] for page in TITLES.matching(words, limit)] == pages
