"""What a typed word may grow into, and which words of the guidance lie how near to it."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.english import checksums
from index.spelling import (
    Correction,
    Vocabulary,
    edit_distance,
    letter_mask,
    max_edits,
    phonetic_key,
    spelling_table,
)
from index.tables import PROSE, WordTable

WORDS = {
    "abuse": 5,
    "abused": 9,
    "abuser": 5,
    "baby": 7,
    "bully": 2,
    "bullying": 3,
    "coercive": 4,
    "narcissist": 1,
    "neglect": 6,
    "strangulation": 2,
}
VOCABULARY = Vocabulary(
    WordTable(
        list(WORDS),
        list(WORDS.values()),
        [0] * len(WORDS),
        *spelling_table(list(WORDS)),
        [PROSE] * len(WORDS),
        checksums(),
    )
)
LETTERS = st.text("abc", max_size=7)


@cache
def defined(typed: str, meant: str) -> int:
    """Optimal string alignment as it is defined, without rows and without an early stop."""
    if not typed or not meant:
        return len(typed) + len(meant)
    costs = [
        defined(typed[:-1], meant) + 1,
        defined(typed, meant[:-1]) + 1,
        defined(typed[:-1], meant[:-1]) + (typed[-1] != meant[-1]),
    ]
    if typed[-2:] == meant[-2:][::-1] and len(typed) > 1 and len(meant) > 1:
        costs.append(defined(typed[:-2], meant[:-2]) + 1)
    return min(costs)


@given(LETTERS, LETTERS, st.integers(1, 3))
def test_the_distance_is_optimal_string_alignment(typed: str, meant: str, most: int) -> None:
    assert edit_distance(typed, meant, most) == min(defined(typed, meant), most + 1)


@pytest.mark.parametrize(
    ("typed", "meant", "distance"),
    [
        ("baby", "baby", 0),
        ("bayb", "baby", 1),
        ("baaby", "baby", 1),
        ("bobby", "baby", 2),
        ("ca", "abc", 3),  # swapped letters are not edited again
    ],
)
def test_a_distance(typed: str, meant: str, distance: int) -> None:
    assert edit_distance(typed, meant, 5) == distance


@pytest.mark.parametrize(("length", "edits"), [(3, 0), (4, 1), (7, 1), (8, 2), (20, 2)])
def test_longer_words_may_be_further_away(length: int, edits: int) -> None:
    assert max_edits("x" * length) == edits


@given(LETTERS, LETTERS)
def test_no_word_within_two_edits_is_hidden_by_its_letters(typed: str, meant: str) -> None:
    if defined(typed, meant) <= 2:
        assert (letter_mask(typed) ^ letter_mask(meant)).bit_count() <= 4


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("narsisist", "narcissist"),
        ("fone", "phone"),
        ("kwik", "quick"),
        ("boks", "box"),
        ("sycosis", "zicozis"),
    ],
)
def test_words_that_sound_alike_have_one_key(one: str, other: str) -> None:
    assert phonetic_key(one) == phonetic_key(other)


@pytest.mark.parametrize(("one", "other"), [("baby", "body"), ("ease", "see"), ("neglect", "negate")])
def test_words_that_sound_otherwise_have_two(one: str, other: str) -> None:
    assert phonetic_key(one) != phonetic_key(other)


@pytest.mark.parametrize(
    ("prefix", "limit", "words"),
    [
        ("abuse", 5, ["abused", "abuser"]),
        ("abu", 2, ["abused", "abuse"]),
        ("b", 5, ["baby", "bully", "bullying"]),
        ("z", 5, []),
    ],
)
def test_a_prefix_stands_for_its_most_frequent_completions(prefix: str, limit: int, words: list[str]) -> None:
    assert VOCABULARY.completions(prefix, limit) == words


@pytest.mark.parametrize(
    ("typed", "corrections"),
    [
        ("abise", [("abuse", 1)]),
        ("abusd", [("abused", 1), ("abuse", 1)]),  # the more frequent one first
        ("coersife", [("coercive", 2)]),
        ("negl3ct", []),
        ("bab", []),
        ("baby", []),
        ("ullying", [("bullying", 1)]),
        ("tsrangulatio", [("strangulation", 2)]),
    ],
)
def test_a_misspelt_word_is_corrected(typed: str, corrections: list[tuple[str, int]]) -> None:
    expected = [Correction(word, distance) for word, distance in corrections]
    assert VOCABULARY.corrections(typed) == expected
    assert VOCABULARY.corrections(typed, limit=1) == expected[:1]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("narsisisst", ["narcissist"]),
        ("strangolashun", ["strangulation"]),
        ("nar", []),
        ("bullxqq", ["bully", "bullying"]),
    ],
)
def test_a_word_beyond_correction_offers_what_sounds_or_begins_like_it(typed: str, words: list[str]) -> None:
    assert VOCABULARY.sounds_like(typed) == words
