"""The classes of signs hold every mark that Python knows, and no punctuation of any script."""

from __future__ import annotations

import re
import sys
import unicodedata

import pytest

from index.analysis import WORD
from index.signs import INVISIBLE, MARKS

IN_WORD = re.compile(f"[{MARKS}{INVISIBLE}]")


def test_every_mark_belongs_to_its_letter() -> None:
    marks = (chr(c) for c in range(sys.maxunicode + 1) if unicodedata.category(chr(c)).startswith("M"))
    assert [hex(ord(mark)) for mark in marks if not IN_WORD.match(mark)] == []


@pytest.mark.parametrize("sign", "।॥،؛؟۔՚־׀…“”’–—·•。、！？，\u00a0\u2003\u200b\u3000")
def test_what_parts_words_is_no_part_of_one(sign: str) -> None:
    assert not IN_WORD.match(sign)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("🍬🍬", ["🍬", "🍬"]),
        ("👩‍👩‍👧‍👦!", ["👩‍👩‍👧‍👦"]),
        ("👍🏽ok", ["👍🏽", "ok"]),
        ("🇬🇧🇵🇱", ["🇬🇧", "🇵🇱"]),
        ("बच्चा, सुरक्षा।", ["बच्चा", "सुरक्षा"]),
        ("สวัสดี", ["สวัสดี"]),
        ("a→b", ["a", "b"]),
    ],
)
def test_words_and_pictures_are_whole(text: str, words: list[str]) -> None:
    assert WORD.findall(text) == words
