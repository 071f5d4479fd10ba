"""Where a sign that nobody sees is needed all the same: in scripts that join letters, and in emoji."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from types import MappingProxyType

_JOINING = frozenset(
    {
        *("ARABIC", "SYRIAC", "NKO", "MANDAIC", "MONGOLIAN", "DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI"),
        *("ORIYA", "TAMIL", "TELUGU", "KANNADA", "MALAYALAM", "SINHALA", "MYANMAR", "KHMER", "BALINESE"),
        *("JAVANESE", "SUNDANESE", "MEETEI", "CHAKMA", "TIBETAN", "ADLAM", "ROHINGYA", "TIFINAGH"),
    }
)
"""Scripts in which a joiner (U+200D) or a non-joiner (U+200C) between letters changes how they are drawn."""
_WITHOUT_SPACES = frozenset({"THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN", "BALINESE", "JAVANESE"})
"""Scripts without spaces between words, in which U+200B says where a line may break."""
_PICTURES = frozenset("\u203c\u2049\u2139\u3030")  # emoji that are not counted as symbols
_KEYS = frozenset("0123456789#*")
_KEYCAP = "\u20e3"
_EMOJI_STYLE = "\ufe0f"
_PLACES = "|".join("".join(chr(0xE0000 + ord(one)) for one in place) for place in ("gbeng", "gbsct", "gbwls"))
_FLAGS = re.compile(f"\U0001f3f4(?:{_PLACES})\U000e007f")
"""The flags of England, Scotland and Wales: the only signs that are spelt with tags."""
_LONGEST_FLAG = 7


def is_needed(text: str, offset: int) -> bool:
    """Whether the sign at this place of a text has its reason in what stands beside it."""
    character = text[offset]
    before, after = text[offset - 1 : offset], text[offset + 1 : offset + 2]
    if rule := _RULES.get(character):
        return rule(before, after)
    if "\U000e0020" <= character <= "\U000e007f":
        return _in_flag(text, offset)
    return "SELECTOR" in unicodedata.name(character, "") and _selects(character, before)


def _joins(before: str, after: str) -> bool:
    return (_script(before) in _JOINING) or (_is_picture(before) and _is_picture(after))


def _parts(before: str, after: str) -> bool:
    return _script(before) in _JOINING and _script(after) == _script(before)


def _ends_word(before: str, after: str) -> bool:
    return _script(before) in _WITHOUT_SPACES and _script(after) in _WITHOUT_SPACES


def _hyphenates(before: str, after: str) -> bool:
    return before.isalpha() and after.isalpha()


def _styles(before: str, after: str) -> bool:
    return _is_picture(before) or (before in _KEYS and after == _KEYCAP)


def _vowel(before: str, after: str) -> bool:
    return _script(before) == _script(after) == "MONGOLIAN"


_RULES: Mapping[str, Callable[[str, str], bool]] = MappingProxyType(
    {
        "\u00ad": _hyphenates,
        "\u180e": _vowel,
        "\u200b": _ends_word,
        "\u200c": _parts,
        "\u200d": _joins,
        "\ufe0e": _styles,
        _EMOJI_STYLE: _styles,
    }
)


def _selects(character: str, before: str) -> bool:
    """A variation selector belongs to an ideograph, a sign of mathematics, or a letter of a few scripts."""
    if unicodedata.name(character).startswith("MONGOLIAN"):
        return _script(before) == "MONGOLIAN"
    return _script(before) in ("CJK", "MYANMAR", "PHAGS-PA", "MANICHAEAN") or _is_symbol(before)


def _in_flag(text: str, offset: int) -> bool:
    start = max(0, offset - _LONGEST_FLAG)
    return any(
        found.start() < offset < found.end() for found in _FLAGS.finditer(text, start, offset + _LONGEST_FLAG)
    )


def _is_picture(character: str) -> bool:
    skin = "\U0001f3fb" <= character <= "\U0001f3ff"
    return skin or character in _PICTURES or character == _EMOJI_STYLE or _is_symbol(character)


def _is_symbol(character: str) -> bool:
    """Pictures and arrows; the + before a number is no picture."""
    return _category(character) in ("So", "Sm") and not character.isascii()


def _script(character: str) -> str:
    """The script of a letter or of a mark on one, by its name; empty for anything else."""
    letter = _category(character)[:1] in ("L", "M")
    return re.split(r"[ -]", unicodedata.name(character, ""), maxsplit=1)[0] if letter else ""


def _category(character: str) -> str:
    return unicodedata.category(character) if character else ""
