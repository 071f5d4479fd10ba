"""What two words may be that are also written as one. Loads nothing, so that the window may ask it too."""

from __future__ import annotations

from collections.abc import Iterator

from index.analysis import LONGEST_WORD, STOP_WORDS


def may_be_part(word: str) -> bool:
    """An article is not: "a way" is not "away"."""
    return len(word) > 1 or word not in STOP_WORDS


def splits(word: str) -> Iterator[tuple[str, str]]:
    """Every two parts of a word that might each be a word."""
    for at in range(1, len(word) if len(word) <= LONGEST_WORD else 0):
        head, tail = word[:at], word[at:]
        if may_be_part(head) and may_be_part(tail) and not (head in STOP_WORDS and tail in STOP_WORDS):
            yield head, tail
