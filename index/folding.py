"""One word for all its ways of being written: letters without case, accents, parts and signs without width.

What is taken away is what people leave out or cannot type: accents, the vowel points of Hebrew and Arabic,
the strokes of đ and ø. Vowel signs of Hindi, Thai or Burmese stay: without them it is another word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from index.signs import APOSTROPHES, INVISIBLE

# Letters that stand for two, or whose name does not say which letter they are a kind of
_LETTERS = {"ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ŋ": "ng", "ə": "e", "ǝ": "e", "ĸ": "k"}
# Arabic letters that other keyboards, or the end of a word, write otherwise
_LETTERS |= dict(zip("یىےکڪہھەةٱ", "يييككهههها", strict=True))
# The line that lengthens Arabic words, and what stands between two l in Catalan
_LETTERS |= {"ـ": "", "·": ""}
# How a letter is also spelt where its accent or stroke cannot be typed
SPELT_OUT = {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "đ": "dj"}
_KIND_OF_LATIN = re.compile(r"LATIN SMALL LETTER (?:DOTLESS |OPEN )?([A-Z])(?: WITH .*)?")
_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_SKIN_TONES = range(0x1F3FB, 0x1F400)
# Combining classes of marks that are letters in their own script: voicing, viramas, vowels of Telugu, Thai,
# Lao and Tibetan; class 0 are the vowel signs that stand beside their letter
_MARKS_KEPT = frozenset((0, 8, 9, 84, 91, 103, 107, 118, 122, 129, 130, 132))


def fold(surface: str) -> str:
    """A word as it is indexed: "Child’s" -> "child", "won't" -> "wont", "Đorđe" -> "dorde"."""
    return _plain(surface).removesuffix("'s").replace("'", "")


def letters(surface: str) -> str:
    """The letters and digits alone of what was written, none of them left out: "Child’s" -> "childs"."""
    return _plain(surface).replace("'", "")


def respellings(word: str, typed: str) -> Iterator[str]:
    """A folded word by the rules for those who cannot type its letters: "Bjørn" for "Bjoern" and back."""
    folded = word
    for letter, pair in SPELT_OUT.items():
        folded = folded.replace(pair, fold(letter))
    yield from dict.fromkeys(other for other in (folded, _spelt_out(typed)) if other != word)


def _spelt_out(surface: str) -> str:
    return fold("".join(SPELT_OUT.get(c, c) for c in unicodedata.normalize("NFC", surface).lower()))


def _plain(surface: str) -> str:
    """What was written, its apostrophes straight."""
    if surface.isascii():
        return surface.lower().replace("`", "'")
    text = unicodedata.normalize("NFKD", surface).casefold()
    return "".join(map(_plain_letter, unicodedata.normalize("NFKD", text)))


@lru_cache(4096)
def _plain_letter(c: str) -> str:
    if c in APOSTROPHES:
        return "'"
    if c.isascii() or c in _LETTERS:
        return _LETTERS.get(c, c)
    if _INVISIBLE.match(c) or ord(c) in _SKIN_TONES:
        return ""
    if unicodedata.category(c).startswith("M"):
        return c if unicodedata.combining(c) in _MARKS_KEPT and unicodedata.category(c) != "Me" else ""
    if c.isdecimal():
        return str(unicodedata.decimal(c))
    latin = _KIND_OF_LATIN.fullmatch(unicodedata.name(c, ""))
    return latin[1].lower() if latin else c
