"""Words near the one that was typed: those it may grow into, and those that it may be meant to be.

One edit away: symmetric delete (SymSpell, W. Garbe 2012), which compares only words that share a form with
one letter left out, so that no alphabet of possible edits is tried. The table is made for one deletion: one
for two would hold each word without every pair of its letters. Two edits away, and only where no word is one
away, the words with the same first letter are compared one by one, behind a mask of their letters.
Both tables are made when the index is built and lie in it: two or three bytes for each deletion, nothing to
make ready at a start.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from heapq import nlargest
from itertools import accumulate
from typing import NamedTuple
from zlib import crc32

from index.bounded_cache import BoundedCache
from index.english import is_among
from index.tables import PROSE, SAID, WordTable

# How many words a prefix stands for: the most frequent ones
MAX_COMPLETIONS = 24
_AFTER_ALL = "\U0010ffff"
# Digits stand before all letters
_AFTER_DIGITS = ":"
# Deletions that share a bucket: more make the table smaller and a look-up slower
_FORMS_PER_BUCKET = 4
# Letters that sound alike in English, in this order; then vowels go, but for the first letter
_PHONETIC_RULES = (
    ("ph", "f"),
    ("ce", "se"),
    ("ci", "si"),
    ("ck", "k"),
    ("c", "k"),
    ("q", "k"),
    ("z", "s"),
    ("x", "ks"),
)
# Two edits, each in place of one letter by another
_LETTERS_CHANGED = 4
# Misspellings whose corrections are cached: the words before the last are asked for at each keystroke
_CACHED_WORDS = 256
_SILENT = re.compile(r"(?<!^)[aeiouyhw]")
_DOUBLED = re.compile(r"(.)\1+")


class Correction(NamedTuple):
    """A word of the guidance that the typed one may be meant to be, and the edit distance between them."""

    word: str
    distance: int


class Vocabulary:
    """Every word of the guidance with the number of sections that have it, in alphabetical order."""

    def __init__(self, table: WordTable) -> None:
        self._words = table.words
        self._stands = table.prose
        self._counts = table.counts
        self._table = table
        self._cache = BoundedCache[str, list[tuple[int, str, int]]](_CACHED_WORDS)

    def nearest(self, word: str) -> str:
        """The word itself if the guidance has it, else the next one in the alphabet, which may begin so."""
        at = bisect_left(self._words, word)
        return self._words[at] if at < len(self._words) else ""

    def has(self, word: str) -> bool:
        """Whether the guidance has just this word."""
        return self.nearest(word) == word

    def is_english(self, word: str) -> bool:
        """Whether it is a common word, which nobody misspelt."""
        return is_among(word, self._table.english)

    def is_prose(self, word: str) -> bool:
        """Whether a reader of the guidance meets just this word."""
        at = bisect_left(self._words, word)
        return at < len(self._words) and self._words[at] == word and self._stands[at] == PROSE

    def completions(self, prefix: str, limit: int = MAX_COMPLETIONS) -> list[str]:
        """The most frequent words that begin so, the word itself left out."""
        start = bisect_left(self._words, prefix)
        end = bisect_left(self._words, prefix + _AFTER_ALL, start)
        if start < end and self._words[start] == prefix:
            start += 1
        counts = self._counts
        if end - start <= limit:
            return list(self._words[start:end])
        return [self._words[at] for at in nlargest(limit, range(start, end), key=counts.__getitem__)]

    def numbers_with(self, digits: str) -> list[str]:
        """The numbers of the guidance in which these digits stand, however far they have been typed."""
        numbers = self._words[: bisect_left(self._words, _AFTER_DIGITS)]
        return [number for number in numbers if digits in number and number.isdigit()]

    def commonest(self, limit: int) -> list[str]:
        """The words that most sections have."""
        counts = self._counts
        return [self._words[at] for at in nlargest(limit, range(len(counts)), key=counts.__getitem__)]

    def first_letters(self) -> list[str]:
        """What words begin with, in order."""
        letters: list[str] = []
        at = 0
        while at < len(self._words):
            letters.append(self._words[at][:1])
            at = bisect_left(self._words, letters[-1] + _AFTER_ALL, at + 1)
        return letters

    def corrections(self, word: str, limit: int = 5) -> list[Correction]:
        """The likeliest words of the guidance for a misspelt one, best first; none for a real word.

        What people say is no model: it may be misspelt itself.
        """
        most = max_edits(word)
        if not most or any(c.isdigit() for c in word) or self.is_english(word):
            return []
        near = self._cache.get(word)
        if near is None:
            near = self._one_edit_away(word)
            if not near and most > 1:
                near = self._two_edits_away(word)
            near.sort(key=lambda n: (n[0], n[1] != word[:1], -self._counts[n[2]], self._words[n[2]]))
            self._cache.put(word, near)
        return [Correction(self._words[at], distance) for distance, _, at in near[:limit]]

    def sounds_like(self, word: str, limit: int = 3) -> list[str]:
        """Words that sound like one which no edit or two explain; else those that begin most like it."""
        if len(word) < 4 or not word.isalpha():
            return []
        start = bisect_left(self._words, word[0])
        key, near = phonetic_key(word), []
        for at in range(start, bisect_left(self._words, word[0] + _AFTER_ALL, start)):
            if self._stands[at] < PROSE:
                continue
            other = self._words[at]
            if (apart := edit_distance(key, phonetic_key(other), 1)) <= 1:
                near.append((apart, edit_distance(word, other, len(word)), -self._counts[at], other))
        if near:
            return [other for *_, other in sorted(near)[:limit]]
        prefixes = (word[:length] for length in range(len(word) - 1, 3, -1))
        return next(filter(None, (self._read_completions(prefix, limit) for prefix in prefixes)), [])

    def _read_completions(self, prefix: str, limit: int) -> list[str]:
        """The most frequent words of pages that begin so."""
        start = bisect_left(self._words, prefix)
        end = bisect_left(self._words, prefix + _AFTER_ALL, start)
        read = [at for at in range(start, end) if self._stands[at] == PROSE]
        if len(read) <= limit:
            return [self._words[at] for at in read]
        return [self._words[at] for at in nlargest(limit, read, key=self._counts.__getitem__)]

    def _one_edit_away(self, word: str) -> list[tuple[int, str, int]]:
        """Words that share a form with one letter left out, as far as they are that near."""
        buckets, letters, own = self._table.buckets, self._table.letters, letter_mask(word)
        found: list[int] = []
        for bucket in {_bucket(form, len(buckets) - 1) for form in _deletion_neighbourhood(word)}:
            found += self._table.bucket_words[buckets[bucket] : buckets[bucket + 1]]
        near = []
        for at in set(found):
            # one edit changes at most two of the letters that a word has at all
            if (letters[at] ^ own).bit_count() <= _LETTERS_CHANGED // 2:
                other = self._words[at]
                if self._stands[at] > SAID and edit_distance(word, other, 1) == 1:
                    near.append((1, other[:1], at))
        return near

    def _two_edits_away(self, word: str) -> list[tuple[int, str, int]]:
        """Words two edits away; the first letter is right or swapped with the second."""
        found = []
        masks, own = self._table.letters, letter_mask(word)
        for first in dict.fromkeys((word[0], word[1])):
            start = bisect_left(self._words, first)
            end = bisect_left(self._words, first + _AFTER_ALL, start)
            for at, mask in enumerate(masks[start:end], start):
                if self._stands[at] == SAID or (mask ^ own).bit_count() > _LETTERS_CHANGED:
                    continue
                if edit_distance(word, self._words[at], 2) == 2:
                    found.append((2, first, at))
        return found


def spelling_table(words: Sequence[str]) -> tuple[list[int], list[int], list[int]]:
    """What corrections are found by, made when an index is built: masks, buckets, the words in them.

    A bucket holds the words that have a form with one letter left out whose checksum falls into it.
    """
    forms = [
        (form, at)
        for at, word in enumerate(words)
        if len(word) > 2 and word.isalpha()
        for form in _deletion_neighbourhood(word)
    ]
    count = max(1, len(forms) // _FORMS_PER_BUCKET)
    members: list[set[int]] = [set() for _ in range(count)]
    for form, at in forms:
        members[_bucket(form, count)].add(at)
    buckets = [0, *accumulate(map(len, members))]
    return [letter_mask(word) for word in words], buckets, [at for its in members for at in sorted(its)]


def _bucket(form: str, count: int) -> int:
    return crc32(form.encode(errors="replace")) % count


def max_edits(word: str) -> int:
    """How many edits may lie between a typed word and what is meant: more letters, more room."""
    if len(word) < 4:
        return 0
    return 1 if len(word) < 8 else 2


def letter_mask(word: str) -> int:
    """Which letters a word has, as 32 bits: two words that share few of them are never near."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 31)
    return bits


def phonetic_key(word: str) -> str:
    """How a word sounds, roughly: the same for "narsisist" and "narcissist".

    In the manner of Soundex and Metaphone (L. Philips, 1990), but these few rules: the key only draws a
    circle of words to be offered, and the edit distance puts them in order.
    """
    for letters, others in _PHONETIC_RULES:
        word = word.replace(letters, others)
    return _DOUBLED.sub(r"\1", _SILENT.sub("", word))


def edit_distance(typed: str, meant: str, most: int) -> int:
    """Letters left out, added, changed or swapped, or `most` + 1 if there are more.

    Optimal string alignment, the restricted form of the Damerau-Levenshtein distance: no letter is edited
    twice. It differs only where swapped letters are edited again, needs three rows and can stop early.
    """
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
        if min(row) > most:  # swapped letters do not bring a row back: changing one costs as little
            return most + 1
    return min(row[-1], most + 1)


def _deletion_neighbourhood(word: str) -> set[str]:
    """The word and all forms of it that lack one letter."""
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}
