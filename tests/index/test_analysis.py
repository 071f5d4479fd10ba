"""One analysis for indexing, asking and marking."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import LONGEST_WORD, STOP_WORDS, Analysis
from index.engine import stem
from index.folding import fold

CASES = [
    # text, indexed words, stems
    ("Coercive control", ["coercive", "control"], ["coerciv", "control"]),
    ("abused abusing abuse", ["abused", "abusing", "abuse"], ["abus", "abus", "abus"]),
    ("the child’s shoes", ["child", "shoes"], ["child", "shoe"]),
    ("the child's shoes", ["child", "shoes"], ["child", "shoe"]),
    ("won't eat", ["eat"], ["eat"]),
    ("Zoë's café", ["zoe", "cafe"], ["zoe", "cafe"]),
    ("Zoe\u0308 cafe\u0301", ["zoe", "cafe"], ["zoe", "cafe"]),
    ("self-harm", ["self", "harm", "selfharm"], ["self", "harm", "selfharm"]),
    ("self\u2011harm", ["self", "harm", "selfharm"], ["self", "harm", "selfharm"]),
    ("ring 0113 376 0336", ["ring", "0113", "376", "0336", "01133760336"], None),
    ("ring 0113\u00a0376\u00a00336", ["ring", "0113", "376", "0336", "01133760336"], None),
    ("0800-1111", ["0800", "1111", "08001111"], None),
    ("aged 16-17", ["aged", "16", "17"], None),
    ("nearly", ["nearly"], ["nearly"]),
    ("ĲSSELMEER ﬁve", ["ijsselmeer", "five"], None),
    ("a b", ["b"], ["b"]),
    ("", [], []),
    ("... ?! — …", [], []),
]


@pytest.mark.parametrize(("text", "words", "stems"), CASES)
def test_text_becomes_these_words(text: str, words: list[str], stems: list[str] | None) -> None:
    tokens = sorted((t for t in Analysis(stem).tokens(text) if not t.stop), key=lambda t: t.joined)
    assert [t.word for t in tokens] == words
    if stems is not None:
        assert [t.stem for t in tokens] == stems


def test_offsets_point_at_the_words_as_written() -> None:
    text = "Ask about Self-Harm. Zoë’s number: 0113 376 0336."
    spans = {t.word: text[t.start : t.end] for t in Analysis(stem).tokens(text)}
    assert spans["selfharm"] == "Self-Harm"
    assert spans["harm"] == "Harm"
    assert spans["zoe"] == "Zoë’s"
    assert spans["01133760336"] == "0113 376 0336"


def test_small_words_are_kept_for_phrases_but_marked() -> None:
    tokens = {t.word: t.stop for t in Analysis(stem).tokens("end of the tether")}
    assert tokens == {"end": False, "of": True, "the": True, "tether": False}


def test_a_word_of_absurd_length_is_not_indexed() -> None:
    (token,) = Analysis(stem).tokens("x" * (LONGEST_WORD + 1))
    assert token.stop


def test_the_list_of_small_words_stays_small() -> None:
    assert 100 <= len(STOP_WORDS) <= 160
    assert not STOP_WORDS & {"ill", "id", "help", "say", "call"}


TEXTS = st.one_of(
    st.text(),
    st.text("ab-1 \u00a0'’é.", max_size=60),
    st.text("01245s,.()-– +a\u200b\u200d\ufe0fचि💊", max_size=40),
    st.lists(st.sampled_from(["self-harm", "self", "Harmed", "the", "0113 376", "0336-", "zoë’s"])).map(
        " ".join
    ),
)


@given(TEXTS)
def test_counted_words_are_those_of_the_tokens(text: str) -> None:
    analysis = Analysis(stem)
    one_by_one: Counter[str] = Counter(t.word for t in analysis.tokens(text) if not t.stop)
    counted: Counter[str] = Counter()
    for token, times in analysis.words(text):
        counted[token.word] += times
    assert counted == one_by_one


@given(TEXTS)
def test_counted_stems_are_those_of_the_tokens_in_their_order(text: str) -> None:
    analysis = Analysis(stem)
    one_by_one = Counter(t.stem for t in analysis.tokens(text) if not t.stop)
    counted = analysis.counts(analysis.analysed(text))
    assert list(counted.items()) == list(one_by_one.items())


@given(TEXTS, st.sets(st.sampled_from(["self", "harm", "selfharm", "a", "ab", "1", "zoe", "0113376", "the"])))
def test_stems_are_found_where_the_tokens_have_them(text: str, stems: set[str]) -> None:
    analysis = Analysis(stem)
    tokens = [t for t in analysis.tokens(text) if t.stem in stems]
    places = sorted((t.start, t.joined, t.stem, t.end, t.position) for t in tokens)
    assert analysis.occurrences(analysis.analysed(text), stems) == places
    assert analysis.stems_among(text, stems) == {t.stem for t in tokens}


@pytest.mark.parametrize("words", range(78, 90))
def test_a_run_without_end_is_passed_over_whole(words: int) -> None:
    """What lies behind the longest run that is read must not look like a run of its own."""
    text = "-".join(["abcd"] * words)
    assert [t.word for t, _ in Analysis(stem).words(text) if t.joined] == [
        t.word for t in Analysis(stem).tokens(text) if t.joined
    ]


@given(st.text())
def test_any_text_gives_ordered_words_within_it(text: str) -> None:
    tokens = [t for t in Analysis(stem).tokens(text) if not t.joined]
    assert all(0 <= t.start < t.end <= len(text) for t in tokens)
    assert all(a.end <= b.start for a, b in pairwise(tokens))
    assert [t.position for t in tokens] == list(range(len(tokens)))


@given(st.text(alphabet=st.characters(categories=["L", "M", "N"])))
def test_folding_twice_changes_nothing_more(word: str) -> None:
    assert fold(fold(word)) == fold(word)


@given(st.text(max_size=200))
def test_the_words_alone_are_those_of_the_tokens(text: str) -> None:
    assert Analysis(stem).folded_words(text) == [
        token.word for token in Analysis(stem).tokens(text) if not token.joined
    ]


@given(
    st.lists(
        st.sampled_from(
            ["self", "-", "harm", " ", "0113", "\u00a0", "376", "é", "’s", "Baby", "\u2011", "a1"]
        )
    ),
    st.sampled_from(["selfharm", "0113376", "babi", "376", "harm", "selfharmselfharm", "a1376"]),
)
def test_the_forms_of_a_text_are_those_of_its_tokens(pieces: list[str], stem_: str) -> None:
    text, analysis = "".join(pieces), Analysis(stem)
    expected = {text[token.start : token.end] for token in analysis.tokens(text) if token.stem == stem_}
    assert set(analysis.surface_forms(text, {stem_})) == expected


@given(st.text("abcdefghijklmnopqrstuvwxyz'", min_size=1, max_size=12))
def test_a_stem_begins_as_its_word_does(word: str) -> None:
    assert all(token.stem[:1] == token.word[:1] for token in Analysis(stem).tokens(word))
