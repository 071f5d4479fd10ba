"""What the find bar and the marks of a page find: the words, in whichever way they are written there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import WORD
from index.text_pattern import TextPattern

PAGE = (
    "Don’t promise. Say: “I’m glad you told me”. Zoë and José. A one–minute guide. "
    "Ring 0113\u00a0496\u00a00112."
)


def found(wanted: str, text: str, whole_words: bool = False) -> list[str]:
    return [text[start:end] for start, end in TextPattern((wanted,), whole_words).spans(text)]


@pytest.mark.parametrize(
    ("typed", "marked"),
    [
        ("I'm glad", ["I’m glad"]),
        ("\"I'm", ["I’m"]),
        ("don't", ["Don’t"]),
        ("dont", ["Don’t"]),
        ("promise say", ["promise. Say"]),
        ("zoe", ["Zoë"]),
        ("JOSÉ", ["José"]),
        ("jose.", ["José"]),
        ("one-minute", ["one–minute"]),
        ("one minute", ["one–minute"]),
        ("oneminute", ["one–minute"]),
        ("01134960112", ["0113\u00a0496\u00a00112"]),
        ("0113-496", ["0113\u00a0496"]),
        ("4960112", ["496\u00a00112"]),
        ("+441134960112", ["0113\u00a0496\u00a00112"]),
        ("+44 (0)113 496 0112", ["0113\u00a0496\u00a00112"]),
        ("0044 113 496 0112", ["0113\u00a0496\u00a00112"]),
        ("٠١١٣ ٤٩٦", ["0113\u00a0496"]),
        ("gla*", ["gla"]),
        ("lad", ["lad"]),
        ("“", ["“", "”"]),
        ("guides", []),
        ("promises", []),
        ("5", []),
    ],
)
def test_marks_stand_on_the_words_as_written(typed: str, marked: list[str]) -> None:
    assert found(typed, PAGE) == marked


@pytest.mark.parametrize(
    ("typed", "text", "marked"),
    [
        ("safe guarding", "A safeguarding lead", ["safeguarding"]),
        ("safeguarding", "A safe\u200bguarding lead", ["safe\u200bguarding"]),
        ("nightmare", "A night\u200dmare", ["night\u200dmare"]),
        ("weekend", "At the week end.", ["week end"]),
        ("apart", "They live a part of it apart", ["apart"]),
        ("selfha", "Self-harm, selfharm", ["Self-ha", "selfha"]),
        ("self harm", "Self-harm, selfharm", ["Self-harm", "selfharm"]),
        ("9 am", "From 9am to 9 am, 19am", ["9am", "9 am"]),
        ("9am", "From 9am to 9 am and 9 a.m.", ["9am", "9 am", "9 a.m"]),
        ("ls28bb", "House, LS2 8BB", ["LS2 8BB"]),
        ("ls2 8bb", "House, LS28BB", ["LS28BB"]),
        ("1500", "It costs £1,500 now", ["1,500"]),
        ("£1,500", "It costs 1500 now", ["1500"]),
        ("xray", "X-ray, x ray", ["X-ray", "x ray"]),
        ("under 5s", "Under-5s and under 5’s", ["Under-5s", "under 5’s"]),
        ("9:30am", "At 9.30am, 9:30 am", ["9.30am", "9:30 am"]),
        ("strasse", "Die Straße", ["Straße"]),
        ("straße", "DIE STRASSE", ["STRASSE"]),
        ("isik", "ışık IŞIK", ["ışık", "IŞIK"]),
        ("djordje", "Đorđe", ["Đorđe"]),
        ("dorde", "Đorđe", ["Đorđe"]),
        ("bjoern", "Bjørn", ["Bjørn"]),
        ("oeuvre", "œuvre", ["œuvre"]),
        ("office", "an oﬃce", ["oﬃce"]),
        ("محمد", "مُحَمَّد هنا", ["مُحَمَّد"]),
        ("كتاب", "یک کتاب", ["کتاب"]),
        ("שלום", "שָׁלוֹם", ["שָׁלוֹם"]),
        ("बच", "बिच बच्चा", ["बच"]),
        ("ＡＢＣ", "abc", ["abc"]),
        ("💊", "💊 and 💊💊", ["💊", "💊", "💊"]),
        ("👍", "ok 👍🏽", ["👍"]),
        ("1️⃣", "Step 1️⃣ of 1", ["1️⃣", "1"]),
        ("these", "the sea", []),
        ("ab", "extra-big", []),
    ],
)
def test_other_ways_to_write_a_word_are_found(typed: str, text: str, marked: list[str]) -> None:
    assert found(typed, text) == marked


@pytest.mark.parametrize(
    ("word", "text", "marked"),
    [
        ("child", "child, child’s, children", ["child", "child"]),
        ("बच", "बच बच्चा", ["बच"]),
        ("self-harm", "Self-harm, self-harmed", ["Self-harm"]),
    ],
)
def test_whole_words_take_no_part_of_a_word(word: str, text: str, marked: list[str]) -> None:
    assert found(word, text, whole_words=True) == marked


def test_letters_that_come_later_are_found_too() -> None:
    pattern = TextPattern(("zoe",))
    assert [*pattern.spans("Zoe")] == [(0, 3)]
    assert [*pattern.spans("Zoe Zoë", 3)] == [(4, 7)]


LETTERS = st.lists(st.sampled_from([*"aeZßéøđ'’مب9 -–.💊", "مُ", "e\u0301", "r\u200dr"])).map("".join)


@given(LETTERS, LETTERS, LETTERS)
def test_any_text_is_found_in_itself_where_it_stands(before: str, typed: str, behind: str) -> None:
    """Whatever stands around it; and what is marked says the same."""
    if WORD.match(typed):
        text = f"{before} | {typed} | {behind}"
        start, end = len(before) + 3, len(before) + 3 + len(typed)
        assert any(begin < end and start < stop for begin, stop in TextPattern((typed,)).spans(text))


@given(st.text(max_size=30), st.text(max_size=60), st.booleans())
def test_any_text_is_looked_for(typed: str, text: str, whole_words: bool) -> None:
    spans = list(TextPattern((typed,), whole_words).spans(text))
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)
