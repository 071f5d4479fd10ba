"""A sentence ends where a reader takes breath."""

from __future__ import annotations

import pytest

from content.checks.sentences import sentences


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", [""]),
        ("One.", ["One."]),
        ("One. Two? Three!", ["One. ", "Two? ", "Three!"]),
        ("Say “stop.” Then go.", ["Say “stop.” ", "Then go."]),
        ("Ring 0.5 km on. Wait.", ["Ring 0.5 km on. ", "Wait."]),
        ("One.\nTwo.", ["One.\n", "Two."]),
    ],
)
def test_sentences_are_cut_and_nothing_is_lost(text: str, found: list[str]) -> None:
    cut = list(sentences(text))
    assert [sentence for _start, sentence in cut] == found
    assert "".join(found) == text
    assert all(text[start:].startswith(sentence) for start, sentence in cut)
