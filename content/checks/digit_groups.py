"""The groups of digits in a text, however the digits are written, and which of them stand in one row.

A digit may come from another script, as a superscript, in a circle, as a letter like it, or spelt.
Between two groups of a row may stand any signs, and words such as "then" that people say between them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

UNSEEN, DASH, DOT = "\x01", "–", "·"
"""What stands in a plain text for signs that are not drawn or drawn onto another; for dashes; for dots."""

_DOTS = frozenset("•‧∙⋅・･⸱⸳ꞏ∘◦●○▪▫■□⁃｡。")
_DRAWN: Mapping[str, str] = MappingProxyType(
    {**dict.fromkeys("OoОоΟοՕօ", "0"), **dict.fromkeys("lIІӀӏΙı", "1")}
)
"""Letters, also of Cyrillic, Greek and Armenian, that are taken for a nought or a one."""
_AS_DIGITS = str.maketrans(dict(_DRAWN))
_AMONG_DIGITS = str.maketrans({**_DRAWN, "S": "5", "B": "8", "Z": "2"})
"""Letters that are taken for digits only beside one: SOS is a word."""
_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SPELT: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("zero", "nought", "naught", "nil", "oh"), "0"),
        **{word: str(number) for number, word in enumerate((*_ONES, *_TEENS, "nineteen"), 1)},
        **{word: str(10 * number) for number, word in enumerate(_TENS, 2)},
        "hundred": "00",
        "thousand": "000",
    }
)
_REPEATS: Mapping[str, int] = MappingProxyType({"double": 2, "treble": 3, "triple": 3})
_BETWEEN = (
    *("then", "and", "next", "dash", "hyphen", "minus", "space", "gap", "dot", "point", "stroke", "slash"),
    *("pause", "comma", "followed", "by"),
)
"""What is said between the groups of a number."""

_WORD = re.compile(rf"(?:\b(?P<repeat>{'|'.join(_REPEATS)})[\W_]+)?(?P<word>[^\W_]+)", re.IGNORECASE)
_GLUED = re.compile(r"[^\W\d_]*(?P<digits>[0-9]{3,})[^\W\d_]*")
_GAP = re.compile(rf"[\W_]*(?:(?:{'|'.join(_BETWEEN)})[\W_]+){{0,3}}", re.IGNORECASE)
_LONGEST_GAP = 24


@dataclass(frozen=True, slots=True)
class DigitGroup:
    """Digits that stand together or are one word, and where in the text."""

    digits: str
    start: int
    end: int
    spelt: bool = False


def plain(text: str) -> str:
    """The text, sign for sign, with digits as 0 to 9, one kind of space, and one of each of dash and dot."""
    return text if text.isascii() else text.translate(_PLAIN)


def rows(text: str) -> Iterator[tuple[DigitGroup, ...]]:
    """The groups of a plain text, those in one row together that may be one number."""
    row: list[DigitGroup] = []
    for group in _groups(text):
        gap = text[row[-1].end : group.start] if row else ""
        if row and not (len(gap) <= _LONGEST_GAP and _GAP.fullmatch(gap)):
            yield tuple(row)
            row = []
        if row and _completes(row[-1], group):
            before = row.pop()
            group = DigitGroup(before.digits[0] + group.digits, before.start, group.end, spelt=True)
        row.append(group)
    if row:
        yield tuple(row)


def _groups(text: str) -> Iterator[DigitGroup]:
    for found in _WORD.finditer(text):
        word = found["word"]
        digits = _SPELT.get(word.lower(), "") or _written(word)
        if digits:
            repeat = found["repeat"] if len(digits) == 1 else None
            times = _REPEATS[repeat.lower()] if repeat else 1
            start = found.start() if repeat else found.start("word")
            yield DigitGroup(digits * times, start, found.end(), spelt=word.lower() in _SPELT)


def _written(word: str) -> str:
    """The digits of a word that is made of them and of letters like them, or that has letters at its ends."""
    beside_digit = any(map(str.isdigit, word))
    drawn = word.translate(_AMONG_DIGITS if beside_digit else _AS_DIGITS)
    if drawn.isdigit():
        return drawn
    glued = _GLUED.fullmatch(word)
    return glued["digits"] if glued else ""


def _completes(tens: DigitGroup, ones: DigitGroup) -> bool:
    """Whether two words are one number, such as twenty-one."""
    two = tens.spelt and ones.spelt and len(tens.digits) == 2 and len(ones.digits) == 1
    return two and tens.digits[0] > "1" and tens.digits[1] == "0" and ones.digits != "0"


class _PlainSigns(dict[int, str]):
    """What stands for each sign, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        found = self[code] = _plain_sign(chr(code))
        return found


def _plain_sign(character: str) -> str:
    digit = unicodedata.digit(character, None)
    if digit is not None:
        return str(digit)
    if character in _DOTS:
        return DOT
    category = unicodedata.category(character)
    by_category = {"Zs": " ", "Cf": UNSEEN, "Mn": UNSEEN, "Me": UNSEEN}.get(category)
    if category == "Pd" or character == "\u2212":
        return character if character == "-" else DASH
    return by_category or character


_PLAIN = _PlainSigns()
