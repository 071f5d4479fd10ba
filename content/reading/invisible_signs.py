"""Signs that nobody sees: they turn the words around them round, hide in a word, or are no text at all.

A telephone number with U+202B before it is read in another order. They may come as they are, as an escape in
YAML or as an entity in Markdown, so whoever has made text of a file asks here. Those that some scripts cannot
do without may stand where these scripts need them, and nowhere else: see content/reading/needed_signs.py.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from content.reading.needed_signs import is_needed

MOST_MARKS = 10
"""Marks above and below one letter: no language has as many, and more are painted over the lines around."""

_LINE_SIGNS = "\t\n\r"
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_EMPTY = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufffc")
"""Counted as letters, marks or signs, and drawn as nothing."""
_DRAWN = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")
"""Counted as format characters, and drawn: number signs and the like of Arabic, Syriac and Kaithi."""
_TO_COME = ((0x1F000, 0x1FAFF), (0x20000, 0x3FFFF))
"""Kept for emoji and ideographs: a newer Unicode than this Python's may have filled them."""
_BY_CATEGORY: Mapping[str, str] = MappingProxyType(
    {
        "Cc": "is a control character",
        "Cf": "cannot be seen",
        "Cs": "is no character",
        "Co": "means something in one font only",
        "Cn": "is no character",
        "Zl": "ends the line where no editor shows it",
        "Zp": "ends the line where no editor shows it",
    }
)


@dataclass(frozen=True, slots=True)
class InvisibleSign:
    """One sign that has no place where it stands, and what an author is told of it."""

    offset: int
    sentence: str


def invisible_signs(text: str) -> Iterator[InvisibleSign]:
    """Each of them, in no order; the time goes with the length of the text."""
    if text.isascii() and _CONTROL.search(text) is None:
        return  # as most texts are: nothing else of ASCII hides
    characters = set(text)
    harm = {character: harm for character in characters if (harm := _harm(character))}
    if harm:
        for found in re.finditer(f"[{re.escape(''.join(harm))}]", text):
            if not is_needed(text, found.start()):
                yield InvisibleSign(found.start(), _sentence(found[0], harm[found[0]]))
    marks = "".join(filter(_is_mark, characters))
    for found in re.finditer(f"[{re.escape(marks)}]{{{MOST_MARKS + 1},}}", text) if marks else ():
        words = f"This line holds a letter with {len(found[0])} marks above or below it: delete them."
        yield InvisibleSign(found.start(), words)


def first_invisible_sign(text: str) -> InvisibleSign | None:
    """The first of them, if there is one."""
    return min(invisible_signs(text), key=lambda sign: sign.offset, default=None)


@cache
def _harm(character: str) -> str:
    """What the sign does where nobody needs it; empty for every sign that may stand anywhere."""
    if character in _LINE_SIGNS or character in _DRAWN:
        return ""
    if character in _TURNING:
        return "turns words and numbers round"
    if character in _EMPTY or _is_selector(character):
        return "cannot be seen"
    category = unicodedata.category(character)
    return "" if category == "Cn" and _may_come(ord(character)) else _BY_CATEGORY.get(category, "")


def _may_come(code: int) -> bool:
    last_of_plane = code & 0xFFFE == 0xFFFE  # these two are no characters for ever
    return not last_of_plane and any(first <= code <= last for first, last in _TO_COME)


def _is_selector(character: str) -> bool:
    return "VARIATION SELECTOR" in unicodedata.name(character, "")


@cache
def _is_mark(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Me")


def _sentence(character: str, harm: str) -> str:
    name = unicodedata.name(character, "")
    told = f"U+{ord(character):04X}" + (f" ({name.lower()})" if name else "")
    return f"This line holds the sign {told}, which {harm}: delete it."
