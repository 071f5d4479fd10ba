"""Words near the one that was typed: those it may grow into, and those that it may be meant to be."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nlargest

from index.bounded_cache import BoundedCache

# How many words a prefix stands for: the most frequent ones
PREFIX_WORDS = 24
_LAST = "\U0010ffff"
# Letters that sound alike in English, in this order; then vowels go, but for the first letter
_ALIKE = (
    ("ph", "f"),
    ("ce", "se"),
    ("ci", "si"),
    ("ck", "k"),
    ("c", "k"),
    ("q", "k"),
    ("z", "s"),
    ("x", "ks"),
)
# Two slips, each in place of one letter by another
_LETTERS_CHANGED = 4
# Misspellings whose corrections are kept: the words before the last are asked for at each keystroke
_KEPT_WORDS = 256
_SILENT = re.compile(r"(?<!^)[aeiouyhw]")
_DOUBLED = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class Correction:
    """A word of the guidance that the typed one may be meant to be, and how many slips lie between."""

    word: str
    slips: int


class Vocabulary:
    """Every word of the guidance with the number of sections that have it, in alphabetical order."""

    def __init__(self, words: Sequence[str], counts: Sequence[int]) -> None:
        self._words = words
        self._counts = counts
        self._by_gap: dict[str, list[int]] | None = None
        self._letters: list[int] | None = None
        self._kept = BoundedCache[str, list[tuple[int, str, int]]](_KEPT_WORDS)
        # digits stand before all letters
        self._numbers = [word for word in words[: bisect_left(words, ":")] if word.isdigit()]

    def __contains__(self, word: str) -> bool:
        at = bisect_left(self._words, word)
        return at < len(self._words) and self._words[at] == word

    def count(self, word: str) -> int:
        """In how many sections the word stands."""
        at = bisect_left(self._words, word)
        return self._counts[at] if at < len(self._words) and self._words[at] == word else 0

    def grown(self, prefix: str, limit: int = PREFIX_WORDS) -> list[str]:
        """The most frequent words that begin so, the word itself left out."""
        start = bisect_left(self._words, prefix)
        end = bisect_left(self._words, prefix + _LAST, start)
        if start < end and self._words[start] == prefix:
            start += 1
        counts = self._counts
        if end - start <= limit:
            return list(self._words[start:end])
        return [self._words[at] for at in nlargest(limit, range(start, end), key=counts.__getitem__)]

    def numbers_with(self, digits: str) -> list[str]:
        """The numbers of the guidance in which these digits stand, however far they have been typed."""
        return [number for number in self._numbers if digits in number]

    def first_letters(self) -> list[str]:
        """What words begin with."""
        return sorted({word[:1] for word in self._words})

    def warm(self) -> None:
        """Make ready what the first misspelling would wait for."""
        self._gaps()
        self._all_letters()

    def corrections(self, word: str, limit: int = 5) -> list[Correction]:
        """The likeliest words of the guidance for a misspelt one, best first."""
        most = allowed_slips(word)
        if not most or any(c.isdigit() for c in word):
            return []
        near = self._kept.get(word)
        if near is None:
            near = self._one_slip(word)
            if not near and most > 1:
                near = self._two_slips(word)
            near.sort(key=lambda n: (n[0], n[1] != word[:1], -self._counts[n[2]], self._words[n[2]]))
            self._kept.put(word, near)
        return [Correction(self._words[at], slips) for slips, _, at in near[:limit]]

    def alike(self, word: str, limit: int = 3) -> list[str]:
        """Words that sound like one which no slip or two explains; else those that begin most like it."""
        if len(word) < 4 or not word.isalpha():
            return []
        start = bisect_left(self._words, word[0])
        spoken, near = sound(word), []
        for at in range(start, bisect_left(self._words, word[0] + _LAST, start)):
            other = self._words[at]
            if (apart := slips(spoken, sound(other), 1)) <= 1:
                near.append((apart, slips(word, other, len(word)), -self._counts[at], other))
        if near:
            return [other for *_, other in sorted(near)[:limit]]
        beginnings = (word[:length] for length in range(len(word) - 1, 3, -1))
        return next(filter(None, (self.grown(beginning, limit) for beginning in beginnings)), [])

    def _one_slip(self, word: str) -> list[tuple[int, str, int]]:
        gaps = self._gaps()
        found = {at for gap in _with_gaps(word) for at in gaps.get(gap, ())}
        near = ((slips(word, self._words[at], 1), at) for at in found)
        return [(distance, self._words[at][:1], at) for distance, at in near if distance == 1]

    def _two_slips(self, word: str) -> list[tuple[int, str, int]]:
        """Words two slips away; the first letter is right or swapped with the second."""
        found = []
        letters, own = self._all_letters(), letters_of(word)
        for first in dict.fromkeys((word[0], word[1])):
            start = bisect_left(self._words, first)
            for at in range(start, bisect_left(self._words, first + _LAST, start)):
                # one slip changes at most two of the letters that a word has at all
                if (letters[at] ^ own).bit_count() > _LETTERS_CHANGED:
                    continue
                if slips(word, self._words[at], 2) == 2:
                    found.append((2, first, at))
        return found

    def _all_letters(self) -> list[int]:
        if self._letters is None:
            self._letters = [letters_of(word) for word in self._words]
        return self._letters

    def _gaps(self) -> dict[str, list[int]]:
        """Every word under each form that lacks one letter: meets the typed word's own such forms."""
        if self._by_gap is None:
            by_gap: dict[str, list[int]] = {}
            for at, word in enumerate(self._words):
                if len(word) > 2 and word.isalpha():
                    for gap in _with_gaps(word):
                        by_gap.setdefault(gap, []).append(at)
            self._by_gap = by_gap
        return self._by_gap


def allowed_slips(word: str) -> int:
    """How many slips may lie between a typed word and what is meant: more letters, more room."""
    if len(word) < 4:
        return 0
    return 1 if len(word) < 8 else 2


def letters_of(word: str) -> int:
    """Which letters a word has, as bits: two words that share few of them are never near."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 63)
    return bits


def sound(word: str) -> str:
    """How a word sounds, roughly: the same for "narsisist" and "narcissist"."""
    for letters, others in _ALIKE:
        word = word.replace(letters, others)
    return _DOUBLED.sub(r"\1", _SILENT.sub("", word))


def slips(typed: str, meant: str, most: int) -> int:
    """Letters left out, added, changed or swapped (optimal string alignment), or `most` + 1 if more."""
    if abs(len(typed) - len(meant)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(meant) + 1))
    for i, letter in enumerate(typed, 1):
        older, before, row = before, row, [i]
        for j, other in enumerate(meant, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == meant[j - 2] and typed[i - 2] == other:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > most and min(before) > most:
            return most + 1
    return min(row[-1], most + 1)


def _with_gaps(word: str) -> set[str]:
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}
