"""Whatever is typed or pasted is answered: no character means anything, and nothing is read without end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import Analysis
from index.engine import stem
from index.query import Caps, read_query
from tests.index.made import ask, small_searcher

HOSTILE = [
    "*e* *a* *i*",
    "*" * 200,
    "? " * 200,
    "[a TO z]",
    "note: call police",
    "title:baby^99 AND NOT (body:*)",
    "x" * 10_000,
    "(" * 5_000 + "baby" + ")" * 5_000,
    "baby \x00 bruise",
    "\x00",
    "\ud800 lone surrogate",
    "👶 baby 🚨",
    "👩‍👩‍👧‍👦",
    "طفل baby كدمة",
    "\u202ebaby\u202c",
    "e\u0301" * 500,
    "\u0301\u0301",
    "a\u0300" * 60,
    "'" * 100 + "baby",
    '"' * 101,
    '"baby',
    "-" * 500,
    "0113-" * 100,
    "1 " * 100,
    "ß ﬁ Ǆ İ ı ſ",
    "baby OR 1=1; DROP TABLE pages",
    "<script>alert(1)</script>",
    "../../etc/passwd",
    "baby\u2028bruise\x0b\x0c\x1f",
]


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("rerank", [False, True])
def test_hostile_words_are_answered(words: str, rerank: bool) -> None:
    answer = small_searcher().search(words, rerank=rerank)
    assert answer is not None
    assert answer.query == words


@pytest.mark.parametrize(
    "words", ["note: call police", "title:baby^99 AND NOT (body:*)", "baby \x00 bruise", "👶 baby 🚨"]
)
def test_signs_around_words_do_not_hide_them(words: str) -> None:
    assert ask(small_searcher(), words).hits


@given(st.text(max_size=300), st.booleans())
def test_any_text_is_answered(words: str, rerank: bool) -> None:
    assert small_searcher().search(words, rerank=rerank) is not None


PIECES = st.sampled_from(
    ["baby", "bruise", "NAI", '"', "“", "-", "'", "’s", " ", "0113 376", "SAFE", "\n", "(", "é", "\u0301"]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_mixture_of_signs_and_words_is_answered(words: str) -> None:
    answer = ask(small_searcher(), words)
    for hit in answer.hits:
        assert all(0 <= start < end <= len(hit.snippet.text) for start, end in hit.snippet.marks)
        assert all(0 <= start < end <= len(hit.title) for start, end in hit.title_marks)


def test_a_question_is_read_up_to_its_caps() -> None:
    analysis = Analysis(stem)
    many = " ".join(f"word{n}" for n in range(30))
    assert len(read_query(many, analysis, Caps()).content) == 12
    assert read_query(" " * 200 + "baby", analysis, Caps()).content == ()
    assert read_query("x" * 41 + " baby", analysis, Caps()).content[0].word == "baby"


def test_a_long_text_with_quotes_is_no_wish_for_phrases() -> None:
    analysis = Analysis(stem)
    speech = 'the mother said "he hit me" and then ' + " ".join(f"word{n}" for n in range(20))
    assert read_query(speech, analysis, Caps(10_000, 1_000)).phrases == ()
    assert read_query('said "he hit me"', analysis, Caps()).phrases == (("he", "hit", "me"),)
