"""Pages by the words of their title, small words too: the last word may be begun, short titles come first."""

from __future__ import annotations

import pytest

from index.analysis import Analysis
from index.engine import stem
from index.titles import Titles
from tests.index.made import library

TITLES = Titles(
    library(
        {
            "who": ("Who to call when it is late", ""),
            "whom": ("Who to call", ""),
            "what": ("What if you are not sure", ""),
            "call": ("Call again", ""),
        }
    ),
    Analysis(stem),
)


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
    assert TITLES.matching(words, limit) == pages
