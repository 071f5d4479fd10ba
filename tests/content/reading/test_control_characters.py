"""A character that turns a telephone number round is found where it stands; ordinary text is left alone."""

from __future__ import annotations

import pytest

from content.reading.control_characters import find_control_character


@pytest.mark.parametrize(
    "character",
    [
        *("\x00", "\x08", "\x0b", "\x0c", "\x1f", "\x7f", "\x80", "\x84", "\x86", "\x9f"),
        *("\u2028", "\u2029", "\u202d", "\u202e", "\ufdd0", "\ufffe", "\uffff"),
    ],
    ids=ascii,
)
def test_found_where_it_stands(character: str) -> None:
    assert find_control_character(f"ring {character}0113 496 0123") == 5


@pytest.mark.parametrize(
    "text",
    ["", "a\tb\nc\r\n", "Zażółć, naïve – “ok” …", "اردو", "👩\u200d👧", "0113\u00a0496\u00a00123"],
    ids=ascii,
)
def test_words_of_any_language_are_left_alone(text: str) -> None:
    assert find_control_character(text) is None
